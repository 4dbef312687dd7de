//! Leaving out one reminder of the schedule.

use jiff::civil::Date;
use sild_domain::{TaskId, Waiting};
use sild_store::{TransactionError, reminders, sessions::MemberSession, tasks, tasks::TaskRecord};

use super::{TaskReminders, next_reminder};
use crate::{Conflict, Context, Failure};

/// How often the task is read again when somebody changes it at the same time.
const TRIES: u32 = 3;

/// Deals with the reminder of a task that would leave on `on`, without reminding anybody; the rule names the next one. Asked
/// again, it changes nothing.
pub async fn skip_reminder(
    cx: &Context,
    session: &MemberSession,
    task: TaskId,
    on: Date,
) -> Result<TaskReminders, Failure> {
    let (scope, office) = (&session.scope, &session.office);
    for _ in 0..TRIES {
        let asked = [task];
        let (before, planned) = tokio::try_join!(
            tasks::get(&cx.table, scope, task),
            reminders::get_many(&cx.table, scope, &asked),
        )?;
        let before = before.ok_or(Failure::NotFound)?;
        let now = cx.now();
        let waiting = Waiting::of(&before.state).ok_or(Conflict::NoSuchReminder)?;
        let Some(planned) = planned.first().filter(|reminder| reminder.on == Some(on)) else {
            if before.reminder_skipped_on == Some(on) {
                return Ok(TaskReminders::of(&before, office, now));
            }
            return Err(Conflict::NoSuchReminder.into());
        };
        let log = waiting.logged(before.reminder_log.as_ref(), on, false);
        let mut transaction = cx.table.transaction();
        tasks::skip_reminder(&mut transaction, scope, &before, &log, on);
        let after = TaskRecord { reminder_log: Some(log), reminder_skipped_on: Some(on), ..before };
        reminders::move_on(&mut transaction, scope, planned, next_reminder(office, &after, now));
        match transaction.commit().await {
            Ok(()) => return Ok(TaskReminders::of(&after, office, now)),
            Err(TransactionError::Refused { label: "task_changed" | "reminder_moved", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
