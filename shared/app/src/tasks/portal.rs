//! What contacts do with a task of their client.

use jiff::Timestamp;
use sild_domain::{Actor, Change, ChecklistItemId, TaskError, TaskId, TaskState, Transition};
use sild_store::{
    ClientScope, OfficeScope,
    outbox::{self, Effect, Happening},
    sessions::ContactSession,
    tasks::{self, TaskRecord},
    threads::{Thread, ThreadActivity},
};

use super::{
    PortalTask, PortalTaskState, add_consequences,
    change::{TRIES, decided},
    refused_by,
};
use crate::{Conflict, Context, Failure, FieldError};

/// A task with the portal's part of its thread.
pub async fn get_portal_task(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    task: TaskId,
) -> Result<PortalTask, Failure> {
    let read = tasks::get_with_thread_for_contact(&cx.table, scope, task).await?;
    let (found, thread) = read.ok_or(Failure::NotFound)?;
    let today = session.office.time_zone.today(cx.now());
    Ok(PortalTask::of(&found, &thread, scope.contact(), today))
}

/// Remembers how much of a task the contact has seen (S31): never less than before, never more than has happened.
pub async fn mark_task_read(
    cx: &Context,
    scope: ClientScope,
    task: TaskId,
    activity: u32,
) -> Result<(), Failure> {
    if tasks::mark_read(&cx.table, scope, task, activity).await? {
        return Ok(());
    }
    let found = tasks::get_for_contact(&cx.table, scope, task).await?.ok_or(Failure::NotFound)?;
    if activity > found.activity {
        return Err(Failure::Invalid(vec![FieldError::new("/activity", "out_of_range")]));
    }
    Ok(())
}

/// Ticks or unticks a line of the checklist, where the task lets contacts (S37).
pub async fn tick_portal_checklist(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    task: TaskId,
    item: ChecklistItemId,
    is_done: bool,
) -> Result<PortalTask, Failure> {
    let actor = Actor::Contact(scope.contact());
    let command = Command { cx, session, scope, task };
    let (found, thread) = command.run(|state, _| state.tick(actor, item, is_done)).await?;
    let today = session.office.time_zone.today(cx.now());
    Ok(PortalTask::of(&found, &thread, scope.contact(), today))
}

/// Says for the client that a task is done (S42). The first contact counts (S43); a later word is harmless (S44).
pub async fn complete_portal_task(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    task: TaskId,
) -> Result<PortalTaskState, Failure> {
    let command = Command { cx, session, scope, task };
    let (found, _) = command.run(|state, now| state.client_done(scope.contact(), now)).await?;
    Ok(PortalTaskState::of(&found))
}

/// Takes the client's "done" back, until the office completes the task (S42).
pub async fn reopen_portal_task(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    task: TaskId,
) -> Result<PortalTaskState, Failure> {
    let command = Command { cx, session, scope, task };
    let (found, _) = command.run(|state, _| state.client_reopen()).await?;
    Ok(PortalTaskState::of(&found))
}

struct Command<'c> {
    cx: &'c Context,
    session: &'c ContactSession,
    scope: ClientScope,
    task: TaskId,
}

impl Command<'_> {
    /// Reads the task, decides, and writes; again when somebody else changed it in between.
    async fn run(
        &self,
        decide: impl Fn(TaskState, Timestamp) -> Result<Transition, TaskError>,
    ) -> Result<(TaskRecord, Thread), Failure> {
        let Self { cx, session, scope, task } = *self;
        for _ in 0..TRIES {
            let read = tasks::get_with_thread_for_contact(&cx.table, scope, task).await?;
            let (before, thread) = read.ok_or(Failure::NotFound)?;
            let now = cx.now();
            let transition = decide(before.state.clone(), now)?;
            let change = transition.change;
            if change == Change::Nothing {
                return Ok((before, thread));
            }
            let mut after = decided(&before, transition, &session.contact.name, now);
            let is_done = matches!(change, Change::ClientDone { .. });
            let activity =
                ThreadActivity { client_news: is_done.then_some(true), ..ThreadActivity::default() };
            let mut transaction = cx.table.transaction();
            tasks::save_for_contact(&mut transaction, scope, &after, activity);
            // What follows from a contact's act is the product's work, not the contact's.
            let office = OfficeScope::for_job(scope.office());
            add_consequences(cx, &mut transaction, &office, &session.office, Some(&before), &after, false);
            if is_done {
                let happening = Happening::ContactDone { contact: scope.contact() };
                let effect = Effect::Notify { office_id: scope.office(), thread: task.into(), happening };
                outbox::add(&mut transaction, &cx.outbox_row(effect));
            }
            match transaction.commit().await {
                Ok(()) => {
                    after.v += 1;
                    return Ok((after, thread));
                }
                Err(error) if refused_by(&error, "version_mismatch") => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Conflict::Busy.into())
    }
}
