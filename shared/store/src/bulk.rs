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

    /// Whether these first of its clients are all of them, some at all, and each is reached. Who does not work with all
    /// clients of the office never works with all of more than can be named.
    #[must_use]
    pub fn is_reached(&self, first: &[ClientId], reaches: impl Fn(ClientId) -> bool) -> bool {
        let is_whole = self.is_complete && u32::try_from(first.len()).is_ok_and(|count| count == self.count);
        is_whole && !first.is_empty() && first.iter().all(|client| reaches(*client))
    }

    /// Where finding goes on.
    ///
    /// # Errors
    /// [`CursorError`] when what is kept is no place.
    pub fn place(&self) -> Result<Option<Cursor>, CursorError> {
        self.after.as_deref().map(Cursor::parse).transpose()
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

/// Where the runs of an office are listed, each before what belongs to it.
pub(crate) fn list_pk(scope: &OfficeScope) -> String {
    format!("{}#B", scope.partition())
}

/// Reads the head of a run with everybody passed over so far; the clients that have their turn sort behind.
pub(crate) async fn read<R: Record>(
    table: &Table,
    scope: &OfficeScope,
    id: &str,
) -> Result<Option<(R, Vec<Skipped>)>, StoreError> {
    let mut head = None;
    let mut skipped = Vec::new();
    for item in table.query(format!("{}#{id}", list_pk(scope))).between("A", "S").all().await? {
        if let Some(record) = from_item_of_kind::<R>(&item)? {
            head = Some(record);
        } else if let Some(record) = from_item_of_kind::<SkippedRecord>(&item)? {
            skipped.extend(record.skipped);
        }
    }
    Ok(head.map(|head| (head, skipped)))
}

/// The partition of one run through many clients.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    partition: String,
    list: String,
    id: String,
    ttl: i64,
}

impl Run {
    /// The run with this bare id, which the table may forget at `ttl`.
    pub(crate) fn new(scope: &OfficeScope, id: String, ttl: i64) -> Self {
        let list = list_pk(scope);
        Self { partition: format!("{list}#{id}"), list, id, ttl }
    }

    /// The key of its head.
    pub(crate) fn key(&self) -> Key {
        Key::new(&self.partition, "A")
    }

    /// The keys of its head.
    pub(crate) fn head(&self) -> Keys {
        Keys::new(self.key()).indexed(Index::Gsi1, &self.list, &self.id)
    }

    fn row(&self, sk: &str) -> Keys {
        let place = format!("{}#{sk}", self.id);
        Keys::new(Key::new(&self.partition, sk)).indexed(Index::Gsi1, &self.list, place)
    }

    /// Writes who was passed over in one step.
    pub(crate) fn put_skipped(&self, transaction: &mut Transaction<'_>, step: &str, skipped: &[Skipped]) {
        if !skipped.is_empty() {
            let record = SkippedRecord { skipped: skipped.to_vec(), ttl: self.ttl };
            transaction.put(&self.row(&format!("R#{step}")), &record);
        }
    }

    /// Writes the clients that come after `offset` others.
    pub(crate) fn put_turn(&self, transaction: &mut Transaction<'_>, offset: u32, clients: &[ClientId]) {
        if !clients.is_empty() {
            let record = TurnRecord { offset, client_ids: clients.to_vec(), ttl: self.ttl };
            transaction.put(&self.row(&format!("T#{offset:08}")), &record);
        }
    }

    /// Writes one more part of a selection, and how far it is. Refused as `progress_made`.
    pub(crate) fn select(
        &self,
        transaction: &mut Transaction<'_>,
        before: &Selection,
        after: &Selection,
        clients: &[ClientId],
    ) {
        self.put_turn(transaction, before.count, clients);
        let update = Update::new(&self.key())
            .set("selection", after)
            .when_equal("selection.parts", before.parts)
            .when_equal("selection.is_complete", false);
        transaction.update("progress_made", update);
    }

    /// Whose turn it is after `done` clients: at most `at_once` of them.
    pub(crate) async fn turn(
        &self,
        table: &Table,
        done: u32,
        at_once: usize,
    ) -> Result<Vec<ClientId>, StoreError> {
        let rows = table.query(&self.partition).between("T#", format!("T#{done:08}")).newest_first();
        let Some(row) = rows.top(1).await?.into_iter().next() else { return Ok(Vec::new()) };
        let row = from_item::<TurnRecord>(row)?;
        let begun = usize::try_from(done.saturating_sub(row.offset)).unwrap_or(usize::MAX);
        Ok(row.client_ids.into_iter().skip(begun).take(at_once).collect())
    }
}
