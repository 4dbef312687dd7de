//! Making the tasks that series owe. Each occurrence exists exactly once, whatever is tried again: its task's id comes out
//! of series and date, and writing it and moving the series on is one transaction.

use sild_domain::{Occurrence, OfficeId, SeriesId, TaskId, TaskState};
use sild_store::{
    OfficeScope, TransactionError, clients,
    offices::{self, OfficeRecord},
    series::{self, SeriesRecord},
    tasks::{self, TaskRecord},
};

use super::plan::{is_due, next_of, passed};
use crate::{
    Context, Failure,
    tasks::{Making, Whose, add_consequences, new_checklist, record, refused_by},
};

/// How often one task is tried again when others change the same series or client.
const TRIES: u32 = 8;

/// Makes what all series of an office owe by today. One that fails does not hold up the others; it fails the run in the
/// end, so that the run is tried again.
pub async fn generate_due(cx: &Context, office: OfficeId) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let Some(found) = offices::get(&cx.table, &scope).await? else { return Ok(()) };
    let today = found.time_zone.today(cx.now());
    let mut failed = None;
    for owing in series::due(&cx.table, &scope, today).await? {
        if let Err(failure) = generate(cx, &scope, &found, owing.id).await {
            tracing::error!(series = %owing.id, cause = %failure, "a series could not be brought up to today");
            failed.get_or_insert(failure);
        }
    }
    failed.map_or(Ok(()), Err)
}

/// Makes what one series owes by today.
pub async fn generate_series(cx: &Context, office: OfficeId, series: SeriesId) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let Some(found) = offices::get(&cx.table, &scope).await? else { return Ok(()) };
    generate(cx, &scope, &found, series).await
}

async fn generate(
    cx: &Context,
    scope: &OfficeScope,
    office: &OfficeRecord,
    id: SeriesId,
) -> Result<(), Failure> {
    let mut tries = 0;
    let mut last_next = None;
    while tries < TRIES {
        let Some(series) = series::get(&cx.table, scope, id).await? else { return Ok(()) };
        let today = office.time_zone.today(cx.now());
        if !is_due(&series, today) {
            return Ok(());
        }
        // Somebody else may make tasks as well; only standing still counts as a try.
        tries = if series.next_nominal == last_next { tries + 1 } else { 0 };
        last_next = series.next_nominal;
        let client = clients::get(&cx.table, scope, series.client_id).await?;
        let Some(client) = client.filter(|client| client.archived_at.is_none()) else { return Ok(()) };
        make_next(cx, scope, office, (&series, passed(&series)), Whose::of(&client), client.portal_is_open)
            .await?;
    }
    Err(Failure::internal("a series was changed by others again and again"))
}

/// What came of making a task.
pub(super) enum Made {
    /// The series as it is now.
    Done(Box<SeriesRecord>),
    /// The client's portal is closed, so that it can be given nothing.
    PortalClosed,
    /// The client is archived, and the series is about to rest.
    Archived,
    /// Somebody else just moved the series on: reading it again shows.
    Moved,
}

/// Makes the task of the next occurrence and moves the series on to `passed`. With `gives` the client is given it, where the
/// series says so; a client whose portal is closed gets its task when somebody assigns it.
pub(super) async fn make_next(
    cx: &Context,
    scope: &OfficeScope,
    office: &OfficeRecord,
    (series, passed): (&SeriesRecord, SeriesRecord),
    whose: Whose<'_>,
    gives: bool,
) -> Result<Made, Failure> {
    let (mut after, outcome) = match next_of(series) {
        None => {
            let outcome = commit(cx, scope, office, &passed, None).await;
            (passed, outcome)
        }
        Some(occurrence) => {
            let is_assigned = gives && series.assign_to_client && office.portal_is_reachable();
            let task = task_of(cx, series, whose, occurrence, is_assigned)?;
            let made = SeriesRecord { created_count: series.created_count + 1, ..passed.clone() };
            match commit(cx, scope, office, &made, Some(&task)).await {
                // The rule was changed and names a day that has its task already.
                Err(error) if refused_by(&error, "task_exists") => {
                    let outcome = commit(cx, scope, office, &passed, None).await;
                    (passed, outcome)
                }
                outcome => (made, outcome),
            }
        }
    };
    match outcome {
        Ok(()) => {
            after.v += 1;
            Ok(Made::Done(Box::new(after)))
        }
        Err(error) if refused_by(&error, "portal_closed") => Ok(Made::PortalClosed),
        Err(error) if refused_by(&error, "client_archived") => Ok(Made::Archived),
        Err(TransactionError::Busy) => Ok(Made::Moved),
        Err(error) if refused_by(&error, "version_mismatch") => Ok(Made::Moved),
        Err(error) => Err(error.into()),
    }
}

/// The series first: only one that nobody else moved can meet a task that exists.
async fn commit(
    cx: &Context,
    scope: &OfficeScope,
    office: &OfficeRecord,
    series: &SeriesRecord,
    task: Option<&TaskRecord>,
) -> Result<(), TransactionError> {
    let mut transaction = cx.table.transaction();
    series::save(&mut transaction, scope, series);
    if let Some(task) = task {
        tasks::create(&mut transaction, scope, task);
        add_consequences(cx, &mut transaction, scope, office, None, task, task.state.is_assigned());
    }
    transaction.commit().await
}

/// The task of an occurrence: the same id each time it is asked for.
fn task_of(
    cx: &Context,
    series: &SeriesRecord,
    whose: Whose<'_>,
    occurrence: Occurrence,
    is_assigned: bool,
) -> Result<TaskRecord, Failure> {
    let now = cx.now();
    let state = TaskState {
        is_auto_complete: series.auto_complete,
        client_may_tick: series.client_may_tick,
        checklist: new_checklist(cx, series.checklist.iter().cloned())?,
        due: Some(series.recurrence.due_on(occurrence)),
        ..TaskState::default()
    };
    let state = if is_assigned { state.assign(true, now)?.state } else { state };
    let made = Making {
        title: series.title.clone(),
        description: series.description.clone(),
        state,
        reminders: series.reminders,
        series_id: Some(series.id),
        request_id: None,
    };
    let id = TaskId::for_occurrence(series.id, occurrence.nominal);
    Ok(record(id, whose, made, series.assignee.clone(), None, now))
}
