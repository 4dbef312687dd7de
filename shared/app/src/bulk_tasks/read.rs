//! How far a bulk task is.

use sild_domain::BulkTaskId;
use sild_store::{
    bulk::{NAMED_MAX, SkipReason},
    bulk_tasks::{self, BulkTaskRecord},
    sessions::MemberSession,
};

use super::BulkTask;
use crate::{Context, Failure};

/// A bulk task: for whoever started it and for who works with all of its clients. A plain member who works with one of its
/// clients no more is not told of it.
pub async fn get_bulk_task(
    cx: &Context,
    session: &MemberSession,
    id: BulkTaskId,
) -> Result<BulkTask, Failure> {
    let scope = &session.scope;
    let (task, mut skipped) = bulk_tasks::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
    if task.started_by != session.member.id && !scope.reaches_all_clients() {
        let from_the_first = BulkTaskRecord { done: 0, ..task.clone() };
        let clients = bulk_tasks::turn(&cx.table, scope, &from_the_first, NAMED_MAX).await?;
        if !task.selection.is_reached(&clients, |client| scope.reaches(client)) {
            return Err(Failure::NotFound);
        }
    }
    skipped.retain(|skipped| skipped.reason == SkipReason::NotFound || scope.reaches(skipped.client_id));
    Ok(BulkTask::of(&task, &skipped))
}
