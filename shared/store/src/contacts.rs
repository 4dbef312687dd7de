//! The people of clients, the clients that each may act for, and their address claims.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{
    ClientId, CompanyName, ContactId, Email, Language, OfficeId, PersonName, Phone, ProfileChange,
};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update, Version,
    key::{Index, Key, Keys},
    record::from_item,
    scope::office_partition,
};

mod email_change;
mod list;

pub use email_change::{EmailChange, ask_for_email, change_email, forget_email_change, set_link_email};
pub(crate) use list::{WORD_KIND, names_pk};
pub use list::{list_page, refresh_words, search_page};

/// How many clients one contact may belong to, so that what all links copy is written in one transaction.
pub const CLIENTS_MAX: usize = 90;

/// Whether mail reaches an address (S18).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AddressState {
    /// As far as we know.
    Ok,
    /// A mail came back for good.
    Bounced,
    /// The person called our mail spam.
    Complained,
}

/// A person at one or more clients of an office. One address is one contact in an office (S28).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ContactRecord {
    /// Their id.
    pub id: ContactId,
    /// Their name.
    pub name: PersonName,
    /// Their login.
    pub email: Email,
    /// Where they can be called.
    pub phone: Option<Phone>,
    /// The language of their portal and mails.
    pub language: Language,
    /// Whether mail reaches them.
    pub address_state: AddressState,
    /// When the welcome was seen or skipped (S12).
    pub welcome_seen_at: Option<Timestamp>,
    /// The last login.
    pub last_seen_at: Option<Timestamp>,
    /// How many clients they belong to.
    #[serde(default)]
    pub client_count: i64,
    /// Since when they can enter nowhere and lists leave them out (S65).
    #[serde(default)]
    pub archived_at: Option<Timestamp>,
    /// What they changed about themselves, the newest first (S57).
    #[serde(default)]
    pub changes: Vec<ProfileChange>,
    /// The address that they want and that does not count yet (S55).
    #[serde(default)]
    pub email_change: Option<EmailChange>,
    /// Since when.
    pub created_at: Timestamp,
    /// Since when there is nothing personal in it any more.
    #[serde(default)]
    pub erased_at: Option<Timestamp>,
    /// Rises with each edit.
    pub v: Version,
}

/// What changes apart from an edit of the contact.
const OWN_LIFE: [&str; 8] = [
    "v",
    "id",
    "created_at",
    "welcome_seen_at",
    "last_seen_at",
    "address_state",
    "client_count",
    "email_change",
];

impl ContactRecord {
    /// Whether lists leave them out unless those who are archived are asked for.
    #[must_use]
    pub const fn is_listed_aside(&self) -> bool {
        self.archived_at.is_some() || self.erased_at.is_some()
    }
}

impl Record for ContactRecord {
    const ENT: &'static str = "contact";
}

/// That a contact belongs to a client. What both lists show of the other side is copied here, in the transaction that
/// changes it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ContactClientRecord {
    /// The contact.
    pub contact_id: ContactId,
    /// The client.
    pub client_id: ClientId,
    /// Copy of the client's name, for the company switcher.
    pub client_name: CompanyName,
    /// Copy of whether the client's portal is open.
    pub client_is_open: bool,
    /// Whether this contact may act for this client.
    pub has_access: bool,
    /// Copy of the contact's name.
    pub contact_name: PersonName,
    /// Copy of the contact's address.
    pub email: Email,
    /// Copy of whether mail reaches it.
    pub address_state: AddressState,
    /// Copy of whether the contact is archived.
    #[serde(default)]
    pub contact_is_archived: bool,
}

impl Record for ContactClientRecord {
    const ENT: &'static str = "contact_client";
}

impl ContactClientRecord {
    /// Whether the contact can reach the client in the portal now.
    #[must_use]
    pub const fn can_enter(&self) -> bool {
        self.client_is_open && self.has_access && !self.contact_is_archived
    }

    /// Whether the contact is mailed about the client now.
    #[must_use]
    pub const fn gets_mail(&self) -> bool {
        self.can_enter() && matches!(self.address_state, AddressState::Ok)
    }
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct ContactAddressRecord {
    contact_id: ContactId,
}

impl Record for ContactAddressRecord {
    const ENT: &'static str = "contact_address";
}

pub(crate) fn contact_partition(office: OfficeId, contact: ContactId) -> String {
    format!("{}#P#{}", office_partition(office), contact.key())
}

pub(crate) fn contact_key(office: OfficeId, contact: ContactId) -> Key {
    Key::new(contact_partition(office, contact), "A")
}

/// A contact is listed by name, and by their address: that one call finds the whole record.
fn contact_keys(scope: &OfficeScope, contact: &ContactRecord) -> Keys {
    Keys::new(contact_key(scope.office(), contact.id))
        .indexed(Index::Gsi1, list::names_pk(scope, contact.is_listed_aside()), list::place(contact))
        .indexed(Index::Gsi2, address_pk(scope, &contact.email), format!("P#{}", contact.id.key()))
}

fn address_pk(scope: &OfficeScope, email: &Email) -> String {
    format!("{}#PE#{}", scope.partition(), email.folded())
}

fn link_keys(office: OfficeId, contact: ContactId, client: ClientId) -> Keys {
    Keys::new(Key::new(contact_partition(office, contact), format!("C#{}", client.key()))).indexed(
        Index::Gsi1,
        format!("{}#C#{}", office_partition(office), client.key()),
        format!("P#{}", contact.key()),
    )
}

pub(crate) fn address_key(scope: &OfficeScope, email: &Email) -> Key {
    Key::new(address_pk(scope, email), "A")
}

/// Reads one contact.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    contact: ContactId,
) -> Result<Option<ContactRecord>, StoreError> {
    table.get(&contact_key(scope.office(), contact)).await
}

/// Reads several contacts; those that do not exist are missing.
///
/// # Errors
/// [`StoreError`]
pub async fn get_many(
    table: &Table,
    scope: &OfficeScope,
    contacts: &[ContactId],
) -> Result<Vec<ContactRecord>, StoreError> {
    let keys = contacts.iter().map(|contact| contact_key(scope.office(), *contact)).collect::<Vec<_>>();
    if keys.is_empty() { Ok(Vec::new()) } else { table.get_many(&keys).await }
}

/// A contact with every client that they belong to.
#[derive(Debug, Clone)]
pub struct ContactWithClients {
    /// The person.
    pub contact: ContactRecord,
    /// Their clients, open or not.
    pub clients: Vec<ContactClientRecord>,
}

/// Reads a contact and their clients in one call, strongly consistent.
///
/// # Errors
/// [`StoreError`]
pub async fn get_with_clients(
    table: &Table,
    scope: &OfficeScope,
    contact: ContactId,
) -> Result<Option<ContactWithClients>, StoreError> {
    let items = table.query(contact_partition(scope.office(), contact)).between("A", "D").all().await?;
    let mut found = None;
    let mut clients = Vec::new();
    for item in items {
        match crate::record::kind(&item) {
            ContactRecord::ENT => found = Some(from_item(item)?),
            ContactClientRecord::ENT => clients.push(from_item(item)?),
            _ => {}
        }
    }
    Ok(found.map(|contact| ContactWithClients { contact, clients }))
}

/// Which contact an address is in this office.
///
/// # Errors
/// [`StoreError`]
pub async fn find_by_address(
    table: &Table,
    scope: &OfficeScope,
    email: &Email,
) -> Result<Option<ContactId>, StoreError> {
    let claim = table.get::<ContactAddressRecord>(&address_key(scope, email)).await?;
    Ok(claim.map(|claim| claim.contact_id))
}

/// The contacts of these addresses in this office, strongly consistent; addresses of nobody are missing. In no order.
///
/// # Errors
/// [`StoreError`]
pub async fn get_by_addresses(
    table: &Table,
    scope: &OfficeScope,
    emails: &[Email],
) -> Result<Vec<ContactRecord>, StoreError> {
    let keys = emails.iter().map(|email| address_key(scope, email)).collect::<BTreeSet<_>>();
    let keys = keys.into_iter().collect::<Vec<_>>();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let claims = table.get_many::<ContactAddressRecord>(&keys).await?;
    let ids = claims.into_iter().map(|claim| claim.contact_id).collect::<Vec<_>>();
    get_many(table, scope, &ids).await
}

/// The contact of an address in this office, as the index has them: somebody who is brand new may be missing.
///
/// # Errors
/// [`StoreError`]
pub async fn get_by_address(
    table: &Table,
    scope: &OfficeScope,
    email: &Email,
) -> Result<Option<ContactRecord>, StoreError> {
    let items = table.query_index(Index::Gsi2, address_pk(scope, email)).begins_with("P#").top(1).await?;
    items.into_iter().next().map(from_item).transpose()
}

/// The contacts of a client, as their links say.
///
/// # Errors
/// [`StoreError`]
pub async fn of_client(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
) -> Result<Vec<ContactClientRecord>, StoreError> {
    let pk = format!("{}#C#{}", scope.partition(), client.key());
    let items = table.query_index(Index::Gsi1, pk).begins_with("P#").all().await?;
    items.into_iter().map(from_item).collect()
}

/// The links of contacts to clients, strongly consistent; those that do not exist are missing. In no order.
///
/// # Errors
/// [`StoreError`]
pub async fn get_links(
    table: &Table,
    scope: &OfficeScope,
    pairs: impl IntoIterator<Item = (ContactId, ClientId)>,
) -> Result<Vec<ContactClientRecord>, StoreError> {
    let keys = pairs
        .into_iter()
        .map(|(contact, client)| link_keys(scope.office(), contact, client).primary)
        .collect::<Vec<_>>();
    if keys.is_empty() { Ok(Vec::new()) } else { table.get_many(&keys).await }
}

/// Writes a new contact and claims their address in the office.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, contact: &ContactRecord) {
    transaction.put_new("contact_exists", &contact_keys(scope, contact), contact);
    let claim = ContactAddressRecord { contact_id: contact.id };
    transaction.put_new("address_taken", &Keys::new(address_key(scope, &contact.email)), &claim);
    list::put_words(transaction, scope, contact);
}

/// Writes the contact if they still have the version that `contact` was read with.
pub fn save(transaction: &mut Transaction<'_>, scope: &OfficeScope, contact: &ContactRecord) {
    let keys = contact_keys(scope, contact);
    let update = Update::new(&keys.primary).save(&keys, contact, &OWN_LIFE).at_version(contact.v);
    transaction.update("version_mismatch", update);
}

/// Writes a contact of whom nothing personal is left, if they still have the version that `contact` was read with.
pub(crate) fn erase(transaction: &mut Transaction<'_>, scope: &OfficeScope, contact: &ContactRecord) {
    let keys = contact_keys(scope, contact);
    let update = Update::new(&keys.primary)
        .save(&keys, contact, &OWN_LIFE)
        .set("address_state", AddressState::Bounced)
        .remove("email_change")
        .remove("welcome_seen_at")
        .remove("last_seen_at")
        .at_version(contact.v);
    transaction.update("version_mismatch", update);
}

/// The key of a link of a contact to a client.
pub(crate) fn link_key(scope: &OfficeScope, link: &ContactClientRecord) -> Key {
    link_keys(scope.office(), link.contact_id, link.client_id).primary
}

/// Counts one client more of a contact who is as `contact` was read and belongs to fewer than [`CLIENTS_MAX`]. Refused as
/// `contact_changed`.
pub fn count_client(transaction: &mut Transaction<'_>, scope: &OfficeScope, contact: &ContactRecord) {
    let update = Update::new(&contact_key(scope.office(), contact.id))
        .when_equal("v", contact.v)
        .when_absent_or_below("client_count", CLIENTS_MAX)
        .add("client_count", 1);
    transaction.update("contact_changed", update);
}

/// Counts one client less of a contact who is as `contact` was read. Refused as `contact_changed`.
pub fn uncount_client(transaction: &mut Transaction<'_>, scope: &OfficeScope, contact: &ContactRecord) {
    let update = Update::new(&contact_key(scope.office(), contact.id))
        .when_equal("v", contact.v)
        .add("client_count", -1);
    transaction.update("contact_changed", update);
}

/// Takes a client from a contact. Refused as `contact_gone`.
pub fn unlink(transaction: &mut Transaction<'_>, scope: &OfficeScope, contact: ContactId, client: ClientId) {
    let key = link_keys(scope.office(), contact, client).primary;
    transaction.delete_existing("contact_gone", &key);
}

/// Copies whether the contact is archived into a link.
pub fn set_link_archived(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    link: &ContactClientRecord,
    is_archived: bool,
) {
    let key = link_key(scope, link);
    let update = Update::new(&key).set("contact_is_archived", is_archived).when_exists();
    transaction.update("contact_gone", update);
}

/// Links a contact to a client that they do not belong to yet. Refused as `already_exists`.
pub fn link(transaction: &mut Transaction<'_>, scope: &OfficeScope, link: &ContactClientRecord) {
    transaction.put_new("already_exists", &link_keys(scope.office(), link.contact_id, link.client_id), link);
}

/// Copies the client's open flag into a link.
pub fn set_link_open(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    contact: ContactId,
    client: ClientId,
    is_open: bool,
) {
    let key = link_keys(scope.office(), contact, client).primary;
    transaction.update("contact_gone", Update::new(&key).set("client_is_open", is_open).when_exists());
}

/// Copies that the client was opened into a link; where mail reaches the contact, they get access with it (S18).
pub fn open_link(transaction: &mut Transaction<'_>, scope: &OfficeScope, link: &ContactClientRecord) {
    let key = link_keys(scope.office(), link.contact_id, link.client_id).primary;
    let update = Update::new(&key).set("client_is_open", true).when_exists();
    let update = match link.address_state {
        AddressState::Ok if !link.contact_is_archived => update.set("has_access", true),
        AddressState::Ok | AddressState::Bounced | AddressState::Complained => update,
    };
    transaction.update("contact_gone", update);
}

/// Copies a contact's name into a link, and where `has_access` says so gives or takes access to its client.
pub fn set_link(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    link: &ContactClientRecord,
    name: &PersonName,
    has_access: Option<bool>,
) {
    let key = link_keys(scope.office(), link.contact_id, link.client_id).primary;
    let update = Update::new(&key).set("contact_name", name).when_exists();
    let update = match has_access {
        Some(has_access) => update.set("has_access", has_access),
        None => update,
    };
    transaction.update("contact_gone", update);
}

/// Copies the client's name into a link.
pub fn set_link_client_name(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    contact: ContactId,
    client: ClientId,
    name: &CompanyName,
) {
    let key = link_keys(scope.office(), contact, client).primary;
    transaction.update("contact_gone", Update::new(&key).set("client_name", name).when_exists());
}

/// Remembers that the welcome was seen; the first time counts.
///
/// # Errors
/// [`StoreError`]
pub async fn mark_welcome_seen(
    table: &Table,
    office: OfficeId,
    contact: ContactId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let update = Update::new(&contact_key(office, contact))
        .set("welcome_seen_at", now)
        .when_exists()
        .when_lacks("welcome_seen_at");
    table.update(update).await.map(|_| ())
}

/// Remembers a login of a contact who has the address that `contact` was read with. Refused as `contact_gone`.
pub fn mark_seen(
    transaction: &mut Transaction<'_>,
    office: OfficeId,
    contact: &ContactRecord,
    now: Timestamp,
) {
    let update = Update::new(&contact_key(office, contact.id))
        .set("last_seen_at", now)
        .when_equal("email", &contact.email);
    transaction.update("contact_gone", update);
}
