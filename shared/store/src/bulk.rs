//! What goes through many clients has in common: which clients, and who was passed over.
//!
//! The clients are written down before the first has its turn, a thousand an item, so that what happens to them meanwhile
//! moves nobody's turn. Those named one by one are written with the start; those found by a filter by a job, part by part.

use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, CompanyName, ContactId, MemberId, PersonName};

use crate::{
    Cursor, CursorError, OfficeScope, Record, StoreError, Table, Transaction, Update,
    clients::ClientPortalState,
    key::{Index, Key, Keys},
    record::{from_item, from_item_of_kind},
};

/// How many clients may be named one by one.
pub const NAMED_MAX: usize = 1_000;
/// How many clients one item names.
pub const CLIENTS_AN_ITEM: u16 = 1_000;

/// By what clients are found, as a list of clients does; without a filter, all that are not archived.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SelectedBy {
    /// Words that each must begin a word of the name, the registry code, or a contact's name or address.
    pub search: Option<String>,
    /// Only those for which this member answers.
    pub responsible: Option<MemberId>,
    /// Only those that are so far with the portal.
    pub portal_state: Option<ClientPortalState>,
    /// Only those with an open task whose deadline has passed.
    pub is_overdue: bool,
}

/// Which clients have their turn, as far as they are written down.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Selection {
    /// By what they are found; `None` where they were named.
    pub by: Option<SelectedBy>,
    /// Where finding goes on.
    pub after: Option<String>,
    /// How many parts were looked for.
    pub parts: u32,
    /// How many clients are written down.
    pub count: u32,
    /// Whether all are.
    pub is_complete: bool,
}

impl Selection {
    /// Clients that were named.
    #[must_use]
    pub fn of_these(clients: &[ClientId]) -> Self {
        let count = u32::try_from(clients.len()).unwrap_or(u32::MAX);
        Self { by: None, after: None, parts: 1, count, is_complete: true }
    }

    /// Clients that are still to be found.
    #[must_use]
    pub const fn by(by: SelectedBy) -> Self {
        Self { by: Some(by), after: None, parts: 0, count: 0, is_complete: false }
    }

    /// Where finding goes on.
    ///
    /// # Errors
    /// [`CursorError`] when what is kept is no place.
    pub fn place(&self) -> Result<Option<Cursor>, CursorError> {
        self.after.as_deref().map(Cursor::parse).transpose()
    }

    /// Whether nothing is left once so many clients are done.
    #[must_use]
    pub const fn is_through(&self, done: u32) -> bool {
        self.is_complete && done >= self.count
    }

    /// With one more part that was found.
    #[must_use]
    pub fn with_part(&self, found: usize, next: Option<&Cursor>) -> Self {
        Self {
            by: self.by.clone(),
            after: next.map(ToString::to_string),
            parts: self.parts.saturating_add(1),
            count: self.count.saturating_add(u32::try_from(found).unwrap_or(u32::MAX)),
            is_complete: next.is_none(),
        }
    }
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
    /// The contact has no access to the client's portal, which is open already.
    NoAccess,
    /// The client is not there, or not any more.
    NotFound,
    /// The office's portal was deactivated before it was the client's turn.
    PortalInactive,
    /// The client's portal is closed.
    PortalClosed,
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

impl Skipped {
    /// A client of which nothing is known but its id.
    #[must_use]
    pub const fn not_found(client_id: ClientId) -> Self {
        Self {
            client_id,
            client_name: None,
            contact_id: None,
            contact_name: None,
            reason: SkipReason::NotFound,
        }
    }
}

/// Who was passed over among some of the clients.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct SkippedRecord {
    /// In the order of the clients.
    pub(crate) skipped: Vec<Skipped>,
    /// When the table may forget it, together with what it is part of: Unix seconds.
    #[serde(default)]
    ttl: i64,
}

impl Record for SkippedRecord {
    const ENT: &'static str = "bulk_skipped";
}

/// Some of the clients that have their turn.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct TurnRecord {
    /// How many come before them.
    offset: u32,
    client_ids: Vec<ClientId>,
    ttl: i64,
}

impl Record for TurnRecord {
    const ENT: &'static str = "bulk_turn";
}

/// Something that goes through many clients: the head of its partition.
pub trait BulkRun: Record {
    /// Its bare id.
    fn key(&self) -> String;
    /// Who started it.
    fn started_by(&self) -> MemberId;
    /// Which clients have their turn.
    fn selection(&self) -> &Selection;
    /// How many of the clients that were named do not exist.
    fn missing(&self) -> u32;
    /// How many clients are done.
    fn done(&self) -> u32;
    /// When the table may forget it: Unix seconds.
    fn ttl(&self) -> i64;

    /// How many clients were asked for, as far as they are known: those that do not exist among them.
    fn total(&self) -> u32 {
        self.selection().count.saturating_add(self.missing())
    }

    /// Whether nothing is left to do.
    fn is_finished(&self) -> bool {
        self.selection().is_through(self.done())
    }
}

/// Where the runs of an office are listed, each before what belongs to it.
pub(crate) fn list_pk(scope: &OfficeScope) -> String {
    format!("{}#B", scope.partition())
}

fn partition(scope: &OfficeScope, id: &str) -> String {
    format!("{}#{id}", list_pk(scope))
}

/// The key of the head of a run with this bare id.
pub(crate) fn head_key(scope: &OfficeScope, id: &str) -> Key {
    Key::new(partition(scope, id), "A")
}

fn row_keys<R: BulkRun>(scope: &OfficeScope, run: &R, sk: &str) -> Keys {
    let id = run.key();
    let place = format!("{id}#{sk}");
    Keys::new(Key::new(partition(scope, &id), sk)).indexed(Index::Gsi1, list_pk(scope), place)
}

/// Writes a new run with the clients that were named, and which of those asked for do not exist. Refused as `run_exists`.
pub fn create<R: BulkRun>(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    run: &R,
    clients: &[ClientId],
    skipped: &[Skipped],
) {
    let id = run.key();
    let keys = Keys::new(head_key(scope, &id)).indexed(Index::Gsi1, list_pk(scope), &id);
    transaction.put_new("run_exists", &keys, run);
    put_turn(transaction, scope, run, 0, clients);
    put_skipped(transaction, scope, run, "-", skipped);
}

/// Writes who was passed over in one step.
pub(crate) fn put_skipped<R: BulkRun>(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    run: &R,
    step: &str,
    skipped: &[Skipped],
) {
    if !skipped.is_empty() {
        let record = SkippedRecord { skipped: skipped.to_vec(), ttl: run.ttl() };
        transaction.put(&row_keys(scope, run, &format!("R#{step}")), &record);
    }
}

/// Writes the clients that come after `offset` others.
fn put_turn<R: BulkRun>(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    run: &R,
    offset: u32,
    clients: &[ClientId],
) {
    if !clients.is_empty() {
        let record = TurnRecord { offset, client_ids: clients.to_vec(), ttl: run.ttl() };
        transaction.put(&row_keys(scope, run, &format!("T#{offset:08}")), &record);
    }
}

/// Writes down one more part of a run's clients, and how far it is. Refused as `progress_made`.
pub fn select<R: BulkRun>(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    run: &R,
    after: &Selection,
    clients: &[ClientId],
) {
    let before = run.selection();
    put_turn(transaction, scope, run, before.count, clients);
    let update = Update::new(&head_key(scope, &run.key()))
        .set("selection", after)
        .when_equal("selection.parts", before.parts)
        .when_equal("selection.is_complete", false);
    transaction.update("progress_made", update);
}

/// Whose turn it is after the clients that are done: at most `at_once` of them.
///
/// # Errors
/// [`StoreError`]
pub async fn turn<R: BulkRun>(
    table: &Table,
    scope: &OfficeScope,
    run: &R,
    at_once: usize,
) -> Result<Vec<ClientId>, StoreError> {
    turn_after(table, scope, run, run.done(), at_once).await
}

async fn turn_after<R: BulkRun>(
    table: &Table,
    scope: &OfficeScope,
    run: &R,
    done: u32,
    at_once: usize,
) -> Result<Vec<ClientId>, StoreError> {
    let pk = partition(scope, &run.key());
    let rows = table.query(pk).between("T#", format!("T#{done:08}")).newest_first();
    let Some(row) = rows.top(1).await?.into_iter().next() else { return Ok(Vec::new()) };
    let row = from_item::<TurnRecord>(row)?;
    let begun = usize::try_from(done.saturating_sub(row.offset)).unwrap_or(usize::MAX);
    Ok(row.client_ids.into_iter().skip(begun).take(at_once).collect())
}

/// Whether a scope reaches every client of a run, and there are some. Who does not work with all clients of the office never
/// works with all of more than can be named, so only the first of them are read.
///
/// # Errors
/// [`StoreError`]
pub async fn is_reached<R: BulkRun>(table: &Table, scope: &OfficeScope, run: &R) -> Result<bool, StoreError> {
    if scope.reaches_all_clients() {
        return Ok(true);
    }
    let first = turn_after(table, scope, run, 0, NAMED_MAX).await?;
    let selection = run.selection();
    let is_whole =
        selection.is_complete && u32::try_from(first.len()).is_ok_and(|count| count == selection.count);
    Ok(is_whole && !first.is_empty() && first.iter().all(|client| scope.reaches(*client)))
}

/// Reads a run with everybody passed over so far; the clients that have their turn sort behind.
pub(crate) async fn get<R: BulkRun>(
    table: &Table,
    scope: &OfficeScope,
    id: &str,
) -> Result<Option<(R, Vec<Skipped>)>, StoreError> {
    let mut head = None;
    let mut skipped = Vec::new();
    for item in table.query(partition(scope, id)).between("A", "S").all().await? {
        if let Some(record) = from_item_of_kind::<R>(&item)? {
            head = Some(record);
        } else if let Some(record) = from_item_of_kind::<SkippedRecord>(&item)? {
            skipped.extend(record.skipped);
        }
    }
    Ok(head.map(|head| (head, skipped)))
}
