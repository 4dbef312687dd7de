//! The job that makes the tasks.

use std::collections::BTreeMap;

use sild_domain::{BulkTaskId, ClientId, OfficeId, ReminderChoice, TaskId, TaskState};
use sild_store::{
    OfficeScope, TransactionError,
    bulk::{self, BulkRun as _, SkipReason, Skipped},
    bulk_tasks::{self, BulkTaskRecord, Progress},
    clients::{self, ClientRecord, NamedMember},
    members,
    offices::{self, OfficeRecord},
    outbox::{self, Effect, OutboxRecord},
    tasks::{self, TaskRecord},
};

use crate::{
    Conflict, Context, Failure,
    bulk::select_more,
    tasks::{Making, Whose, add_consequences, new_checklist, record},
};

/// How many clients have their turn in one step: a transaction takes 100 items, and a task with its counters, its notice, its
/// reminder and its outbox rows is six of them.
const AT_ONCE: usize = 15;
/// How many bytes of tasks a step writes, as a transaction takes 4 MB; and what a task has beside its texts, generously.
const BYTES_MAX: usize = 3_000_000;
const BYTES_BESIDE: usize = 4_000;
/// How often a step is planned again when somebody changes one of its clients at the same time.
const TRIES: usize = 4;

/// Takes the step that `row` asks for: the one that begins when `done` clients are done. Delivered again, it finds the step
/// taken and does nothing.
pub async fn make_next_tasks(
    cx: &Context,
    row: &OutboxRecord,
    office: OfficeId,
    bulk_task: BulkTaskId,
    done: u32,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    for _ in 0..TRIES {
        let found = bulk_tasks::get_progress(&cx.table, &scope, bulk_task).await?;
        let Some(run) = found.filter(|run| run.done == done && !run.is_finished()) else { return Ok(()) };
        let Some(office) = offices::get(&cx.table, &scope).await? else { return Ok(()) };
        let step = if run.selection.is_complete {
            take_step(cx, &scope, &office, row, &run).await?
        } else {
            select_more(cx, &scope, &office, row, &run, next_effect(&scope, &run)).await?
        };
        match step {
            Ok(()) | Err(TransactionError::Refused { label: "progress_made", .. }) => return Ok(()),
            // A client was closed or archived, or the task of one was made, since it was read.
            Err(TransactionError::Refused { .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}

async fn take_step(
    cx: &Context,
    scope: &OfficeScope,
    office: &OfficeRecord,
    row: &OutboxRecord,
    run: &BulkTaskRecord,
) -> Result<Result<(), TransactionError>, Failure> {
    let turn = bulk::turn(&cx.table, scope, run, at_once(run)).await?;
    let ids = turn.iter().map(|client| TaskId::of_bulk(run.id, *client)).collect::<Vec<_>>();
    let clients = clients::get_many(&cx.table, scope, &turn).await?;
    let (made, starter) = tokio::try_join!(
        tasks::get_many(&cx.table, scope, &ids),
        members::get(&cx.table, scope, run.started_by)
    )?;
    let clients = clients.into_iter().map(|client| (client.id, client)).collect::<BTreeMap<_, _>>();
    let starter = starter.map(|member| NamedMember { id: member.id, name: member.name });

    let mut transaction = cx.table.transaction();
    let mut progress =
        Progress { done: u32::try_from(turn.len()).map_err(Failure::internal)?, ..Progress::default() };
    for (client, id) in turn.iter().zip(&ids) {
        // It was found twice, as it moved in the list while the clients were written down.
        if made.iter().any(|task| task.id == *id) {
            continue;
        }
        match reachable(run, office, *client, clients.get(client)) {
            Ok(client) => {
                let task = task_of(cx, run, *id, client, starter.clone())?;
                tasks::create(&mut transaction, scope, &task);
                add_consequences(cx, &mut transaction, scope, office, None, &task, run.assigns);
                progress.created = progress.created.saturating_add(1);
            }
            Err(skipped) => progress.skipped.push(skipped),
        }
    }
    bulk_tasks::advance(&mut transaction, scope, run, &progress);
    outbox::settle(&mut transaction, row);
    let after = BulkTaskRecord { done: run.done.saturating_add(progress.done), ..run.clone() };
    if !after.is_finished() {
        outbox::add(&mut transaction, &cx.outbox_row(next_effect(scope, &after)));
    }
    Ok(transaction.commit().await)
}

/// As many clients as a transaction takes of this task.
fn at_once(run: &BulkTaskRecord) -> usize {
    let lines = run.checklist.iter().map(|line| line.as_str().len()).sum::<usize>();
    let bytes = BYTES_BESIDE + run.title.as_str().len() + run.description.as_str().len() + 2 * lines;
    (BYTES_MAX / bytes).clamp(1, AT_ONCE)
}

/// The client if it can have the task, or why it was passed over.
fn reachable<'c>(
    run: &BulkTaskRecord,
    office: &OfficeRecord,
    id: ClientId,
    client: Option<&'c ClientRecord>,
) -> Result<&'c ClientRecord, Skipped> {
    let Some(client) = client else { return Err(Skipped::not_found(id)) };
    let reason = if client.archived_at.is_some() {
        SkipReason::Archived
    } else if run.assigns && !office.portal_is_reachable() {
        SkipReason::PortalInactive
    } else if run.assigns && !client.portal_is_open {
        SkipReason::PortalClosed
    } else {
        return Ok(client);
    };
    Err(Skipped { client_name: Some(client.name.clone()), reason, ..Skipped::not_found(id) })
}

fn task_of(
    cx: &Context,
    run: &BulkTaskRecord,
    id: TaskId,
    client: &ClientRecord,
    starter: Option<NamedMember>,
) -> Result<TaskRecord, Failure> {
    let now = cx.now();
    let state = TaskState {
        is_auto_complete: run.auto_complete,
        client_may_tick: run.client_may_tick,
        checklist: new_checklist(cx, run.checklist.iter().cloned())?,
        due: run.due,
        ..TaskState::default()
    };
    let state = if run.assigns { state.assign(true, now)?.state } else { state };
    let made = Making {
        title: run.title.clone(),
        description: run.description.clone(),
        state,
        reminders: ReminderChoice::Inherit,
        series_id: None,
        request_id: None,
    };
    let assignee = client.responsible.first().filter(|_| run.to_responsible).cloned();
    Ok(record(id, Whose::of(client), made, assignee, starter, now))
}

const fn next_effect(scope: &OfficeScope, run: &BulkTaskRecord) -> Effect {
    Effect::MakeTasks { office_id: scope.office(), bulk_task_id: run.id, done: run.done }
}
