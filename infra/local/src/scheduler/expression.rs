//! Schedule expressions: `at(…)`, `rate(…)` and `cron(…)`.
//! See <https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html>.

use std::collections::BTreeSet;

use jiff::civil::{Date, DateTime, Weekday};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};

use crate::clock::later;

/// When a schedule fires.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Expression {
    /// Once, at a local time.
    At(DateTime),
    /// Every so often from when the schedule was made.
    Rate(SignedDuration),
    /// At the local times that match.
    Cron(Cron),
}

/// A cron expression's fields, each as the set of values that match.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Cron {
    minutes: BTreeSet<i16>,
    hours: BTreeSet<i16>,
    days: Days,
    months: BTreeSet<i16>,
    /// `None` is every year.
    years: Option<BTreeSet<i16>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Days {
    Every,
    OfMonth(BTreeSet<i16>),
    LastOfMonth,
    /// Sunday is 1.
    OfWeek(BTreeSet<i16>),
}

/// How far ahead a cron expression is looked for: over a leap day that a century skips.
const HORIZON_DAYS: usize = 366 * 9;

const MONTHS: [&str; 12] =
    ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const WEEKDAYS: [&str; 7] = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

impl Expression {
    /// Reads an expression; `None` is what AWS answers with `ValidationException`.
    pub(crate) fn parse(written: &str) -> Option<Self> {
        let (kind, rest) = written.split_once('(')?;
        let inner = rest.strip_suffix(')')?;
        match kind {
            "at" => {
                let moment: DateTime = inner.parse().ok()?;
                (inner.len() == "yyyy-mm-ddThh:mm:ss".len()).then_some(Self::At(moment))
            }
            "rate" => rate(inner).map(Self::Rate),
            "cron" => Cron::parse(inner).map(Self::Cron),
            _ => None,
        }
    }

    /// The first firing of a schedule made at `made`: a one-time schedule whose moment has passed fires at once.
    pub(crate) fn first(&self, zone: &TimeZone, made: Timestamp) -> Option<Timestamp> {
        match self {
            Self::At(moment) => resolve(*moment, zone),
            Self::Rate(every) => Some(later(made, *every)),
            Self::Cron(cron) => cron.after(zone, made),
        }
    }

    /// The firing after the one at `fired`.
    pub(crate) fn next(&self, zone: &TimeZone, fired: Timestamp) -> Option<Timestamp> {
        match self {
            Self::At(_) => None,
            Self::Rate(every) => Some(later(fired, *every)),
            Self::Cron(cron) => cron.after(zone, fired),
        }
    }

    /// Whether it fires only once.
    pub(crate) fn is_one_time(&self) -> bool {
        matches!(self, Self::At(_))
    }
}

/// A local time as an instant. In a gap the clock has moved on; in a fold the first pass counts.
fn resolve(moment: DateTime, zone: &TimeZone) -> Option<Timestamp> {
    zone.to_ambiguous_timestamp(moment).compatible().ok()
}

fn rate(inner: &str) -> Option<SignedDuration> {
    let (amount, unit) = inner.trim().split_once(' ')?;
    let amount: i64 = amount.parse().ok().filter(|amount| *amount > 0)?;
    let seconds = match unit.trim() {
        "minute" | "minutes" => 60,
        "hour" | "hours" => 3_600,
        "day" | "days" => 86_400,
        _ => return None,
    };
    amount.checked_mul(seconds).map(SignedDuration::from_secs)
}

impl Cron {
    fn parse(inner: &str) -> Option<Self> {
        let fields: Vec<&str> = inner.split_whitespace().collect();
        let [minutes, hours, day_of_month, months, day_of_week, years] = fields.as_slice() else {
            return None;
        };
        let days = match (*day_of_month, *day_of_week) {
            ("?", "?") => return None,
            ("L", "?") => Days::LastOfMonth,
            ("*", "?") | ("?", "*") => Days::Every,
            (of_month, "?") => Days::OfMonth(values(of_month, 1, 31, &[])?),
            ("?", of_week) => Days::OfWeek(values(of_week, 1, 7, &WEEKDAYS)?),
            _ => return None,
        };
        Some(Self {
            minutes: values(minutes, 0, 59, &[])?,
            hours: values(hours, 0, 23, &[])?,
            days,
            months: values(months, 1, 12, &MONTHS)?,
            years: if *years == "*" { None } else { Some(values(years, 1970, 2199, &[])?) },
        })
    }

    fn after(&self, zone: &TimeZone, after: Timestamp) -> Option<Timestamp> {
        let mut date = zone.to_datetime(after).date();
        for _ in 0..HORIZON_DAYS {
            if self.matches(date) {
                let moments = self
                    .hours
                    .iter()
                    .flat_map(|hour| self.minutes.iter().map(move |minute| (*hour, *minute)));
                for (hour, minute) in moments {
                    let hour = i8::try_from(hour).ok()?;
                    let minute = i8::try_from(minute).ok()?;
                    let found = resolve(date.at(hour, minute, 0, 0), zone)?;
                    if found > after {
                        return Some(found);
                    }
                }
            }
            date = date.tomorrow().ok()?;
        }
        None
    }

    fn matches(&self, date: Date) -> bool {
        let in_year = self.years.as_ref().is_none_or(|years| years.contains(&date.year()));
        let on_day = match &self.days {
            Days::Every => true,
            Days::OfMonth(days) => days.contains(&i16::from(date.day())),
            Days::LastOfMonth => date == date.last_of_month(),
            Days::OfWeek(days) => days.contains(&sunday_first(date.weekday())),
        };
        in_year && on_day && self.months.contains(&i16::from(date.month()))
    }
}

fn sunday_first(weekday: Weekday) -> i16 {
    i16::from(weekday.to_sunday_one_offset())
}

/// A field's values: `*`, `a`, `a-b`, `a/step`, `a-b/step` and lists of them, with names where there are some.
fn values(field: &str, low: i16, high: i16, names: &[&str]) -> Option<BTreeSet<i16>> {
    let mut found = BTreeSet::new();
    for part in field.split(',') {
        let (range, step) = match part.split_once('/') {
            Some((range, step)) => (range, step.parse::<usize>().ok().filter(|step| *step > 0)?),
            None => (part, 1),
        };
        let (from, to) = match range.split_once('-') {
            _ if range == "*" => (low, high),
            Some((from, to)) => (value(from, low, high, names)?, value(to, low, high, names)?),
            None => {
                let from = value(range, low, high, names)?;
                (from, if part.contains('/') { high } else { from })
            }
        };
        if from > to {
            return None;
        }
        found.extend((from..=to).step_by(step));
    }
    (!found.is_empty()).then_some(found)
}

fn value(written: &str, low: i16, high: i16, names: &[&str]) -> Option<i16> {
    let place = names.iter().position(|name| name.eq_ignore_ascii_case(written));
    let number = match place {
        Some(place) => i16::try_from(place).ok()?.checked_add(low)?,
        None => written.parse().ok()?,
    };
    (low..=high).contains(&number).then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zone(name: &str) -> TimeZone {
        TimeZone::get(name).unwrap()
    }

    fn firings(expression: &str, zone_name: &str, from: &str, count: usize) -> Vec<String> {
        let parsed = Expression::parse(expression).unwrap();
        let zone = zone(zone_name);
        let first = parsed.first(&zone, from.parse().unwrap());
        std::iter::successors(first, |last| parsed.next(&zone, *last))
            .take(count)
            .map(|at| at.to_string())
            .collect()
    }

    #[test]
    fn a_one_time_schedule_fires_once_at_its_local_time() {
        assert_eq!(
            firings("at(2026-07-01T06:00:00)", "Europe/Tallinn", "2026-06-01T00:00:00Z", 3),
            ["2026-07-01T03:00:00Z"]
        );
    }

    #[test]
    fn a_daily_schedule_keeps_its_local_hour_over_the_change_of_time() {
        assert_eq!(
            firings("cron(0 6 * * ? *)", "Europe/Tallinn", "2026-03-27T12:00:00Z", 3),
            ["2026-03-28T04:00:00Z", "2026-03-29T03:00:00Z", "2026-03-30T03:00:00Z"]
        );
    }

    #[test]
    fn a_time_that_the_change_skips_fires_once_that_day() {
        assert_eq!(
            firings("cron(30 3 * * ? *)", "Europe/Tallinn", "2026-03-28T12:00:00Z", 2),
            ["2026-03-29T01:30:00Z", "2026-03-30T00:30:00Z"]
        );
    }

    #[test]
    fn working_days_leave_the_weekend_out() {
        assert_eq!(
            firings("cron(0 9 ? * MON-FRI *)", "UTC", "2026-01-02T09:00:00Z", 2),
            ["2026-01-05T09:00:00Z", "2026-01-06T09:00:00Z"]
        );
    }

    #[test]
    fn the_last_day_of_a_month_is_found() {
        assert_eq!(
            firings("cron(0 0 L * ? *)", "UTC", "2028-02-01T00:00:00Z", 2),
            ["2028-02-29T00:00:00Z", "2028-03-31T00:00:00Z"]
        );
    }

    #[test]
    fn steps_and_lists_are_read() {
        assert_eq!(
            firings("cron(0/20 8,10 * * ? *)", "UTC", "2026-01-01T08:05:00Z", 4),
            ["2026-01-01T08:20:00Z", "2026-01-01T08:40:00Z", "2026-01-01T10:00:00Z", "2026-01-01T10:20:00Z"]
        );
    }

    #[test]
    fn a_rate_counts_from_when_the_schedule_was_made() {
        assert_eq!(
            firings("rate(5 minutes)", "UTC", "2026-01-01T00:01:00Z", 2),
            ["2026-01-01T00:06:00Z", "2026-01-01T00:11:00Z"]
        );
    }

    #[test]
    fn what_aws_refuses_is_refused() {
        for written in [
            "",
            "at(2026-07-01)",
            "at(2026-07-01T06:00:00Z)",
            "at(2026-02-30T06:00:00)",
            "rate(0 minutes)",
            "rate(5 weeks)",
            "rate(5)",
            "cron(0 6 * * *)",
            "cron(0 6 * * * *)",
            "cron(60 6 * * ? *)",
            "cron(0 24 * * ? *)",
            "cron(0 6 ? * ? *)",
            "cron(0 6 0 * ? *)",
            "cron(0/0 6 * * ? *)",
            "every(5 minutes)",
        ] {
            assert_eq!(Expression::parse(written), None, "{written}");
        }
    }
}
