//! Deadlines and the wait before an announcement.

use jiff::{SignedDuration, Timestamp, civil::Date};

/// How long a task waits before the client is told by mail (S33).
const ANNOUNCEMENT_WAIT: SignedDuration = SignedDuration::from_mins(5);

/// When the announcement of a task assigned at `assigned_at` is due: the first whole minute that is
/// not before five minutes later (S33).
#[must_use]
pub fn announcement_due(assigned_at: Timestamp) -> Timestamp {
    first_whole_minute(assigned_at.checked_add(ANNOUNCEMENT_WAIT).unwrap_or(Timestamp::MAX))
}

/// The first whole minute that is not before `earliest`: when a schedule of minutes can fire.
#[must_use]
pub fn first_whole_minute(earliest: Timestamp) -> Timestamp {
    let seconds = earliest.as_second();
    // Before 1970 whole seconds are rounded up already, and the minute after is still not too early.
    let has_fraction = earliest.subsec_nanosecond() > 0;
    let into_minute = seconds.rem_euclid(60);
    let minute =
        if into_minute == 0 && !has_fraction { seconds } else { seconds.saturating_add(60 - into_minute) };
    Timestamp::from_second(minute).unwrap_or(Timestamp::MAX)
}

/// Whether the deadline has passed: on the day itself it has not.
#[must_use]
pub fn is_overdue(due: Option<Date>, today: Date) -> bool {
    due.is_some_and(|due| due < today)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::TimeZoneName;
    use jiff::civil::date;
    use proptest::prelude::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    #[test]
    fn the_announcement_is_due_at_the_first_whole_minute_not_before_five() {
        for (assigned, due) in [
            ("2026-03-02T10:00:00Z", "2026-03-02T10:05:00Z"),
            ("2026-03-02T10:00:00.000000001Z", "2026-03-02T10:06:00Z"),
            ("2026-03-02T10:00:01Z", "2026-03-02T10:06:00Z"),
            ("2026-03-02T10:00:59.999Z", "2026-03-02T10:06:00Z"),
            ("2026-03-02T23:55:30Z", "2026-03-03T00:01:00Z"),
        ] {
            assert_eq!(announcement_due(at(assigned)), at(due), "{assigned}");
        }
        assert_eq!(announcement_due(Timestamp::MAX), Timestamp::MAX);
    }

    #[test]
    fn a_deadline_passes_at_the_end_of_its_day_in_the_office() {
        let tallinn = TimeZoneName::parse("Europe/Tallinn").unwrap();
        let due = Some(date(2026, 3, 2));
        let late = |now| is_overdue(due, tallinn.today(at(now)));
        assert!(!late("2026-03-02T21:59:59Z"));
        assert!(late("2026-03-02T22:00:00Z"));
        assert!(!is_overdue(None, date(2026, 3, 2)));
    }

    proptest! {
        #[test]
        fn the_wait_is_between_five_and_six_minutes_and_ends_on_a_minute(
            seconds in -62_135_596_800_i64..253_402_200_000, nanoseconds in 0_i32..1_000_000_000
        ) {
            let assigned = Timestamp::new(seconds, nanoseconds).unwrap();
            let due = announcement_due(assigned);
            let wait = assigned.duration_until(due);
            prop_assert!(wait >= SignedDuration::from_mins(5));
            prop_assert!(wait < SignedDuration::from_mins(6));
            prop_assert_eq!(due.as_second().rem_euclid(60), 0);
            prop_assert_eq!(due.subsec_nanosecond(), 0);
        }
    }
}
