//! Who is told how far a run is, and of whom.

use sild_store::{
    bulk::{self, BulkRun, SkipReason, Skipped},
    sessions::MemberSession,
};

use crate::{Context, Failure};

/// A run with those passed over that a member may see. It exists for whoever started it and for who works with all of its
/// clients; a plain member who works with one of its clients no more is not told of that one.
pub(crate) async fn shown<R: BulkRun>(
    cx: &Context,
    session: &MemberSession,
    found: Option<(R, Vec<Skipped>)>,
) -> Result<(R, Vec<Skipped>), Failure> {
    let scope = &session.scope;
    let (run, mut skipped) = found.ok_or(Failure::NotFound)?;
    if run.started_by() != session.member.id && !bulk::is_reached(&cx.table, scope, &run).await? {
        return Err(Failure::NotFound);
    }
    skipped.retain(|skipped| skipped.reason == SkipReason::NotFound || scope.reaches(skipped.client_id));
    Ok((run, skipped))
}
