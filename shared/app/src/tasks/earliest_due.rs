//! The earliest deadline of a client's open tasks, kept on the client so that lists need not look for it.

use jiff::civil::Date;
use sild_domain::{ClientId, OfficeId, TaskId};
use sild_store::{OfficeScope, clients, tasks};

use crate::{Context, Failure};

/// How many tasks are read from the index: it may be late, and the first of them finished since.
const CANDIDATES: u16 = 25;
/// How often it is worked out again when somebody else did meanwhile.
const TRIES: u32 = 10;

/// Works out the earliest deadline of a client's open tasks again, after `task` changed, and brings the client's places in
/// lists up to date.
///
/// The index may not show that change yet, so the task itself and the first of the index are read as they are now.
pub async fn refresh_earliest_due(
    cx: &Context,
    office: OfficeId,
    client: ClientId,
    task: TaskId,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    for _ in 0..TRIES {
        let Some(before) = clients::get(&cx.table, &scope, client).await? else { return Ok(()) };
        let earliest = earliest_due(cx, &scope, client, task).await?;
        let is_known = earliest == before.earliest_due
            || clients::set_earliest_due(&cx.table, &scope, &before, earliest).await?;
        if is_known {
            return Ok(clients::refresh_lists(&cx.table, &scope, client).await?);
        }
    }
    Err(Failure::internal("the earliest deadline of a client changed again and again"))
}

async fn earliest_due(
    cx: &Context,
    scope: &OfficeScope,
    client: ClientId,
    task: TaskId,
) -> Result<Option<Date>, Failure> {
    let listed = tasks::earliest_open(&cx.table, scope, client, CANDIDATES).await?;
    let mut candidates = listed.iter().map(|task| task.id).collect::<Vec<_>>();
    if !candidates.contains(&task) {
        candidates.push(task);
    }
    let found = tasks::get_many(&cx.table, scope, &candidates).await?;
    let open = found.iter().filter(|task| task.client_id == client && !task.state.is_completed());
    Ok(open.filter_map(|task| task.state.due).min())
}
