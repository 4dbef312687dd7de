//! Lists of tasks.

use sild_domain::ClientId;
use sild_store::{
    ClientScope, Page, PageRequest, clients,
    sessions::{ContactSession, MemberSession},
    tasks::{self, TaskHalf, TaskList},
};

use super::{PortalTaskSummary, TaskSummary};
use crate::{Context, Failure};

/// Whose tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TasksOf {
    /// Of one client.
    Client(ClientId),
    /// Of the member who asks.
    Me,
}

/// Which tasks to list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TaskFilter {
    /// Whose.
    pub of: TasksOf,
    /// Open by deadline, or finished, newest first.
    pub half: TaskHalf,
}

/// A page of tasks as the office sees them.
pub async fn list_tasks(
    cx: &Context,
    session: &MemberSession,
    filter: TaskFilter,
    request: &PageRequest,
) -> Result<Page<TaskSummary>, Failure> {
    let scope = &session.scope;
    let page = match filter.of {
        TasksOf::Me => {
            let of = TaskList::OfMember(session.member.id);
            tasks::list(&cx.table, scope, of, filter.half, request).await?
        }
        TasksOf::Client(client) => {
            let of = TaskList::OfClient(client);
            let (found, page) = tokio::try_join!(
                clients::get(&cx.table, scope, client),
                tasks::list(&cx.table, scope, of, filter.half, request),
            )?;
            found.ok_or(Failure::NotFound)?;
            page
        }
    };
    let today = session.office.time_zone.today(cx.now());
    Ok(page.map(|task| TaskSummary::of(&task, today)))
}

/// A page of the tasks that a client has: the sample first, then by deadline; or the finished, newest first.
pub async fn list_portal_tasks(
    cx: &Context,
    session: &ContactSession,
    scope: ClientScope,
    half: TaskHalf,
    request: &PageRequest,
) -> Result<Page<PortalTaskSummary>, Failure> {
    let page = tasks::list_for_contact(&cx.table, scope, half, request).await?;
    let today = session.office.time_zone.today(cx.now());
    Ok(page.map(|entry| PortalTaskSummary::of(&entry, scope.contact(), today)))
}
