//! How far a bulk task is.

use sild_domain::BulkTaskId;
use sild_store::{bulk_tasks, sessions::MemberSession};

use super::BulkTask;
use crate::{Context, Failure, bulk::shown};

/// A bulk task: for whoever started it and for who works with all of its clients.
pub async fn get_bulk_task(
    cx: &Context,
    session: &MemberSession,
    id: BulkTaskId,
) -> Result<BulkTask, Failure> {
    let found = bulk_tasks::get(&cx.table, &session.scope, id).await?;
    let (task, skipped) = shown(cx, session, found).await?;
    Ok(BulkTask::of(&task, &skipped))
}
