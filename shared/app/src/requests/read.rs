//! Reading one request, and remembering that it was read.

use sild_domain::RequestId;
use sild_store::{ClientScope, OfficeScope, clients, requests, sessions::MemberSession, tasks};

use super::{PortalRequest, Request, portal_view::seen_by};
use crate::{Context, Failure, FieldError};

/// A request with its whole thread.
pub async fn get_request(
    cx: &Context,
    session: &MemberSession,
    request: RequestId,
) -> Result<Request, Failure> {
    let read = requests::get_with_thread(&cx.table, &session.scope, request).await?;
    let (found, thread) = read.ok_or(Failure::NotFound)?;
    Ok(Request::of(&found, &thread, session.scope.actor()))
}

/// Remembers that a member has looked at what the client did.
pub async fn mark_request_seen(
    cx: &Context,
    session: &MemberSession,
    request: RequestId,
) -> Result<(), Failure> {
    let found = requests::get(&cx.table, &session.scope, request).await?.ok_or(Failure::NotFound)?;
    if found.has_client_news {
        requests::clear_client_news(&cx.table, &session.scope, request).await?;
    }
    Ok(())
}

/// A request with the portal's part of its thread.
pub async fn get_portal_request(
    cx: &Context,
    scope: ClientScope,
    request: RequestId,
) -> Result<PortalRequest, Failure> {
    let office = OfficeScope::for_job(scope.office());
    let (read, client) = tokio::try_join!(
        requests::get_with_thread_for_contact(&cx.table, scope, request),
        clients::get(&cx.table, &office, scope.client()),
    )?;
    let (found, thread) = read.ok_or(Failure::NotFound)?;
    let task = match found.state.task() {
        Some(task) => tasks::get_for_contact(&cx.table, scope, task).await?.map(|task| task.id),
        None => None,
    };
    Ok(PortalRequest::of(&found, &thread, seen_by(client.as_ref()), task, scope.contact()))
}

/// Remembers how much of a request the contact has seen: never less than before, never more than has happened.
pub async fn mark_request_read(
    cx: &Context,
    scope: ClientScope,
    request: RequestId,
    activity: u32,
) -> Result<(), Failure> {
    if requests::mark_read(&cx.table, scope, request, activity).await? {
        return Ok(());
    }
    let found = requests::get_for_contact(&cx.table, scope, request).await?.ok_or(Failure::NotFound)?;
    if activity > found.activity {
        return Err(Failure::Invalid(vec![FieldError::new("/activity", "out_of_range")]));
    }
    Ok(())
}
