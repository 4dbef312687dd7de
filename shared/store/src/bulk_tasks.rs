//! Bulk tasks: one task for many clients, a copy each, and how far that is.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{BulkTaskId, Description, MemberId, ShortText, Title};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update,
    bulk::{self, BulkRun, Selection, Skipped},
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

impl BulkRun for BulkTaskRecord {
    fn key(&self) -> String {
        self.id.key()
    }

    fn started_by(&self) -> MemberId {
        self.started_by
    }

    fn selection(&self) -> &Selection {
        &self.selection
    }

    fn missing(&self) -> u32 {
        self.missing
    }

    fn done(&self) -> u32 {
        self.done
    }

    fn ttl(&self) -> i64 {
        self.ttl
    }
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
    bulk::get(table, scope, &id.key()).await
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
    table.get(&bulk::head_key(scope, &id.key())).await
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
    let update = Update::new(&bulk::head_key(scope, &task.id.key()))
        .when_equal("done", task.done)
        .add("done", i64::from(progress.done))
        .add("created", i64::from(progress.created));
    transaction.update("progress_made", update);
    bulk::put_skipped(transaction, scope, task, &format!("{:06}", task.done), &progress.skipped);
}
