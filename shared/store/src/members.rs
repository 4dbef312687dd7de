//! The people of an office, their address claims, and the clients that each works with.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{
    AddressState, ClientId, ClientRelation, Email, Language, MemberId, OfficeId, PersonName, Role,
    SwitchedOff,
};

use crate::{
    OfficeScope, Page, PageRequest, Record, StoreError, Table, Transaction, Update, Version,
    clients::{ClientRecord, place},
    key::{Index, Key, Keys},
    record::from_item,
    scope::office_partition,
};

/// A person of the office.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MemberRecord {
    /// Their id.
    pub id: MemberId,
    /// Their name, as clients read it under messages.
    pub name: PersonName,
    /// Their login.
    pub email: Email,
    /// What they may do.
    pub role: Role,
    /// The language of their app and mails.
    pub language: Language,
    /// A deactivated member has no session and gets no mail.
    pub is_active: bool,
    /// Whether what they worked on is still being given to somebody else after they were deactivated.
    #[serde(default)]
    pub is_leaving: bool,
    /// When they were last invited by mail; an owner who signed up never was.
    #[serde(default)]
    pub invited_at: Option<Timestamp>,
    /// The last login.
    #[serde(default)]
    pub last_seen_at: Option<Timestamp>,
    /// How many in-app notifications they have not read.
    pub unread_notifications: i64,
    /// Whether mail reaches them.
    #[serde(default)]
    pub address_state: AddressState,
    /// What they do not want to be told (S49–S51).
    #[serde(default)]
    pub switched_off: SwitchedOff,
    /// The key of the links in their mails that switch off without signing in. It opens nothing else.
    #[serde(default)]
    pub mail_key: Option<String>,
    /// Since when.
    pub created_at: Timestamp,
    /// Rises with each edit.
    pub v: Version,
}

impl Record for MemberRecord {
    const ENT: &'static str = "member";
}

/// That an address logs in as a member of an office. One address may be a member in several offices.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MemberAddressRecord {
    /// The office.
    pub office_id: OfficeId,
    /// The member.
    pub member_id: MemberId,
}

impl Record for MemberAddressRecord {
    const ENT: &'static str = "member_address";
}

/// That a member answers for a client or was added to it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MemberClientRecord {
    /// The member.
    pub member_id: MemberId,
    /// Their name, for the client's card.
    pub member_name: PersonName,
    /// The client.
    pub client_id: ClientId,
    /// Responsible or added.
    pub relation: ClientRelation,
}

impl Record for MemberClientRecord {
    const ENT: &'static str = "member_client";
}

pub(crate) fn member_partition(office: OfficeId, member: MemberId) -> String {
    format!("{}#M#{}", office_partition(office), member.key())
}

fn member_keys(office: OfficeId, member: &MemberRecord) -> Keys {
    let place = format!("{}#{}", sild_domain::fold_for_search(member.name.as_str()), member.id.key());
    Keys::new(Key::new(member_partition(office, member.id), "A")).indexed(
        Index::Gsi1,
        format!("{}#M", office_partition(office)),
        place,
    )
}

pub(crate) fn address_key(email: &Email, office: OfficeId) -> Key {
    Key::new(format!("LOGIN#{}", email.folded()), office_partition(office))
}

fn relation_key(scope: &OfficeScope, member: MemberId, client: ClientId) -> Key {
    Key::new(member_partition(scope.office(), member), format!("X#C#{}", client.key()))
}

pub(crate) fn relation_key_of(scope: &OfficeScope, member: MemberId, client: &str) -> Key {
    Key::new(member_partition(scope.office(), member), format!("X#C#{client}"))
}

/// The partition of the index that lists by name the clients for which a member answers.
pub(crate) fn responsible_pk(scope: &OfficeScope, member: MemberId) -> String {
    format!("{}#R", member_partition(scope.office(), member))
}

/// Who answers for a client also lists it by name, unless it is archived.
fn relation_keys(scope: &OfficeScope, relation: &MemberClientRecord, client: &ClientRecord) -> Keys {
    let member = relation.member_id;
    let keys = Keys::new(relation_key(scope, member, client.id)).indexed(
        Index::Gsi1,
        format!("{}#C#{}#M", scope.partition(), client.id.key()),
        format!("M#{}", member.key()),
    );
    match (relation.relation, client.archived_at) {
        (ClientRelation::Responsible, None) => {
            keys.indexed(Index::Gsi2, responsible_pk(scope, member), place(client))
        }
        _ => keys,
    }
}

/// Reads one member.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
) -> Result<Option<MemberRecord>, StoreError> {
    table.get(&Key::new(member_partition(scope.office(), member), "A")).await
}

/// Reads several members; those that do not exist are missing.
///
/// # Errors
/// [`StoreError`]
pub async fn get_many(
    table: &Table,
    scope: &OfficeScope,
    members: &[MemberId],
) -> Result<Vec<MemberRecord>, StoreError> {
    let keys = members
        .iter()
        .map(|member| Key::new(member_partition(scope.office(), *member), "A"))
        .collect::<Vec<_>>();
    if keys.is_empty() { Ok(Vec::new()) } else { table.get_many(&keys).await }
}

/// All members of the office, by name.
///
/// # Errors
/// [`StoreError`]
pub async fn list(table: &Table, scope: &OfficeScope) -> Result<Vec<MemberRecord>, StoreError> {
    let items = table.query_index(Index::Gsi1, format!("{}#M", scope.partition())).all().await?;
    items.into_iter().map(from_item).collect()
}

/// A page of the members of the office, by name.
///
/// # Errors
/// [`StoreError`]
pub async fn list_page(
    table: &Table,
    scope: &OfficeScope,
    request: &PageRequest,
) -> Result<Page<MemberRecord>, StoreError> {
    let office = scope.partition();
    let page = table
        .query_index(Index::Gsi1, format!("{office}#M"))
        .page(request, |place| {
            let id = place.rsplit_once('#').map_or(place, |(_, id)| id);
            Key::new(format!("{office}#M#{id}"), "A")
        })
        .await?;
    let items = page.items.into_iter().map(from_item).collect::<Result<_, _>>()?;
    Ok(Page { items, next: page.next })
}

/// As which members an address logs in, in any office.
///
/// # Errors
/// [`StoreError`]
pub async fn find_by_address(table: &Table, email: &Email) -> Result<Vec<MemberAddressRecord>, StoreError> {
    let items = table.query(format!("LOGIN#{}", email.folded())).all().await?;
    items.into_iter().map(from_item).collect()
}

/// Writes a new member and claims their address in this office.
pub fn create(transaction: &mut Transaction<'_>, office: OfficeId, member: &MemberRecord) {
    transaction.put_new("member_exists", &member_keys(office, member), member);
    let claim = MemberAddressRecord { office_id: office, member_id: member.id };
    transaction.put_new("address_taken", &Keys::new(address_key(&member.email, office)), &claim);
}

/// Writes a member if they still have the version that `member` was read with. Refused as `version_mismatch`.
pub fn save(transaction: &mut Transaction<'_>, scope: &OfficeScope, member: &MemberRecord) {
    let keys = member_keys(scope.office(), member);
    let update = Update::new(&keys.primary).save(&keys, member, &OWN_LIFE).at_version(member.v);
    transaction.update("version_mismatch", update);
}

/// What changes apart from an edit of the member; [`save`] leaves it alone.
const OWN_LIFE: [&str; 8] = [
    "v",
    "id",
    "created_at",
    "unread_notifications",
    "last_seen_at",
    "address_state",
    "switched_off",
    "mail_key",
];

/// Writes a member of whom nothing personal is left, if they still have the version that `member` was read with.
pub(crate) fn erase(transaction: &mut Transaction<'_>, scope: &OfficeScope, member: &MemberRecord) {
    let keys = member_keys(scope.office(), member);
    let update = Update::new(&keys.primary)
        .save(&keys, member, &OWN_LIFE)
        .set("address_state", AddressState::Bounced)
        .remove("switched_off")
        .remove("mail_key")
        .at_version(member.v);
    transaction.update("version_mismatch", update);
}

/// Who answers for a client or was added to it.
///
/// # Errors
/// [`StoreError`]
pub async fn of_client(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
) -> Result<Vec<MemberClientRecord>, StoreError> {
    let pk = format!("{}#C#{}#M", scope.partition(), client.key());
    let items = table.query_index(Index::Gsi1, pk).all().await?;
    items.into_iter().map(from_item).collect()
}

/// Gives a member the client, or changes how they stand to it.
pub fn relate(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    relation: &MemberClientRecord,
    client: &ClientRecord,
) {
    transaction.put(&relation_keys(scope, relation, client), relation);
}

/// Puts the client where its name says in the list of a member who answers for it, or takes it out of that while it is
/// archived. Refused as `client_changed` when they do not answer for it.
pub(crate) fn place_relation(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    member: MemberId,
    client: &ClientRecord,
) {
    let key = relation_key(scope, member, client.id);
    let update = Update::new(&key).when_equal("relation", ClientRelation::Responsible);
    let update = match client.archived_at {
        None => {
            update.set(Index::Gsi2.pk(), responsible_pk(scope, member)).set(Index::Gsi2.sk(), place(client))
        }
        Some(_) => update.remove(Index::Gsi2.pk()).remove(Index::Gsi2.sk()),
    };
    transaction.update("client_changed", update);
}

/// Only if the member answers for the client or was added to it. Refused as `not_on_client`.
pub fn require_relation(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    member: MemberId,
    client: ClientId,
) {
    let key = relation_key(scope, member, client);
    transaction.check("not_on_client", Update::new(&key).when_exists());
}

/// Only if the member is active. Refused as `member_inactive`.
pub fn require_active(transaction: &mut Transaction<'_>, scope: &OfficeScope, member: MemberId) {
    let key = Key::new(member_partition(scope.office(), member), "A");
    transaction.check("member_inactive", Update::new(&key).when_equal("is_active", true));
}

/// Remembers a login of a member who is active. Refused as `member_gone`. They have read a mail, so it is not true any more
/// that mails come back.
pub fn mark_seen(transaction: &mut Transaction<'_>, office: OfficeId, member: &MemberRecord, now: Timestamp) {
    let key = Key::new(member_partition(office, member.id), "A");
    let update = Update::new(&key).set("last_seen_at", now).when_equal("is_active", true);
    let update = match member.address_state {
        AddressState::Bounced => update.set("address_state", AddressState::Ok),
        AddressState::Ok | AddressState::Complained => update,
    };
    transaction.update("member_gone", update);
}

/// Remembers that nothing is left to give away of a member who was deactivated; `false` if they are back.
///
/// # Errors
/// [`StoreError`]
pub async fn finish_leaving(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
) -> Result<bool, StoreError> {
    let key = Key::new(member_partition(scope.office(), member), "A");
    let update = Update::new(&key).set("is_leaving", false).add("v", 1).when_equal("is_leaving", true);
    table.update(update).await.map(|written| written.is_some())
}

/// How a member stands to a client, strongly consistent.
///
/// # Errors
/// [`StoreError`]
pub async fn get_relation(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
    client: ClientId,
) -> Result<Option<MemberClientRecord>, StoreError> {
    table.get(&relation_key(scope, member, client)).await
}

/// The first `limit` clients of a member, strongly consistent, in the order of their making.
///
/// # Errors
/// [`StoreError`]
pub async fn clients_of(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
    limit: u16,
) -> Result<Vec<MemberClientRecord>, StoreError> {
    let query = table.query(member_partition(scope.office(), member)).begins_with("X#C#");
    query.top(limit).await?.into_iter().map(from_item).collect()
}

/// All clients of a member, strongly consistent, in the order of their making.
///
/// # Errors
/// [`StoreError`]
pub async fn all_clients_of(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
) -> Result<Vec<MemberClientRecord>, StoreError> {
    let query = table.query(member_partition(scope.office(), member)).begins_with("X#C#");
    query.all().await?.into_iter().map(from_item).collect()
}

/// Copies a member's name into how they stand to a client.
///
/// # Errors
/// [`StoreError`]
pub async fn copy_name_to_relation(
    table: &Table,
    scope: &OfficeScope,
    member: MemberId,
    client: ClientId,
    name: &PersonName,
) -> Result<(), StoreError> {
    let key = relation_key(scope, member, client);
    table.update(Update::new(&key).set("member_name", name).when_exists()).await.map(|_| ())
}

/// Takes a client from a member.
pub fn unrelate(transaction: &mut Transaction<'_>, scope: &OfficeScope, member: MemberId, client: ClientId) {
    transaction.delete(&relation_key(scope, member, client));
}

/// Counts in-app notifications: `by` more, or fewer, that the member has not read.
pub fn count_unread(transaction: &mut Transaction<'_>, scope: &OfficeScope, member: MemberId, by: i64) {
    let key = Key::new(member_partition(scope.office(), member), "A");
    transaction.update("member_gone", Update::new(&key).add("unread_notifications", by).when_exists());
}
