//! The arithmetic: index ↔ nominal date, each in constant time.

use jiff::{SignedDuration, civil::Date};

use super::{DayRule, Frequency, RecurrenceRule, Weekday, WeekendRule};

const MONTHS_IN_QUARTER: i64 = 3;
const MONTHS_IN_YEAR: i64 = 12;

/// The nominal date of the occurrence of this index, whatever the end.
pub(super) fn nominal(rule: &RecurrenceRule, index: u32) -> Option<Date> {
    match Cycle::of(rule)? {
        Cycle::Weekly(weeks) => weeks.date(index),
        Cycle::Monthly(months) => months.date(index),
    }
}

/// The least index whose nominal date is `date` or later, whatever the end.
pub(super) fn index_from(rule: &RecurrenceRule, date: Date) -> Option<u32> {
    match Cycle::of(rule)? {
        Cycle::Weekly(weeks) => weeks.index_from(date),
        Cycle::Monthly(months) => months.index_from(date),
    }
}

/// `nominal`, moved off the weekend as `rule` says.
pub(super) fn moved(nominal: Date, rule: WeekendRule) -> Date {
    let days = match (rule, nominal.weekday()) {
        (WeekendRule::Before, jiff::civil::Weekday::Saturday) => -1,
        (WeekendRule::Before, jiff::civil::Weekday::Sunday) => -2,
        (WeekendRule::After, jiff::civil::Weekday::Saturday) => 2,
        (WeekendRule::After, jiff::civil::Weekday::Sunday) => 1,
        _ => 0,
    };
    plus_days(nominal, days).unwrap_or(nominal)
}

/// `date` and so many days, if the calendar has that date.
pub(super) fn plus_days(date: Date, days: i64) -> Option<Date> {
    let hours = days.checked_mul(24)?;
    date.checked_add(SignedDuration::try_from_hours(hours)?).ok()
}

fn days_between(from: Date, to: Date) -> i64 {
    from.duration_until(to).as_hours() / 24
}

/// How many days after Monday.
fn days_after_monday(date: Date) -> i64 {
    i64::from(date.weekday().to_monday_zero_offset())
}

enum Cycle {
    Weekly(Weekly),
    Monthly(Monthly),
}

impl Cycle {
    fn of(rule: &RecurrenceRule) -> Option<Self> {
        let every = i64::from(rule.every);
        let start = rule.start;
        match &rule.frequency {
            Frequency::Weekly { weekdays } => {
                let days = weekdays.iter().map(|weekday| weekday.days_after_monday());
                Weekly::new(start, every, days.collect()).map(Self::Weekly)
            }
            Frequency::Monthly { day } => {
                Monthly::new(start, month_number(start), 1, every, *day).map(Self::Monthly)
            }
            Frequency::Quarterly { month_in_quarter, day } => {
                let month = month_number(start);
                let quarter = month - month.rem_euclid(MONTHS_IN_QUARTER);
                let candidate = quarter + i64::from(*month_in_quarter) - 1;
                Monthly::new(start, candidate, MONTHS_IN_QUARTER, every, *day).map(Self::Monthly)
            }
            Frequency::Yearly { month, day } => {
                let candidate = i64::from(start.year()) * MONTHS_IN_YEAR + i64::from(*month) - 1;
                Monthly::new(start, candidate, MONTHS_IN_YEAR, every, *day).map(Self::Monthly)
            }
        }
    }
}

/// Some weekdays of every nth week.
struct Weekly {
    /// The Monday of the first occurrence's week.
    monday: Date,
    /// Days after Monday, rising; never empty.
    days: Vec<i64>,
    /// How many of `days` pass in the first week before the first occurrence.
    passed: i64,
    /// From one week with occurrences to the next, in days.
    step_days: i64,
}

impl Weekly {
    fn new(start: Date, every: i64, days: Vec<i64>) -> Option<Self> {
        if days.is_empty() {
            return None;
        }
        let start_monday = plus_days(start, -days_after_monday(start))?;
        let start_day = days_after_monday(start);
        let later_this_week = days.iter().position(|day| *day >= start_day);
        let (monday, passed) = match later_this_week {
            Some(passed) => (start_monday, i64::try_from(passed).ok()?),
            None => (plus_days(start_monday, 7)?, 0),
        };
        Some(Self { monday, days, passed, step_days: every * 7 })
    }

    fn days_a_week(&self) -> Option<i64> {
        i64::try_from(self.days.len()).ok()
    }

    fn date(&self, index: u32) -> Option<Date> {
        let place = i64::from(index) + self.passed;
        let week = place / self.days_a_week()?;
        let day = usize::try_from(place % self.days_a_week()?).ok()?;
        plus_days(self.monday, week * self.step_days + self.days.get(day)?)
    }

    fn index_from(&self, date: Date) -> Option<u32> {
        let since_monday = days_between(self.monday, date).max(0);
        let week = since_monday / self.step_days;
        let into_step = since_monday % self.step_days;
        // In a week between two with occurrences all days have passed, as after a Sunday.
        let passed = self.days.iter().filter(|day| **day < into_step).count();
        let place = week * self.days_a_week()? + i64::try_from(passed).ok()?;
        u32::try_from((place - self.passed).max(0)).ok()
    }
}

/// One day of every nth month.
struct Monthly {
    /// The number of the first occurrence's month.
    month: i64,
    /// From one month with an occurrence to the next.
    step_months: i64,
    day: DayRule,
}

impl Monthly {
    /// `candidate` is the month of the period that `start` lies in, `period` the length of a period.
    fn new(start: Date, candidate: i64, period: i64, every: i64, day: DayRule) -> Option<Self> {
        let has_passed = date_in(candidate, day)? < start;
        Some(Self {
            month: candidate + if has_passed { period } else { 0 },
            step_months: every * period,
            day,
        })
    }

    fn date(&self, index: u32) -> Option<Date> {
        date_in(self.month + i64::from(index) * self.step_months, self.day)
    }

    fn index_from(&self, date: Date) -> Option<u32> {
        let months = (month_number(date) - self.month).max(0);
        let index = u32::try_from(months / self.step_months).ok()?;
        match self.date(index) {
            Some(candidate) if candidate < date => index.checked_add(1),
            _ => Some(index),
        }
    }
}

/// Monthly counted from January of the year 0.
fn month_number(date: Date) -> i64 {
    i64::from(date.year()) * MONTHS_IN_YEAR + i64::from(date.month()) - 1
}

/// The day of the month with this number, if the calendar goes so far.
fn date_in(month_number: i64, day: DayRule) -> Option<Date> {
    let year = i16::try_from(month_number.div_euclid(MONTHS_IN_YEAR)).ok()?;
    let month = i8::try_from(month_number.rem_euclid(MONTHS_IN_YEAR) + 1).ok()?;
    let first = Date::new(year, month, 1).ok()?;
    match day {
        DayRule::DayOfMonth { day } => {
            let day = i8::try_from(day).ok()?.min(first.days_in_month());
            Date::new(year, month, day).ok()
        }
        DayRule::Last => Some(first.last_of_month()),
        DayRule::NthWeekday { nth, weekday } => {
            let days_to_first = (weekday.days_after_monday() - days_after_monday(first)).rem_euclid(7);
            let last = first.last_of_month();
            let place = if nth == -1 { 4 } else { i64::from(nth) - 1 };
            let date = plus_days(first, days_to_first + 7 * place)?;
            // Only a fifth can be missing; the last is then the fourth.
            if date > last { plus_days(date, -7) } else { Some(date) }
        }
    }
}

impl Weekday {
    /// Monday 0, Sunday 6.
    const fn days_after_monday(self) -> i64 {
        match self {
            Self::Monday => 0,
            Self::Tuesday => 1,
            Self::Wednesday => 2,
            Self::Thursday => 3,
            Self::Friday => 4,
            Self::Saturday => 5,
            Self::Sunday => 6,
        }
    }
}
