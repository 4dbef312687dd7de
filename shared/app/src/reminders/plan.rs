//! When a task's reminder comes next.

use jiff::{Timestamp, civil::Date};
use sild_domain::{ReminderChoice, Waiting, first_reminder_day};
use sild_store::{
    OfficeScope, Transaction,
    offices::OfficeRecord,
    reminders::{self, ReminderRecord},
    tasks::TaskRecord,
};

/// The day of a task's next reminder, from now on.
pub(crate) fn next_reminder(office: &OfficeRecord, task: &TaskRecord, now: Timestamp) -> Option<Date> {
    let waiting = Waiting::of(&task.state)?;
    let rule = task.reminders.rule(office.reminders)?;
    let from = first_reminder_day(now, office.reminder_hour, &office.time_zone);
    waiting.next(rule, task.reminder_log.as_ref(), &office.time_zone, from)
}

/// What of a task decides when it is reminded of; `None` where it never is.
fn subject(task: &TaskRecord) -> Option<(Waiting, ReminderChoice)> {
    Waiting::of(&task.state).zip(Some(task.reminders)).filter(|(_, choice)| *choice != ReminderChoice::Off)
}

/// Adds to a task's change when its reminder comes next, or that none does.
pub(crate) fn add_reminder(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    office: &OfficeRecord,
    before: Option<&TaskRecord>,
    after: &TaskRecord,
    now: Timestamp,
) {
    let (was, is) = (before.and_then(subject), subject(after));
    if was == is {
        return;
    }
    if is.is_none() {
        return reminders::forget(transaction, scope, after.id);
    }
    let reminder = ReminderRecord {
        office_id: scope.office(),
        client_id: after.client_id,
        task_id: after.id,
        on: next_reminder(office, after, now),
    };
    reminders::plan(transaction, scope, &reminder);
}
