//! Reading a task, and remembering that a member did.

use sild_domain::TaskId;
use sild_store::{sessions::MemberSession, tasks};

use super::{Task, view::Surroundings};
use crate::{Context, Failure};

/// A task with its whole thread and how it stands in the portal. Reading changes nothing: see [`mark_task_seen`].
pub async fn get_task(cx: &Context, session: &MemberSession, task: TaskId) -> Result<Task, Failure> {
    let scope = &session.scope;
    let read = tasks::get_with_thread(&cx.table, scope, task).await?;
    let (found, thread) = read.ok_or(Failure::NotFound)?;
    let around = Surroundings::read(cx, session, found.client_id).await?.ok_or(Failure::NotFound)?;
    let today = session.office.time_zone.today(cx.now());
    Ok(Task::of(&found, &thread, &around, scope.actor(), today))
}

/// Remembers that a member has looked at what the client did.
pub async fn mark_task_seen(cx: &Context, session: &MemberSession, task: TaskId) -> Result<(), Failure> {
    let found = tasks::get(&cx.table, &session.scope, task).await?.ok_or(Failure::NotFound)?;
    if found.has_client_news {
        tasks::clear_client_news(&cx.table, &session.scope, task).await?;
    }
    Ok(())
}
