//! Bulk openings of client portals (S16): the list of clients, the progress, and who was skipped.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{BulkOpeningId, ClientId, CompanyName, PersonName};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update,
    key::{Key, Keys},
    record::from_item_of_kind,
};

/// A bulk opening.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BulkOpeningRecord {
    /// Its id.
    pub id: BulkOpeningId,
    /// The clients to open, in order; at most 1,000.
    pub client_ids: Vec<ClientId>,
    /// Whether their contacts are invited by mail.
    pub with_invitations: bool,
    /// How many clients are done, opened or not.
    pub done: u32,
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

/// Why a client or a contact was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// The client has no contacts.
    NoContacts,
    /// The contact's address bounced.
    Bounced,
    /// The contact called our mail spam.
    Complained,
    /// The client is not there any more.
    NotFound,
}

/// Somebody who was passed over.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Skipped {
    /// The client.
    pub client_id: ClientId,
    /// Its name.
    pub client_name: Option<CompanyName>,
    /// The contact, where it is one.
    pub contact_name: Option<PersonName>,
    /// Why.
    pub reason: SkipReason,
}

/// Who was passed over among some of the clients.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SkippedRecord {
    /// In the order of the clients.
    pub skipped: Vec<Skipped>,
}

impl Record for SkippedRecord {
    const ENT: &'static str = "bulk_skipped";
}

fn partition(scope: &OfficeScope, id: BulkOpeningId) -> String {
    format!("{}#B#{}", scope.partition(), id.key())
}

/// Writes a new bulk opening.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, opening: &BulkOpeningRecord) {
    transaction.put_new(
        "bulk_opening_exists",
        &Keys::new(Key::new(partition(scope, opening.id), "A")),
        opening,
    );
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
    let mut opening = None;
    let mut skipped = Vec::new();
    for item in table.query(partition(scope, id)).all().await? {
        if let Some(record) = from_item_of_kind::<BulkOpeningRecord>(&item)? {
            opening = Some(record);
        } else if let Some(record) = from_item_of_kind::<SkippedRecord>(&item)? {
            skipped.extend(record.skipped);
        }
    }
    Ok(opening.map(|opening| (opening, skipped)))
}

/// How far some clients more have brought it.
#[derive(Debug, Clone, Default)]
pub struct Progress {
    /// Clients done.
    pub done: u32,
    /// Of them opened.
    pub opened: u32,
    /// Of them open before.
    pub already_open: u32,
    /// Invitations.
    pub invited: u32,
    /// Who was passed over.
    pub skipped: Vec<Skipped>,
}

/// Adds progress, if exactly `before` clients were done. Refused as `progress_made`.
pub fn advance(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    id: BulkOpeningId,
    before: u32,
    progress: &Progress,
) {
    let key = Key::new(partition(scope, id), "A");
    let update = Update::new(&key)
        .when_equal("done", before)
        .add("done", i64::from(progress.done))
        .add("opened", i64::from(progress.opened))
        .add("already_open", i64::from(progress.already_open))
        .add("invited", i64::from(progress.invited));
    transaction.update("progress_made", update);
    if !progress.skipped.is_empty() {
        let key = Key::new(partition(scope, id), format!("R#{before:06}"));
        transaction.put(&Keys::new(key), &SkippedRecord { skipped: progress.skipped.clone() });
    }
}
