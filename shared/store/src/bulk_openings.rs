//! Bulk openings of client portals (S16): how far each is.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{BulkOpeningId, ContactId, MemberId};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update,
    bulk::{self, BulkRun, Selection, Skipped},
};

/// A bulk opening.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BulkOpeningRecord {
    /// Its id.
    pub id: BulkOpeningId,
    /// Who started it.
    pub started_by: MemberId,
    /// How many of the clients that were named do not exist.
    pub missing: u32,
    /// The clients to open.
    pub selection: Selection,
    /// Whether their contacts are invited by mail.
    pub with_invitations: bool,
    /// Whether that is repeated for clients that are open already.
    #[serde(default)]
    pub send_again: bool,
    /// How many clients are done, opened or not.
    pub done: u32,
    /// The last contact that is done of the client that comes next, where its contacts do not fit into one transaction.
    pub after: Option<ContactId>,
    /// How many were opened by it.
    pub opened: u32,
    /// How many had been open already.
    pub already_open: u32,
    /// How many invitations it sent for.
    pub invited: u32,
    /// Since when.
    pub started_at: Timestamp,
    /// When the table may forget it: Unix seconds.
    pub ttl: i64,
}

impl Record for BulkOpeningRecord {
    const ENT: &'static str = "bulk_opening";
}

impl BulkOpeningRecord {
    /// How far it is.
    #[must_use]
    pub const fn place(&self) -> Place {
        Place { done: self.done, after: self.after }
    }
}

/// How far a bulk opening is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// How many clients are done.
    pub done: u32,
    /// The last contact done of the next client, where it is begun.
    pub after: Option<ContactId>,
}

impl BulkRun for BulkOpeningRecord {
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

/// Reads a bulk opening with everybody passed over so far.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    id: BulkOpeningId,
) -> Result<Option<(BulkOpeningRecord, Vec<Skipped>)>, StoreError> {
    bulk::get(table, scope, &id.key()).await
}

/// Reads a bulk opening without who was passed over.
///
/// # Errors
/// [`StoreError`]
pub async fn get_progress(
    table: &Table,
    scope: &OfficeScope,
    id: BulkOpeningId,
) -> Result<Option<BulkOpeningRecord>, StoreError> {
    table.get(&bulk::head_key(scope, &id.key())).await
}

/// How far one step brings it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Progress {
    /// Clients done.
    pub done: u32,
    /// The last contact done of the client after them, where it is begun.
    pub after: Option<ContactId>,
    /// Clients opened.
    pub opened: u32,
    /// Clients that were open before.
    pub already_open: u32,
    /// Invitations.
    pub invited: u32,
    /// Who was passed over.
    pub skipped: Vec<Skipped>,
}

/// Adds progress, if it is where `opening` was read. Refused as `progress_made`.
pub fn advance(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    opening: &BulkOpeningRecord,
    progress: &Progress,
) {
    let before = opening.place();
    let update = Update::new(&bulk::head_key(scope, &opening.id.key())).when_equal("done", before.done);
    let update = match before.after {
        Some(after) => update.when_equal("after", after),
        None => update.when_lacks("after"),
    };
    let update = match (before.after, progress.after) {
        (_, Some(after)) => update.set("after", after),
        (Some(_), None) => update.remove("after"),
        (None, None) => update,
    };
    let update = update
        .add("done", i64::from(progress.done))
        .add("opened", i64::from(progress.opened))
        .add("already_open", i64::from(progress.already_open))
        .add("invited", i64::from(progress.invited));
    transaction.update("progress_made", update);
    let step = format!("{:06}#{}", before.done, before.after.map(ContactId::key).unwrap_or_default());
    bulk::put_skipped(transaction, scope, opening, &step, &progress.skipped);
}
