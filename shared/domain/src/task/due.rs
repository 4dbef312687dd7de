//! Deadlines and the wait before an announcement.

use jiff::{SignedDuration, Timestamp, civil::Date};

use super::TaskState;
use crate::TimeZoneName;

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

/// The date that an office in `zone` calls today (S40).
#[must_use]
pub fn office_today(now: Timestamp, zone: &TimeZoneName) -> Date {
    zone.today(now)
}

/// Whether the deadline has passed: on the day itself it has not.
#[must_use]
pub fn is_overdue(due: Option<Date>, today: Date) -> bool {
    due.is_some_and(|due| due < today)
}

/// By how many days the deadline has passed; 0 if it has not.
#[must_use]
pub fn days_overdue(due: Option<Date>, today: Date) -> u32 {
    due.map_or(0, |due| u32::try_from(due.duration_until(today).as_hours() / 24).unwrap_or(0))
}

/// The heading under which the portal lists a task, in the order of the list.
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
#[serde(rename_all = "snake_case")]
pub enum DueGroup {
    /// The deadline has passed.
    Overdue,
    /// Due from today to the next Sunday.
    ThisWeek,
    /// Due after that.
    Later,
    /// Without a deadline.
    NoDate,
    /// Done by the client or completed by the accountant.
    Done,
}

/// Where the portal lists `task` on the date `today`.
#[must_use]
pub fn due_group(task: &TaskState, today: Date) -> DueGroup {
    if task.is_done_for_client() {
        return DueGroup::Done;
    }
    let Some(due) = task.due else {
        return DueGroup::NoDate;
    };
    let days_to_sunday = 7 - i64::from(today.weekday().to_monday_one_offset());
    let sunday = today.saturating_add(SignedDuration::from_hours(24 * days_to_sunday));
    if due < today {
        DueGroup::Overdue
    } else if due <= sunday {
        DueGroup::ThisWeek
    } else {
        DueGroup::Later
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::task::ClientState;
    use crate::{
        ContactId, MemberId,
        task::{CompletedBy, OfficeState},
    };
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
        let late = |now| is_overdue(due, office_today(at(now), &tallinn));
        assert!(!late("2026-03-02T21:59:59Z"));
        assert!(late("2026-03-02T22:00:00Z"));
        assert!(!is_overdue(None, date(2026, 3, 2)));
    }

    #[test]
    fn days_overdue_are_whole_days_also_across_a_clock_change() {
        let due = Some(date(2026, 3, 28));
        assert_eq!(days_overdue(due, date(2026, 3, 27)), 0);
        assert_eq!(days_overdue(due, date(2026, 3, 28)), 0);
        assert_eq!(days_overdue(due, date(2026, 3, 31)), 3);
        assert_eq!(days_overdue(None, date(2026, 3, 31)), 0);
    }

    #[test]
    fn the_portal_groups_by_deadline_and_done() {
        let wednesday = date(2026, 3, 4);
        let group = |due| due_group(&TaskState { due, ..TaskState::default() }, wednesday);
        assert_eq!(group(Some(date(2026, 3, 3))), DueGroup::Overdue);
        assert_eq!(group(Some(wednesday)), DueGroup::ThisWeek);
        assert_eq!(group(Some(date(2026, 3, 8))), DueGroup::ThisWeek);
        assert_eq!(group(Some(date(2026, 3, 9))), DueGroup::Later);
        assert_eq!(group(None), DueGroup::NoDate);
        let sunday = date(2026, 3, 8);
        let task = TaskState { due: Some(date(2026, 3, 9)), ..TaskState::default() };
        assert_eq!(due_group(&task, sunday), DueGroup::Later);

        let now = at("2026-03-04T10:00:00Z");
        let overdue = TaskState { due: Some(date(2026, 3, 3)), ..TaskState::default() };
        let done = TaskState {
            client: ClientState::Done { by: ContactId::new(now, [1; 10]), at: now },
            ..overdue.clone()
        };
        assert_eq!(due_group(&done, wednesday), DueGroup::Done);
        let by = CompletedBy::Member { id: MemberId::new(now, [1; 10]) };
        let completed = TaskState { office: OfficeState::Completed { by, at: now }, ..overdue };
        assert_eq!(due_group(&completed, wednesday), DueGroup::Done);
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
