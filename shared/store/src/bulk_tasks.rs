//! Bulk tasks: one task for many clients, a copy each, and how far that is.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{BulkTaskId, ClientId, Description, MemberId, ShortText, Title};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update,
    bulk::{self, Run, Selection, Skipped},
};

/// A bulk task.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BulkTaskRecord {
    /// Its id.
    pub id: BulkTaskId,
    /// Who started it.
    pub started_by: MemberId,
    /// How many of the clients that were named do not exist.
    pub missing: u32,
    /// The clients that get one.
    pub selection: Selection,
    /// What each task is called.
    pub title: Title,
    /// What is to be done, in full.
    pub description: Description,
    /// The deadline of each.
    pub due: Option<Date>,
    /// The lines of the checklist of each.
    pub checklist: Vec<ShortText>,
    /// Whether contacts may tick it.
    pub client_may_tick: bool,
    /// Whether the client's done completes it.
    pub auto_complete: bool,
    /// Whether it is given to the client at once.
    pub assigns: bool,
    /// Whether whoever answers for the client works on it.
    pub to_responsible: bool,
    /// How many clients are done, with a task or without.
    pub done: u32,
    /// How many tasks it made.
    pub created: u32,
    /// Since when.
    pub started_at: Timestamp,
    /// When the table may forget it: Unix seconds.
    pub ttl: i64,
}

impl Record for BulkTaskRecord {
    const ENT: &'static str = "bulk_task";
}

impl BulkTaskRecord {
    /// How many clients were asked for, as far as they are known: those that do not exist among them.
    #[must_use]
    pub const fn total(&self) -> u32 {
        self.selection.count.saturating_add(self.missing)
    }

    /// Whether nothing is left to do.
    #[must_use]
    pub const fn is_finished(&self) -> bool {
        self.selection.is_complete && self.done >= self.selection.count
    }
}

fn run(scope: &OfficeScope, task: &BulkTaskRecord) -> Run {
    Run::new(scope, task.id.key(), task.ttl)
}

/// Writes a new bulk task with the clients that were named, and which of those asked for do not exist.
pub fn create(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: &BulkTaskRecord,
    clients: &[ClientId],
    skipped: &[Skipped],
) {
    let run = run(scope, task);
    transaction.put_new("bulk_task_exists", &run.head(), task);
    run.put_turn(transaction, 0, clients);
    run.put_skipped(transaction, "-", skipped);
}

/// Writes down one more part of its clients. Refused as `progress_made`.
pub fn select(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: &BulkTaskRecord,
    after: &Selection,
    clients: &[ClientId],
) {
    run(scope, task).select(transaction, &task.selection, after, clients);
}

/// The next clients of a bulk task, at most `at_once`.
///
/// # Errors
/// [`StoreError`]
pub async fn turn(
    table: &Table,
    scope: &OfficeScope,
    task: &BulkTaskRecord,
    at_once: usize,
) -> Result<Vec<ClientId>, StoreError> {
    run(scope, task).turn(table, task.done, at_once).await
}

/// Reads a bulk task with everybody passed over so far.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    id: BulkTaskId,
) -> Result<Option<(BulkTaskRecord, Vec<Skipped>)>, StoreError> {
    bulk::read(table, scope, &id.key()).await
}

/// Reads a bulk task without who was passed over.
///
/// # Errors
/// [`StoreError`]
pub async fn get_progress(
    table: &Table,
    scope: &OfficeScope,
    id: BulkTaskId,
) -> Result<Option<BulkTaskRecord>, StoreError> {
    table.get(&Run::new(scope, id.key(), 0).key()).await
}

/// How far one step brings it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Clients done.
    pub done: u32,
    /// Tasks made.
    pub created: u32,
    /// Who was passed over.
    pub skipped: Vec<Skipped>,
}

/// Adds progress, if it is where `task` was read. Refused as `progress_made`.
pub fn advance(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: &BulkTaskRecord,
    progress: &Progress,
) {
    let run = run(scope, task);
    let update = Update::new(&run.key())
        .when_equal("done", task.done)
        .add("done", i64::from(progress.done))
        .add("created", i64::from(progress.created));
    transaction.update("progress_made", update);
    run.put_skipped(transaction, &format!("{:06}", task.done), &progress.skipped);
}
