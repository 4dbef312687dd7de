//! Bulk openings of client portals (S16): the list of clients, the progress, and who was skipped.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{BulkOpeningId, ClientId, CompanyName, ContactId, MemberId, PersonName};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update,
    key::{Index, Key, Keys},
    record::from_item_of_kind,
};

/// How many clients one bulk opening may name.
pub const CLIENTS_MAX: usize = 1_000;

/// A bulk opening.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BulkOpeningRecord {
    /// Its id.
    pub id: BulkOpeningId,
    /// Who started it.
    pub started_by: MemberId,
    /// How many clients were asked for, those among them that do not exist.
    pub total: u32,
    /// The clients to open, in order; at most [`CLIENTS_MAX`].
    pub client_ids: Vec<ClientId>,
    /// Whether their contacts are invited by mail.
    pub with_invitations: bool,
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

    /// Whether nothing is left to do.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        usize::try_from(self.done).is_ok_and(|done| done >= self.client_ids.len())
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
    /// The client is not there, or not any more.
    NotFound,
    /// The office's portal was deactivated before it was the client's turn.
    PortalInactive,
    /// The client is archived.
    Archived,
}

/// Somebody who was passed over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Skipped {
    /// The client.
    pub client_id: ClientId,
    /// Its name.
    pub client_name: Option<CompanyName>,
    /// The contact, where it is one.
    #[serde(default)]
    pub contact_id: Option<ContactId>,
    /// Copy of their name.
    pub contact_name: Option<PersonName>,
    /// Why.
    pub reason: SkipReason,
}

/// Who was passed over among some of the clients.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SkippedRecord {
    /// In the order of the clients.
    pub(crate) skipped: Vec<Skipped>,
    /// When the table may forget it, together with the bulk opening: Unix seconds.
    #[serde(default)]
    ttl: i64,
}

impl Record for SkippedRecord {
    const ENT: &'static str = "bulk_skipped";
}

fn partition(scope: &OfficeScope, id: BulkOpeningId) -> String {
    format!("{}#B#{}", scope.partition(), id.key())
}

fn key(scope: &OfficeScope, id: BulkOpeningId) -> Key {
    Key::new(partition(scope, id), "A")
}

/// Where the bulk openings of an office are listed, each before who was passed over in it.
pub(crate) fn list_pk(scope: &OfficeScope) -> String {
    format!("{}#B", scope.partition())
}

/// Writes a new bulk opening, and which of the clients asked for do not exist.
pub fn create(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    opening: &BulkOpeningRecord,
    skipped: &[Skipped],
) {
    let keys = Keys::new(key(scope, opening.id)).indexed(Index::Gsi1, list_pk(scope), opening.id.key());
    transaction.put_new("bulk_opening_exists", &keys, opening);
    put_skipped(transaction, scope, opening, "-", skipped);
}

fn put_skipped(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    opening: &BulkOpeningRecord,
    step: &str,
    skipped: &[Skipped],
) {
    if !skipped.is_empty() {
        let key = Key::new(partition(scope, opening.id), format!("R#{step}"));
        let place = format!("{}#{}", opening.id.key(), key.sk);
        let keys = Keys::new(key).indexed(Index::Gsi1, list_pk(scope), place);
        transaction.put(&keys, &SkippedRecord { skipped: skipped.to_vec(), ttl: opening.ttl });
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

/// Reads a bulk opening without who was passed over.
///
/// # Errors
/// [`StoreError`]
pub async fn get_progress(
    table: &Table,
    scope: &OfficeScope,
    id: BulkOpeningId,
) -> Result<Option<BulkOpeningRecord>, StoreError> {
    table.get(&key(scope, id)).await
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
    let update = Update::new(&key(scope, opening.id)).when_equal("done", before.done);
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
    put_skipped(transaction, scope, opening, &step, &progress.skipped);
}
