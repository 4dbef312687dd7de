//! What members do to a request: close it, open it again.

use jiff::Timestamp;
use sild_domain::{RequestError, RequestId, RequestState};
use sild_store::{requests, sessions::MemberSession};

use super::Request;
use crate::{Conflict, Context, Failure, tasks::refused_by};

/// How often a command is tried again when somebody else changed the request between reading and writing.
const TRIES: u32 = 3;

/// Closes a request: the office is done with it.
pub async fn close_request(
    cx: &Context,
    session: &MemberSession,
    request: RequestId,
) -> Result<Request, Failure> {
    run(cx, session, request, |state, now| state.closed(session.member.id, now)).await
}

/// Opens a closed request again.
pub async fn reopen_request(
    cx: &Context,
    session: &MemberSession,
    request: RequestId,
) -> Result<Request, Failure> {
    run(cx, session, request, |state, _| state.reopened()).await
}

/// Reads the request, decides, and writes; again when somebody else changed it in between.
async fn run(
    cx: &Context,
    session: &MemberSession,
    request: RequestId,
    decide: impl Fn(RequestState, Timestamp) -> Result<RequestState, RequestError>,
) -> Result<Request, Failure> {
    let scope = &session.scope;
    for _ in 0..TRIES {
        let read = requests::get_with_thread(&cx.table, scope, request).await?;
        let (before, thread) = read.ok_or(Failure::NotFound)?;
        let state = decide(before.state, cx.now())?;
        let is_over = !state.is_open();
        let after = requests::RequestRecord {
            state,
            ended_by: is_over.then(|| session.member.name.clone()),
            ended_by_id: is_over.then_some(session.member.id),
            ..before
        };
        let mut transaction = cx.table.transaction();
        requests::save(&mut transaction, scope, &after);
        match transaction.commit().await {
            Ok(()) => return Ok(Request::of(&after, &thread, scope.actor())),
            Err(error) if refused_by(&error, "version_mismatch") => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
