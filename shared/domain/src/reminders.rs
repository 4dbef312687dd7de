//! Reminders of a deadline: on which days, and when it is enough (S62).
//!
//! Dates only: the office's day decides, so no clock change matters. A day that falls on a weekend is the Monday after, and
//! days that fall on the same Monday are one.

use jiff::{
    Timestamp, ToSpan as _,
    civil::{Date, Weekday},
};

use crate::{PortalState, TaskState, TimeZoneName};

/// The most days before a deadline, and between two reminders after it.
const DAYS_MAX: u8 = 60;
/// The most reminders of one deadline.
const AT_MOST_MAX: u8 = 20;
/// By how many days the weekend moves a date at the most.
const WEEKEND: i64 = 2;

/// When contacts are reminded of a task that they have not done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(try_from = "Parts")]
pub struct ReminderRule {
    /// So many days before the deadline.
    #[schema(minimum = 1, maximum = 60)]
    days_before: Option<u8>,
    /// On the day of the deadline.
    on_the_day: bool,
    /// Every so many days after the deadline.
    #[schema(minimum = 1, maximum = 60)]
    every_days_after: Option<u8>,
    /// How many reminders of one deadline there are at the most.
    #[schema(minimum = 1, maximum = 20)]
    at_most: u8,
}

/// A rule as it is written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct Parts {
    days_before: Option<u8>,
    on_the_day: bool,
    every_days_after: Option<u8>,
    at_most: u8,
}

/// Why a rule is none. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReminderRuleError {
    /// It names no day.
    #[error("required: a rule reminds before the deadline, on its day or after it")]
    NoDay,
    /// A number is too small or too large.
    #[error("out_of_range: 1 to 60 days, and 1 to 20 reminders")]
    OutOfRange,
}

impl ReminderRuleError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoDay => "required",
            Self::OutOfRange => "out_of_range",
        }
    }
}

impl TryFrom<Parts> for ReminderRule {
    type Error = ReminderRuleError;

    fn try_from(parts: Parts) -> Result<Self, ReminderRuleError> {
        Self::new(parts.days_before, parts.on_the_day, parts.every_days_after, parts.at_most)
    }
}

/// What a task says about its reminders.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(tag = "mode", rename_all = "snake_case", deny_unknown_fields)]
pub enum ReminderChoice {
    /// As the office's settings say.
    #[default]
    Inherit,
    /// None but those that a member sends.
    Off,
    /// By a rule of its own.
    Own {
        /// Which one.
        rule: ReminderRule,
    },
}

impl ReminderChoice {
    /// The rule that holds where the office has this one.
    #[must_use]
    pub const fn rule(self, of_office: Option<ReminderRule>) -> Option<ReminderRule> {
        match self {
            Self::Inherit => of_office,
            Self::Off => None,
            Self::Own { rule } => Some(rule),
        }
    }
}

/// What the schedule did for a task so far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct ReminderLog {
    /// Rises with each date that was dealt with, whether anybody was reminded or not.
    pub step: u32,
    /// The assignment that it was dealt with for.
    pub generation: u32,
    /// The deadline that it was dealt with for.
    pub due: Date,
    /// How many times somebody was reminded of that deadline under that assignment.
    pub sent: u32,
    /// The last of these dates.
    pub last_on: Date,
}

/// A task that waits for its client by a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// Which assignment.
    pub generation: u32,
    /// Since when.
    pub assigned_at: Timestamp,
    /// The deadline.
    pub due: Date,
}

impl Waiting {
    /// The task as far as reminders concern it: `None` while there is nothing to remind of. A sample task has no reminders.
    #[must_use]
    pub const fn of(task: &TaskState) -> Option<Self> {
        match (task.portal, task.due) {
            (PortalState::Assigned { generation, assigned_at, .. }, Some(due))
                if !task.is_sample && !task.is_done_for_client() =>
            {
                Some(Self { generation, assigned_at, due })
            }
            _ => None,
        }
    }

    /// What was done for this very deadline and assignment: how often somebody was reminded.
    #[must_use]
    pub fn sent(&self, log: Option<&ReminderLog>) -> u32 {
        log.filter(|log| log.generation == self.generation && log.due == self.due).map_or(0, |log| log.sent)
    }

    /// The log after a date was dealt with.
    #[must_use]
    pub fn logged(&self, log: Option<&ReminderLog>, on: Date, was_told: bool) -> ReminderLog {
        ReminderLog {
            step: log.map_or(0, |log| log.step).saturating_add(1),
            generation: self.generation,
            due: self.due,
            sent: self.sent(log).saturating_add(u32::from(was_told)),
            last_on: on,
        }
    }

    /// The next day on which a rule reminds, not before `from`: never on the day of the assignment, which is announced by
    /// itself, and once a day at the most.
    #[must_use]
    pub fn next(
        &self,
        rule: ReminderRule,
        log: Option<&ReminderLog>,
        zone: &TimeZoneName,
        from: Date,
    ) -> Option<Date> {
        let after_assignment = zone.today(self.assigned_at).tomorrow().ok()?;
        let after_last = log.map(|log| log.last_on.tomorrow()).transpose().ok()?;
        let from = from.max(after_assignment).max(after_last.unwrap_or(from));
        rule.next(self.due, self.sent(log), from)
    }
}

impl ReminderRule {
    /// A rule.
    ///
    /// # Errors
    /// [`ReminderRuleError`] where it names no day, or a number is out of its range.
    pub fn new(
        days_before: Option<u8>,
        on_the_day: bool,
        every_days_after: Option<u8>,
        at_most: u8,
    ) -> Result<Self, ReminderRuleError> {
        let is_in_range = |days: Option<u8>| days.is_none_or(|days| (1..=DAYS_MAX).contains(&days));
        if days_before.is_none() && !on_the_day && every_days_after.is_none() {
            return Err(ReminderRuleError::NoDay);
        }
        if !is_in_range(days_before)
            || !is_in_range(every_days_after)
            || !(1..=AT_MOST_MAX).contains(&at_most)
        {
            return Err(ReminderRuleError::OutOfRange);
        }
        Ok(Self { days_before, on_the_day, every_days_after, at_most })
    }

    /// The first day on or after `from` on which it reminds of the deadline `due`, after `sent` reminders of it: a working
    /// day, or `None` when it is enough.
    #[must_use]
    pub fn next(self, due: Date, sent: u32, from: Date) -> Option<Date> {
        if sent >= u32::from(self.at_most) {
            return None;
        }
        let before = self.days_before.and_then(|days| moved(due, -i64::from(days)));
        let on_the_day = self.on_the_day.then(|| moved(due, 0)).flatten();
        [before, on_the_day, self.after(due, from)].into_iter().flatten().filter(|day| *day >= from).min()
    }

    fn after(self, due: Date, from: Date) -> Option<Date> {
        let every = i64::from(self.every_days_after?);
        let passed = due.duration_until(from).as_hours() / 24;
        // One that the weekend moves may lie just before `from` by itself.
        let first = passed.saturating_sub(WEEKEND).div_euclid(every).max(1);
        (first..).map_while(|times| moved(due, times.saturating_mul(every))).find(|day| *day >= from)
    }
}

fn moved(date: Date, days: i64) -> Option<Date> {
    working_day(date.checked_add(days.days()).ok()?)
}

/// Whether an office works on this day: Monday to Friday.
#[must_use]
pub fn is_working_day(date: Date) -> bool {
    !matches!(date.weekday(), Weekday::Saturday | Weekday::Sunday)
}

/// The day itself, or the Monday after a weekend.
fn working_day(date: Date) -> Option<Date> {
    let days = match date.weekday() {
        Weekday::Saturday => 2,
        Weekday::Sunday => 1,
        _ => 0,
    };
    date.checked_add(days.days()).ok()
}

/// The first day whose reminders are still to come at `now`, where they leave at a full hour of the office's day.
#[must_use]
pub fn first_reminder_day(now: Timestamp, hour: u8, zone: &TimeZoneName) -> Date {
    zone.today(zone.daily_run(now, hour))
}

#[cfg(test)]
mod tests;
