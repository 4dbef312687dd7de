//! Writing clients, and what happens to them apart from edits.

use jiff::{Timestamp, civil::Date};
use sild_domain::{ClientId, ContactId};

use super::{
    CONTACTS_MAX, ClientRecord, client_key, client_keys, lists, with_same_archiving,
    words::{self, SearchWordRecord},
};
use crate::{OfficeScope, StoreError, Table, Transaction, Update, contacts::ContactRecord, key::Index};

/// What changes apart from an edit of the client: counters, marks and contacts.
const OWN_LIFE: [&str; 12] = [
    "v",
    "id",
    "created_at",
    "archived_at",
    "portal_is_open",
    "invited_at",
    "last_seen_at",
    "contact_count",
    "contacts",
    "open_count",
    "waiting_count",
    "earliest_due",
];

/// Writes a new client with its search rows, also those of the contacts that it has from the start.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, client: &ClientRecord) {
    transaction.put_new("client_exists", &client_keys(scope, client), client);
    lists::write(transaction, scope, client, &[]);
    move_words(transaction, scope, client, None, &[], &words::own_words(client));
    for (contact, words) in &client.contacts {
        move_words(transaction, scope, client, Some(contact), &[], words);
    }
}

/// Writes an edited client if it still has the version of `before`, and moves its search rows.
pub fn save(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: &ClientRecord,
    after: &ClientRecord,
) {
    let keys = client_keys(scope, after).leaving(Index::Gsi2);
    let update = Update::new(&keys.primary).save(&keys, after, &OWN_LIFE).at_version(before.v);
    transaction.update("version_mismatch", update);
    lists::move_code(transaction, scope, before, after);
    move_words(transaction, scope, after, None, &words::own_words(before), &words::own_words(after));
}

fn move_words(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: &ClientRecord,
    contact: Option<&str>,
    old: &[String],
    new: &[String],
) {
    for word in old.iter().filter(|word| !new.contains(word)) {
        transaction.delete(&words::keys(scope, client, contact, word).primary);
    }
    for word in new.iter().filter(|word| !old.contains(word)) {
        transaction
            .put(&words::keys(scope, client, contact, word), &SearchWordRecord { client_id: client.id });
    }
}

/// How a task's change moves the counters of its client.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TaskCounts {
    /// By how much the number of open tasks changes.
    pub open: i64,
    /// By how much the number of tasks that wait for the client changes.
    pub waiting: i64,
}

/// Moves the counters of a client, if they move. Refused as `client_gone`, as `portal_closed` where `must_be_open` asks for
/// an open portal (S30), or as `client_archived` where there would be more open tasks and the client is.
pub fn count_tasks(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: ClientId,
    counts: TaskCounts,
    must_be_open: bool,
) {
    let update = Update::new(&client_key(scope, client)).when_exists();
    let update = if must_be_open { update.when_equal("portal_is_open", true) } else { update };
    // A client that is archived is closed too.
    let label = match (must_be_open, counts.open > 0) {
        (true, _) => "portal_closed",
        (false, true) => "client_archived",
        (false, false) => "client_gone",
    };
    let update = if counts.open > 0 { update.when_lacks("archived_at") } else { update };
    if counts == TaskCounts::default() {
        transaction.check(label, update);
    } else {
        transaction.update(label, update.add("open_count", counts.open).add("waiting_count", counts.waiting));
    }
}

/// Writes the earliest due date of a client's open tasks, as a job worked it out, if it still is that of `before`. `false`
/// if it is not, and so somebody else worked it out meanwhile, or archived the client.
///
/// # Errors
/// [`StoreError`]
pub async fn set_earliest_due(
    table: &Table,
    scope: &OfficeScope,
    before: &ClientRecord,
    earliest_due: Option<Date>,
) -> Result<bool, StoreError> {
    let update = Update::new(&client_key(scope, before.id)).when_exists();
    let update = with_same_archiving(update, before);
    let update = match before.earliest_due {
        Some(before) => update.when_equal("earliest_due", before),
        None => update.when_lacks("earliest_due"),
    };
    let update = match earliest_due {
        Some(date) => update.set("earliest_due", date),
        None => update.remove("earliest_due"),
    };
    let update = match before.archived_at {
        Some(_) => update,
        None => update
            .set(Index::Gsi2.pk(), lists::deadlines_pk(scope))
            .set(Index::Gsi2.sk(), lists::deadline_place_of(before.id, earliest_due)),
    };
    table.update(update).await.map(|written| written.is_some())
}

/// Only if the client is there and not archived. Refused as `client_archived`.
pub fn require_current(transaction: &mut Transaction<'_>, scope: &OfficeScope, client: ClientId) {
    let check = Update::new(&client_key(scope, client)).when_exists().when_lacks("archived_at");
    transaction.check("client_archived", check);
}

/// Opens or closes the portal of a client whose contacts are those that `client` was read with: their copies are to be
/// written in the same transaction. Refused as `client_changed`.
pub fn set_portal_open(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: &ClientRecord,
    is_open: bool,
) {
    let update = with_same_contacts(scope, client).set("portal_is_open", is_open).add("v", 1);
    let update = if is_open { update.when_lacks("archived_at") } else { update };
    transaction.update("client_changed", update);
}

/// What opening a client in bulk adds to the open flag.
#[derive(Debug, Clone, Copy, Default)]
pub struct Opening {
    /// When its contacts are invited by mail, if they are.
    pub invited_at: Option<Timestamp>,
    /// How many tasks come with it.
    pub counts: TaskCounts,
}

/// Opens a client that is closed and whose contacts are those that `client` was read with. Refused as `client_changed`.
pub fn open(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: &ClientRecord,
    opening: &Opening,
) {
    let update = with_same_contacts(scope, client)
        .when_equal("portal_is_open", false)
        .when_lacks("archived_at")
        .set("portal_is_open", true)
        .add("open_count", opening.counts.open)
        .add("waiting_count", opening.counts.waiting)
        .add("v", 1);
    let update = match opening.invited_at {
        Some(at) => update.set("invited_at", at),
        None => update,
    };
    transaction.update("client_changed", update);
}

/// Remembers when somebody was invited to a client that is open. Refused as `portal_closed`.
pub fn mark_invited(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: ClientId,
    now: Timestamp,
) {
    let update = Update::new(&client_key(scope, client))
        .when_equal("portal_is_open", true)
        .set("invited_at", now)
        .add("v", 1);
    transaction.update("portal_closed", update);
}

/// Only if the client has an address for digitisation (S60). Refused as `no_digitisation_address`.
pub fn require_digitisation_address(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: ClientId,
) {
    let check = Update::new(&client_key(scope, client)).when_has("digitisation_email");
    transaction.check("no_digitisation_address", check);
}

/// Only if the portal of the client is open (S30). Refused as `portal_closed`.
pub fn require_portal_open(transaction: &mut Transaction<'_>, scope: &OfficeScope, client: ClientId) {
    count_tasks(transaction, scope, client, TaskCounts::default(), true);
}

/// Only if the client is open. Refused as `client_changed`.
pub fn require_open(transaction: &mut Transaction<'_>, scope: &OfficeScope, client: ClientId) {
    let check = Update::new(&client_key(scope, client)).when_equal("portal_is_open", true);
    transaction.check("client_changed", check);
}

fn with_same_contacts(scope: &OfficeScope, client: &ClientRecord) -> Update {
    Update::new(&client_key(scope, client.id)).when_equal("contact_count", client.contact_count)
}

/// Adds a contact to a client, with the words by which it is found through them. Refused as `client_changed` when the
/// portal is not as open as `client` was read, or when [`CONTACTS_MAX`] is reached.
pub fn add_contact(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: &ClientRecord,
    contact: &ContactRecord,
) {
    let key = contact.id.key();
    let new = words::words_of_contact(contact);
    let update = Update::new(&client_key(scope, client.id))
        .when_equal("portal_is_open", client.portal_is_open)
        .when_lacks("archived_at")
        .when_absent_or_below("contact_count", CONTACTS_MAX)
        .add("contact_count", 1)
        .set(&format!("contacts.{key}"), &new);
    transaction.update("client_changed", update);
    move_words(transaction, scope, client, Some(&key), &[], &new);
}

/// Takes a contact from a client, with the words by which it was found through them. Refused as `client_changed`.
pub fn remove_contact(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: &ClientRecord,
    contact: ContactId,
) {
    let key = contact.key();
    let Some(old) = client.contacts.get(&key) else { return };
    let path = format!("contacts.{key}");
    let update = Update::new(&client_key(scope, client.id))
        .when_equal(&path, old)
        .add("contact_count", -1)
        .remove(&path);
    transaction.update("client_changed", with_same_archiving(update, client));
    move_words(transaction, scope, client, Some(&key), old, &[]);
}

/// Brings the words of a client up to date with its contact's name and address; `false` if they are already. Refused as
/// `client_changed`.
pub fn set_contact_words(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: &ClientRecord,
    contact: &ContactRecord,
) -> bool {
    let key = contact.id.key();
    let new = words::words_of_contact(contact);
    let Some(old) = client.contacts.get(&key).filter(|old| **old != new) else { return false };
    let path = format!("contacts.{key}");
    let update = Update::new(&client_key(scope, client.id)).when_equal(&path, old).set(&path, &new);
    let update = with_same_archiving(update, client);
    transaction.update("client_changed", update);
    move_words(transaction, scope, client, Some(&key), old, &new);
    true
}

/// Copies a member's new name to where the client names them, if the client still is as `before`; `false` if not.
///
/// # Errors
/// [`StoreError`]
pub async fn copy_member_names(
    table: &Table,
    scope: &OfficeScope,
    before: &ClientRecord,
    after: &ClientRecord,
) -> Result<bool, StoreError> {
    let update = Update::new(&client_key(scope, before.id))
        .set("responsible", &after.responsible)
        .set("added", &after.added)
        .when_equal("v", before.v);
    table.update(update).await.map(|written| written.is_some())
}

/// Remembers that a contact of the client logged in.
pub fn mark_seen(transaction: &mut Transaction<'_>, scope: &OfficeScope, client: ClientId, now: Timestamp) {
    let update = Update::new(&client_key(scope, client)).set("last_seen_at", now).when_exists();
    transaction.update("client_gone", update);
}
