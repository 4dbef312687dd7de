//! When a recurring task recurs (S41). Dates only: no clock, no time zone, so no clock change matters.
//!
//! Each occurrence has a **nominal** date, given by the rule alone, which names it for ever, and the
//! date on which it takes place, which is the nominal one unless the weekend rule moves it. Because the
//! nominal date is the identity, moving never loses an occurrence nor makes one of two: a Saturday and
//! a Sunday that both move to the same Monday are still two.
//!
//! - The first occurrence is the first date on or after `start` that fits the frequency. Every nth
//!   period is counted from the period of that date: weeks begin on Monday, quarters in January, April,
//!   July and October.
//! - Every period has its date. A day that a month does not have is the month's last (31 → 30 April,
//!   30 → 28 February); a fifth weekday that a month does not have is its last.
//! - `end` looks at nominal dates, and both it and the count include the last one.

mod dates;

use std::collections::BTreeSet;

use jiff::civil::Date;

/// A day of the week.
#[derive(
    Clone,
    Copy,
    Debug,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    serde::Serialize,
    serde::Deserialize,
    utoipa::ToSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum Weekday {
    /// The first day of the week.
    Monday,
    /// The second.
    Tuesday,
    /// The third.
    Wednesday,
    /// The fourth.
    Thursday,
    /// The fifth.
    Friday,
    /// The first day of the weekend.
    Saturday,
    /// The second.
    Sunday,
}

/// Which day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum DayRule {
    /// A day by its number; the last day of a month that is shorter.
    DayOfMonth {
        /// 1–31.
        #[schema(minimum = 1, maximum = 31)]
        day: u8,
    },
    /// The last day.
    Last,
    /// The nth of a weekday, such as the second Tuesday.
    NthWeekday {
        /// 1–5 from the beginning, or −1 for the last. A month without a fifth takes its last.
        #[schema(minimum = -1, maximum = 5)]
        nth: i8,
        /// Which weekday.
        weekday: Weekday,
    },
}

/// How often, and on which day of each period.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum Frequency {
    /// On each of these days of the week.
    Weekly {
        /// At least one.
        #[schema(min_items = 1, max_items = 7)]
        weekdays: BTreeSet<Weekday>,
    },
    /// On one day of the month.
    Monthly {
        /// Which day.
        day: DayRule,
    },
    /// On one day of one month of the quarter.
    Quarterly {
        /// The first, second or third month of the quarter: 1–3.
        #[schema(minimum = 1, maximum = 3)]
        month_in_quarter: u8,
        /// Which day of that month.
        day: DayRule,
    },
    /// On one day of one month of the year.
    Yearly {
        /// January is 1, December 12.
        #[schema(minimum = 1, maximum = 12)]
        month: u8,
        /// Which day of that month.
        day: DayRule,
    },
}

/// What becomes of a nominal date on a Saturday or Sunday.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum WeekendRule {
    /// The Friday before.
    Before,
    /// The Monday after.
    After,
    /// It stays.
    Leave,
}

/// How long it goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case", deny_unknown_fields)]
pub enum End {
    /// Until it is paused or ended.
    Never,
    /// Through the last nominal date on or before this one.
    On {
        /// The last date that counts.
        #[schema(value_type = String, format = Date)]
        date: Date,
    },
    /// So many times.
    Count {
        /// How many occurrences, at least one.
        #[schema(minimum = 1, maximum = 10_000)]
        count: u32,
    },
}

/// The parts of a recurrence, as they are on the wire. A [`Recurrence`] holds parts that make sense.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = Recurrence)]
pub struct RecurrenceRule {
    /// How often, and on which day.
    pub frequency: Frequency,
    /// Every how many weeks, months, quarters or years: 1–99.
    #[schema(minimum = 1, maximum = 99)]
    pub every: u16,
    /// What becomes of a date on a weekend.
    pub weekend: WeekendRule,
    /// The first date that may be one: 2000 to 2199.
    #[schema(value_type = String, format = Date)]
    pub start: Date,
    /// How long it goes on.
    pub end: End,
    /// How many days after its date each task is due: 0–366.
    #[schema(maximum = 366)]
    pub due_after_days: u16,
}

/// Why the parts of a recurrence make no sense. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RecurrenceError {
    /// A weekly recurrence names no weekday.
    #[error("required: choose at least one weekday")]
    NoWeekday,
    /// A number or date is outside what its part takes.
    #[error("out_of_range: `{part}` is outside its range")]
    OutOfRange {
        /// The part's name on the wire.
        part: &'static str,
    },
    /// It ends before it starts.
    #[error("end_before_start: the end is before the start")]
    EndBeforeStart,
    /// It ends before its first date.
    #[error("no_occurrence: no date lies between start and end")]
    NoOccurrence,
}

impl RecurrenceError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NoWeekday => "required",
            Self::OutOfRange { .. } => "out_of_range",
            Self::EndBeforeStart => "end_before_start",
            Self::NoOccurrence => "no_occurrence",
        }
    }
}

/// A recurrence that has at least one occurrence.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(try_from = "RecurrenceRule", into = "RecurrenceRule")]
pub struct Recurrence(RecurrenceRule);

/// One time of a recurrence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Occurrence {
    /// Which one, from 0.
    pub index: u32,
    /// The date by the rule alone: the name of the occurrence, strictly rising.
    pub nominal: Date,
    /// The date on which it takes place, moved off a weekend if the rule says so; never falling.
    pub date: Date,
}

const MOST_EVERY: u16 = 99;
const MOST_DAYS_TO_DUE: u16 = 366;
const MOST_TIMES: u32 = 10_000;
const YEARS: std::ops::RangeInclusive<i16> = 2000..=2199;

impl Recurrence {
    /// Checks the parts.
    ///
    /// # Errors
    /// The [`RecurrenceError`] that says which part is wrong.
    pub fn parse(rule: RecurrenceRule) -> Result<Self, RecurrenceError> {
        let in_range = |holds, part| {
            if holds { Ok(()) } else { Err(RecurrenceError::OutOfRange { part }) }
        };
        in_range((1..=MOST_EVERY).contains(&rule.every), "every")?;
        in_range(rule.due_after_days <= MOST_DAYS_TO_DUE, "due_after_days")?;
        in_range(YEARS.contains(&rule.start.year()), "start")?;
        let day = match &rule.frequency {
            Frequency::Weekly { weekdays } if weekdays.is_empty() => {
                return Err(RecurrenceError::NoWeekday);
            }
            Frequency::Weekly { .. } => None,
            Frequency::Monthly { day } => Some(day),
            Frequency::Quarterly { month_in_quarter, day } => {
                in_range((1..=3).contains(month_in_quarter), "month_in_quarter")?;
                Some(day)
            }
            Frequency::Yearly { month, day } => {
                in_range((1..=12).contains(month), "month")?;
                Some(day)
            }
        };
        match day {
            Some(DayRule::DayOfMonth { day }) => in_range((1..=31).contains(day), "day")?,
            Some(DayRule::NthWeekday { nth, .. }) => {
                in_range(*nth == -1 || (1..=5).contains(nth), "nth")?;
            }
            Some(DayRule::Last) | None => {}
        }
        match rule.end {
            End::Never => {}
            End::On { date } if date < rule.start => return Err(RecurrenceError::EndBeforeStart),
            End::On { date } => in_range(date.year() <= *YEARS.end(), "end")?,
            End::Count { count } => in_range((1..=MOST_TIMES).contains(&count), "count")?,
        }
        let recurrence = Self(rule);
        if recurrence.occurrence(0).is_none() {
            return Err(RecurrenceError::NoOccurrence);
        }
        Ok(recurrence)
    }

    /// The parts.
    #[must_use]
    pub const fn rule(&self) -> &RecurrenceRule {
        &self.0
    }

    /// The occurrence of this index, from 0, if the recurrence goes on so long. Takes the same short
    /// time for each index.
    #[must_use]
    pub fn occurrence(&self, index: u32) -> Option<Occurrence> {
        let nominal = dates::nominal(&self.0, index)?;
        let is_within = match self.0.end {
            End::Never => true,
            End::On { date } => nominal <= date,
            End::Count { count } => index < count,
        };
        is_within.then(|| Occurrence { index, nominal, date: dates::moved(nominal, self.0.weekend) })
    }

    /// All occurrences, or those to the end of the calendar in the year 9999.
    pub fn occurrences(&self) -> impl Iterator<Item = Occurrence> + '_ {
        self.occurrences_from(0)
    }

    /// The first occurrence whose nominal date is later than `nominal`. Takes the same short time
    /// however long after the start.
    #[must_use]
    pub fn next_after(&self, nominal: Date) -> Option<Occurrence> {
        let index = match nominal.tomorrow() {
            Ok(tomorrow) => dates::index_from(&self.0, tomorrow)?,
            Err(_) => return None,
        };
        self.occurrence(index)
    }

    /// The occurrence whose nominal date is `nominal`.
    #[must_use]
    pub fn occurrence_on(&self, nominal: Date) -> Option<Occurrence> {
        self.occurrence(dates::index_from(&self.0, nominal)?)
            .filter(|occurrence| occurrence.nominal == nominal)
    }

    /// The first `n` occurrences that take place on or after `date`: what a person is shown.
    #[must_use]
    pub fn first_n_from(&self, date: Date, n: usize) -> Vec<Occurrence> {
        // A weekend rule moves by two days at most.
        let from = dates::plus_days(date, -2).unwrap_or(date);
        dates::index_from(&self.0, from)
            .into_iter()
            .flat_map(|index| self.occurrences_from(index))
            .skip_while(|occurrence| occurrence.date < date)
            .take(n)
            .collect()
    }

    /// The deadline of an occurrence's task.
    #[must_use]
    pub fn due_on(&self, occurrence: Occurrence) -> Date {
        dates::plus_days(occurrence.date, i64::from(self.0.due_after_days)).unwrap_or(Date::MAX)
    }

    fn occurrences_from(&self, index: u32) -> impl Iterator<Item = Occurrence> + '_ {
        (index..=u32::MAX).map_while(|index| self.occurrence(index))
    }
}

impl TryFrom<RecurrenceRule> for Recurrence {
    type Error = RecurrenceError;

    fn try_from(rule: RecurrenceRule) -> Result<Self, RecurrenceError> {
        Self::parse(rule)
    }
}

impl From<Recurrence> for RecurrenceRule {
    fn from(recurrence: Recurrence) -> Self {
        recurrence.0
    }
}

impl utoipa::PartialSchema for Recurrence {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        <RecurrenceRule as utoipa::PartialSchema>::schema()
    }
}

impl utoipa::ToSchema for Recurrence {
    fn schemas(schemas: &mut Vec<(String, utoipa::openapi::RefOr<utoipa::openapi::schema::Schema>)>) {
        <RecurrenceRule as utoipa::ToSchema>::schemas(schemas);
    }
}

#[cfg(test)]
#[path = "properties.rs"]
mod properties;
#[cfg(test)]
mod tests;
