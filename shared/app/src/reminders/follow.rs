//! Bringing what waits up to date with the office's settings.

use futures::future::try_join_all;
use sild_domain::OfficeId;
use sild_store::{
    OfficeScope, offices,
    outbox::{self, Effect},
    reminders, tasks,
};

use super::next_reminder;
use crate::{Context, Failure};

/// How many reminders are read at once, and how many of them are written at the same time.
const PART: u16 = 100;
const AT_ONCE: usize = 16;
/// How many parts one run brings up to date before it hands on to the next one.
const PARTS: u32 = 20;

/// Works out again when each reminder of an office comes next, from behind a place of the list on. Doing it again changes
/// nothing.
pub async fn follow_reminder_rule(
    cx: &Context,
    office: OfficeId,
    mut after: Option<String>,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    for _ in 0..PARTS {
        let Some(record) = offices::get(&cx.table, &scope).await? else { return Ok(()) };
        let (part, next) = reminders::part(&cx.table, &scope, after, PART).await?;
        let ids = part.iter().map(|reminder| reminder.task_id).collect::<Vec<_>>();
        let current = tasks::get_many(&cx.table, &scope, &ids).await?;
        let moved = part.iter().filter_map(|reminder| {
            let task = current.iter().find(|task| task.id == reminder.task_id)?;
            let on = next_reminder(&record, task, cx.now());
            (on != reminder.on).then_some((reminder, on))
        });
        for some in moved.collect::<Vec<_>>().chunks(AT_ONCE) {
            let plan = |one: &(_, _)| reminders::replan(&cx.table, &scope, one.0, one.1);
            // One that was moved meanwhile was moved by whoever knew better.
            try_join_all(some.iter().map(plan).collect::<Vec<_>>()).await?;
        }
        match next {
            Some(next) => after = Some(next),
            None => return Ok(()),
        }
    }
    let rest = Effect::FollowReminderRule { office_id: office, after };
    Ok(outbox::put(&cx.table, &cx.outbox_row(rest)).await?)
}
