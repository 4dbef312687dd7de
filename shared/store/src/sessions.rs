//! Sessions: one strongly consistent round trip says who a cookie is and what they reach.
//!
//! A cookie reads `v1.<office>.<person>.<hint>.<secret>`; the table holds only the secret's hash. Sessions stand in the
//! partition of their person, beside the profile and, for a contact, their clients: one Query reads all of it, while a Get
//! reads the office. The hint (`m` for a plain member, `a` otherwise) says whether the member's clients are needed as well,
//! so that they are read at the same time; it is no authority: a wrong hint costs one more call.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, ClientRelation, ContactId, MemberId, OfficeId, sees_all_clients};

use crate::{
    Actor, ClientScope, Item, OfficeScope, Record, StoreError, Table, Transaction, acting,
    contacts::{ContactClientRecord, ContactRecord, contact_partition},
    holdings::PersonId,
    key::{Key, Keys},
    members::{MemberClientRecord, MemberRecord, member_partition},
    offices::{OfficeRecord, office_key},
    record::{from_item, from_item_of_kind},
    scope::Reach,
};

/// How long a session lasts after its login.
pub const SESSION_DAYS: i64 = 30;

/// One login of one person on one browser.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SessionRecord {
    /// SHA-256 of the cookie's secret, in hex.
    pub hash: String,
    /// Logged in at.
    pub started_at: Timestamp,
    /// Refused from then on.
    pub expires_at: Timestamp,
    /// The portal's epoch at the login, for contacts.
    pub portal_epoch: Option<u32>,
    /// On what, in words; nothing that tells one device from another of its kind.
    #[serde(default)]
    pub device: Option<String>,
    /// When the table may forget it: Unix seconds.
    pub ttl: i64,
}

impl Record for SessionRecord {
    const ENT: &'static str = "session";
}

impl SessionRecord {
    /// A session that starts now.
    #[must_use]
    pub fn starting(hash: String, now: Timestamp, portal_epoch: Option<u32>) -> Self {
        let expires_at =
            now.checked_add(jiff::SignedDuration::from_hours(24 * SESSION_DAYS)).unwrap_or(Timestamp::MAX);
        let ttl = expires_at.as_second();
        Self { hash, started_at: now, expires_at, portal_epoch, device: None, ttl }
    }

    /// The same on this device.
    #[must_use]
    pub fn on(self, device: Option<String>) -> Self {
        Self { device, ..self }
    }
}

/// A member whose session is good, with their office.
#[derive(Debug, Clone)]
pub struct MemberSession {
    /// What they reach.
    pub scope: OfficeScope,
    /// Who they are.
    pub member: MemberRecord,
    /// Where they work.
    pub office: OfficeRecord,
    /// Which of their sessions this is.
    pub hash: String,
}

/// A contact whose session is good, with the office whose portal it is.
#[derive(Debug, Clone)]
pub struct ContactSession {
    /// Who they are.
    pub contact: ContactRecord,
    /// Whose portal it is.
    pub office: OfficeRecord,
    /// The clients that they can enter now.
    pub clients: Vec<ContactClientRecord>,
    /// Which of their sessions this is.
    pub hash: String,
}

impl ContactSession {
    /// The scope of one of their clients; `None` if they cannot enter it, whether it exists or not (S27).
    #[must_use]
    pub fn scope_of(&self, client: ClientId) -> Option<ClientScope> {
        self.clients
            .iter()
            .any(|link| link.client_id == client)
            .then(|| ClientScope::new(self.office.id, self.contact.id, client))
    }
}

fn session_sk(hash: &str) -> String {
    format!("S#{hash}")
}

/// Writes a member's session.
pub fn start_for_member(
    transaction: &mut Transaction<'_>,
    office: OfficeId,
    member: MemberId,
    session: &SessionRecord,
) {
    let key = Key::new(member_partition(office, member), session_sk(&session.hash));
    transaction.put(&Keys::new(key), session);
}

/// Writes a contact's session.
pub fn start_for_contact(
    transaction: &mut Transaction<'_>,
    office: OfficeId,
    contact: ContactId,
    session: &SessionRecord,
) {
    let key = Key::new(contact_partition(office, contact), session_sk(&session.hash));
    transaction.put(&Keys::new(key), session);
}

/// The sessions of a member, those that have ended among them until the table forgets them.
///
/// # Errors
/// [`StoreError`]
pub async fn list_of_member(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
) -> Result<Vec<SessionRecord>, StoreError> {
    let items = table.query(member_partition(scope.office(), member)).begins_with("S#").all().await?;
    items.into_iter().map(from_item).collect()
}

/// Ends the session of this hash of a member.
///
/// # Errors
/// [`StoreError`]
pub async fn end_one_of_member(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
    hash: &str,
) -> Result<(), StoreError> {
    table.remove(&Key::new(member_partition(scope.office(), member), session_sk(hash))).await.map(|_| ())
}

/// Ends a member's session.
///
/// # Errors
/// [`StoreError`]
pub async fn end_of_member(table: &Table, session: &MemberSession) -> Result<(), StoreError> {
    let partition = member_partition(session.office.id, session.member.id);
    table.remove(&Key::new(partition, session_sk(&session.hash))).await.map(|_| ())
}

/// Ends a contact's session.
///
/// # Errors
/// [`StoreError`]
pub async fn end_of_contact(table: &Table, session: &ContactSession) -> Result<(), StoreError> {
    let partition = contact_partition(session.office.id, session.contact.id);
    table.remove(&Key::new(partition, session_sk(&session.hash))).await.map(|_| ())
}

/// Who a member's cookie is. `None` for anything but a good session of an active member.
///
/// # Errors
/// [`StoreError`]
pub async fn authenticate_member(
    table: &Table,
    office: OfficeId,
    member: MemberId,
    hash: &str,
    hinted_plain: bool,
    now: Timestamp,
) -> Result<Option<MemberSession>, StoreError> {
    let partition = member_partition(office, member);
    let relations =
        async { if hinted_plain { read_relations(table, &partition).await.map(Some) } else { Ok(None) } };
    let office_key = office_key(office);
    let (own, office_record, relations) = tokio::try_join!(
        table.query(partition.clone()).between("A", "T").all(),
        table.get::<OfficeRecord>(&office_key),
        relations,
    )?;
    let Some(office_record) = office_record else { return Ok(None) };
    let Some(member) = one_of_kind::<MemberRecord>(&own)? else { return Ok(None) };
    if !member.is_active || good_session(&own, hash, now)?.is_none() {
        return Ok(None);
    }
    let reach = if sees_all_clients(member.role) {
        Reach::All
    } else {
        Reach::Only(match relations {
            Some(clients) => clients,
            None => read_relations(table, &partition).await?,
        })
    };
    let scope = OfficeScope::new(office, Actor::Member(member.id), member.role, reach);
    acting::is(PersonId::Member(member.id));
    Ok(Some(MemberSession { scope, member, office: office_record, hash: hash.to_owned() }))
}

async fn read_relations(
    table: &Table,
    partition: &str,
) -> Result<BTreeMap<ClientId, ClientRelation>, StoreError> {
    let items = table.query(partition).begins_with("X#C#").all().await?;
    items
        .into_iter()
        .map(|item| from_item::<MemberClientRecord>(item).map(|one| (one.client_id, one.relation)))
        .collect()
}

/// Who a contact's cookie is. `None` unless the session is good, the portal reachable and the session of its epoch (S1).
///
/// # Errors
/// [`StoreError`]
pub async fn authenticate_contact(
    table: &Table,
    office: OfficeId,
    contact: ContactId,
    hash: &str,
    now: Timestamp,
) -> Result<Option<ContactSession>, StoreError> {
    let office_key = office_key(office);
    let (own, office_record) = tokio::try_join!(
        table.query(contact_partition(office, contact)).between("A", "T").all(),
        table.get::<OfficeRecord>(&office_key),
    )?;
    let Some(office_record) = office_record.filter(OfficeRecord::portal_is_reachable) else {
        return Ok(None);
    };
    let Some(contact) = one_of_kind::<ContactRecord>(&own)? else { return Ok(None) };
    let Some(session) = good_session(&own, hash, now)? else { return Ok(None) };
    if session.portal_epoch != Some(office_record.portal_epoch) {
        return Ok(None);
    }
    let mut clients = Vec::new();
    for item in &own {
        clients
            .extend(from_item_of_kind::<ContactClientRecord>(item)?.filter(ContactClientRecord::can_enter));
    }
    if clients.is_empty() {
        return Ok(None);
    }
    clients.sort_by(|one, other| one.client_name.cmp(&other.client_name));
    acting::is(PersonId::Contact(contact.id));
    Ok(Some(ContactSession { contact, office: office_record, clients, hash: hash.to_owned() }))
}

fn one_of_kind<R: Record>(items: &[Item]) -> Result<Option<R>, StoreError> {
    for item in items {
        if let Some(record) = from_item_of_kind(item)? {
            return Ok(Some(record));
        }
    }
    Ok(None)
}

fn good_session(items: &[Item], hash: &str, now: Timestamp) -> Result<Option<SessionRecord>, StoreError> {
    for item in items {
        let session = from_item_of_kind::<SessionRecord>(item)?;
        if let Some(session) = session.filter(|session| session.hash == hash && now < session.expires_at) {
            return Ok(Some(session));
        }
    }
    Ok(None)
}
