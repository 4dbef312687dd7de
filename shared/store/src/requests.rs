//! Requests, and the lists that hold them: of the office, of a client for the office, of a client for the portal.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{
    Body, ClientId, CompanyName, ContactId, MemberId, PersonName, RequestId, RequestState, Title,
};

use crate::{
    ClientScope, OfficeScope, Page, PageRequest, Record, StoreError, Table, Transaction, TransactionError,
    Update, Version,
    key::{Index, Key, Keys},
    record::from_item,
    tasks::seen_by,
    threads::{Author, Thread, ThreadActivity, head_and_thread},
};

/// What a client asks of the office.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RequestRecord {
    /// Its id.
    pub id: RequestId,
    /// Whose it is.
    pub client_id: ClientId,
    /// Copy of the client's name.
    pub client_name: CompanyName,
    /// What it is about.
    pub subject: Title,
    /// What is asked.
    pub text: Body,
    /// Who asks.
    pub author: Author,
    /// Sent at.
    pub created_at: Timestamp,
    /// How it stands.
    pub state: RequestState,
    /// Copy of the name of the member who closed or converted it.
    pub ended_by: Option<PersonName>,
    /// Which member that is.
    pub ended_by_id: Option<MemberId>,
    /// Rises with each thing that makes it unread for contacts again.
    pub activity: u32,
    /// The activity that each contact has seen, by bare contact id.
    pub seen: BTreeMap<String, u32>,
    /// How many portal messages its thread has.
    pub portal_messages: u32,
    /// How many portal files its thread has.
    pub portal_files: u32,
    /// Whether a contact wrote or uploaded since a member last looked.
    pub has_client_news: bool,
    /// Rises with each command of a member.
    pub v: Version,
}

impl Record for RequestRecord {
    const ENT: &'static str = "request";
}

impl RequestRecord {
    /// Whether a contact has seen all that happened to it.
    #[must_use]
    pub fn is_seen_by(&self, contact: ContactId) -> bool {
        self.seen.get(&contact.key()).is_some_and(|seen| *seen >= self.activity)
    }

    /// The request as the portal's list holds it.
    #[must_use]
    pub fn portal_entry(&self) -> PortalRequestEntry {
        PortalRequestEntry {
            id: self.id,
            subject: self.subject.clone(),
            state: self.state,
            created_at: self.created_at,
            activity: self.activity,
            seen: self.seen.clone(),
            portal_messages: self.portal_messages,
            portal_files: self.portal_files,
        }
    }
}

/// A request as the portal's list holds it: only what the index projects.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PortalRequestEntry {
    /// Its id.
    pub id: RequestId,
    /// What it is about.
    pub subject: Title,
    /// How it stands.
    pub state: RequestState,
    /// Sent at.
    pub created_at: Timestamp,
    /// How much has happened.
    pub activity: u32,
    /// How much of it each contact has seen.
    pub seen: BTreeMap<String, u32>,
    /// Portal messages.
    pub portal_messages: u32,
    /// Portal files.
    pub portal_files: u32,
}

impl Record for PortalRequestEntry {
    const ENT: &'static str = "request";
}

impl PortalRequestEntry {
    /// Whether there is something that this contact has not seen.
    #[must_use]
    pub fn is_unread_by(&self, contact: ContactId) -> bool {
        self.seen.get(&contact.key()).is_none_or(|seen| *seen < self.activity)
    }
}

/// What happens to a request apart from commands of members; [`save`] leaves it alone.
const OWN_LIFE: [&str; 11] = [
    "v",
    "id",
    "created_at",
    "client_name",
    "author",
    "activity",
    "seen",
    "portal_messages",
    "portal_files",
    "has_client_news",
    "text",
];

/// Which half of a list of requests, each newest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RequestHalf {
    /// New and answered ones.
    Open,
    /// Converted and closed ones.
    Finished,
}

impl RequestHalf {
    const fn of(state: RequestState) -> Self {
        if state.is_open() { Self::Open } else { Self::Finished }
    }

    const fn prefix(self) -> &'static str {
        match self {
            Self::Open => "R#o#",
            Self::Finished => "R#x#",
        }
    }

    fn place(self, id: RequestId) -> String {
        format!("{}{}", self.prefix(), id.key())
    }
}

pub(crate) fn partition(office: &str, request: RequestId) -> String {
    format!("{office}#R#{}", request.key())
}

fn request_key(office: &str, request: RequestId) -> Key {
    Key::new(partition(office, request), "A")
}

fn office_pk(office: &str) -> String {
    format!("{office}#R")
}

fn client_pk(office: &str, client: ClientId) -> String {
    format!("{office}#C#{}", client.key())
}

fn request_keys(office: &str, request: &RequestRecord) -> Keys {
    let place = RequestHalf::of(request.state).place(request.id);
    let client = client_pk(office, request.client_id);
    Keys::new(request_key(office, request.id))
        .indexed(Index::Gsi1, office_pk(office), &place)
        .indexed(Index::Gsi2, &client, &place)
        .indexed(Index::Gsi3, format!("{client}#P"), &place)
}

/// Writes a request that a contact sends.
pub fn create(transaction: &mut Transaction<'_>, scope: ClientScope, request: &RequestRecord) {
    transaction.put_new("request_exists", &request_keys(&scope.partition(), request), request);
}

/// Reads one request, if the scope may see the requests of its client (S46).
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    request: RequestId,
) -> Result<Option<RequestRecord>, StoreError> {
    let found = table.get::<RequestRecord>(&request_key(&scope.partition(), request)).await?;
    Ok(found.filter(|request| scope.may_see_requests(request.client_id)))
}

/// Reads several requests that the scope may see; those that do not exist are missing. In no order.
///
/// # Errors
/// [`StoreError`]
pub async fn get_many(
    table: &Table,
    scope: &OfficeScope,
    requests: &[RequestId],
) -> Result<Vec<RequestRecord>, StoreError> {
    let keys = requests.iter().map(|request| request_key(&scope.partition(), *request)).collect::<Vec<_>>();
    let found = if keys.is_empty() { Vec::new() } else { table.get_many::<RequestRecord>(&keys).await? };
    Ok(found.into_iter().filter(|request| scope.may_see_requests(request.client_id)).collect())
}

/// Reads one request with its whole thread, internal and portal, if the scope may see the requests of its client.
///
/// # Errors
/// [`StoreError`]
pub async fn get_with_thread(
    table: &Table,
    scope: &OfficeScope,
    request: RequestId,
) -> Result<Option<(RequestRecord, Thread)>, StoreError> {
    let items = table.query(partition(&scope.partition(), request)).all().await?;
    let found = head_and_thread::<RequestRecord>(&items)?;
    Ok(found.filter(|(request, _)| scope.may_see_requests(request.client_id)))
}

/// Reads one request of a contact's client.
///
/// # Errors
/// [`StoreError`]
pub async fn get_for_contact(
    table: &Table,
    scope: ClientScope,
    request: RequestId,
) -> Result<Option<RequestRecord>, StoreError> {
    let found = table.get::<RequestRecord>(&request_key(&scope.partition(), request)).await?;
    Ok(found.filter(|request| request.client_id == scope.client()))
}

/// Reads one request with the portal's part of its thread: internal entries are outside the range that is read.
///
/// # Errors
/// [`StoreError`]
pub async fn get_with_thread_for_contact(
    table: &Table,
    scope: ClientScope,
    request: RequestId,
) -> Result<Option<(RequestRecord, Thread)>, StoreError> {
    let items = table.query(partition(&scope.partition(), request)).between("A", "W").all().await?;
    let found = head_and_thread::<RequestRecord>(&items)?;
    Ok(found.filter(|(request, _)| request.client_id == scope.client()))
}

/// A page of the office's requests, newest first, or of one client's. What the scope may not see is left out: a page may
/// hold fewer than asked for and still have a next one.
///
/// # Errors
/// [`StoreError`]
pub async fn list(
    table: &Table,
    scope: &OfficeScope,
    client: Option<ClientId>,
    half: RequestHalf,
    request: &PageRequest,
) -> Result<Page<RequestRecord>, StoreError> {
    let office = scope.partition();
    let query = match client {
        Some(client) => table.query_index(Index::Gsi2, client_pk(&office, client)),
        None => table.query_index(Index::Gsi1, office_pk(&office)),
    };
    let page = query
        .begins_with(half.prefix())
        .newest_first()
        .page(request, |place| key_in_place(&office, place))
        .await?;
    let mut items = Vec::with_capacity(page.items.len());
    for item in page.items {
        let record = from_item::<RequestRecord>(item)?;
        if scope.may_see_requests(record.client_id) {
            items.push(record);
        }
    }
    Ok(Page { items, next: page.next })
}

/// A page of the requests of a contact's client, newest first.
///
/// # Errors
/// [`StoreError`]
pub async fn list_for_contact(
    table: &Table,
    scope: ClientScope,
    half: RequestHalf,
    request: &PageRequest,
) -> Result<Page<PortalRequestEntry>, StoreError> {
    let office = scope.partition();
    let page = table
        .query_index(Index::Gsi3, format!("{}#P", client_pk(&office, scope.client())))
        .begins_with(half.prefix())
        .newest_first()
        .page(request, |place| key_in_place(&office, place))
        .await?;
    let items = page.items.into_iter().map(from_item).collect::<Result<_, _>>()?;
    Ok(Page { items, next: page.next })
}

fn key_in_place(office: &str, place: &str) -> Key {
    let id = place.rsplit_once('#').map_or(place, |(_, id)| id);
    Key::new(format!("{office}#R#{id}"), "A")
}

/// Writes a request that a member closed, reopened or converted, if it still has the version that it was read with.
/// Refused as `version_mismatch`.
pub fn save(transaction: &mut Transaction<'_>, scope: &OfficeScope, request: &RequestRecord) {
    let keys = request_keys(&scope.partition(), request);
    let update = Update::new(&keys.primary).save(&keys, request, &OWN_LIFE).at_version(request.v);
    transaction.update("version_mismatch", update);
}

/// Notes a portal message of a member, and the state that it leaves the request in. Refused as `version_mismatch`
/// when the state is not the one that was read any more.
pub fn note_answer(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: &RequestRecord,
    after: RequestState,
    activity: ThreadActivity,
) {
    let update = activity.apply(
        Update::new(&request_key(&scope.partition(), before.id))
            .set("state", after)
            .when_equal("state", before.state),
    );
    transaction.update("version_mismatch", update);
}

/// Notes what a member did to the thread that leaves the state alone. Refused as `request_gone`.
pub fn note_activity(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    request: RequestId,
    activity: ThreadActivity,
) {
    let update = Update::new(&request_key(&scope.partition(), request)).when_exists();
    transaction.update("request_gone", activity.apply(update));
}

/// Notes what a contact wrote or uploaded: the request is new again, whatever it was but converted. What is news for the
/// other contacts is none for the one whose act it is. Refused as `request_gone`, with the item where it is converted.
pub fn note_activity_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    request: RequestId,
    activity: ThreadActivity,
) {
    let place = RequestHalf::Open.place(request);
    let update =
        activity.apply(of_client(scope, request)).increment(&seen_by(scope)).set("state", RequestState::New);
    let update = [Index::Gsi1, Index::Gsi2, Index::Gsi3]
        .into_iter()
        .fold(update, |update, index| update.set(index.sk(), &place));
    transaction.update("request_gone", update);
}

/// Only if the request can take more from a contact. Refused as `request_gone`, with the item where it is converted.
pub fn require_for_contact(transaction: &mut Transaction<'_>, scope: ClientScope, request: RequestId) {
    transaction.check("request_gone", of_client(scope, request));
}

fn of_client(scope: ClientScope, request: RequestId) -> Update {
    Update::new(&request_key(&scope.partition(), request))
        .when_equal("client_id", scope.client())
        .when_lacks("state.task_id")
}

/// Whether a contact was refused because their client's request has become a task.
#[must_use]
pub fn is_converted(error: &TransactionError, scope: ClientScope) -> bool {
    let TransactionError::Refused { label: "request_gone", found: Some(item) } = error else { return false };
    let found = from_item::<RequestRecord>(item.clone());
    found.is_ok_and(|request| request.client_id == scope.client() && request.state.task().is_some())
}

/// Remembers how much of a request a contact has seen. `false` if there is nothing to remember.
///
/// # Errors
/// [`StoreError`]
pub async fn mark_read(
    table: &Table,
    scope: ClientScope,
    request: RequestId,
    activity: u32,
) -> Result<bool, StoreError> {
    let seen = seen_by(scope);
    let update = Update::new(&request_key(&scope.partition(), request))
        .when_equal("client_id", scope.client())
        .set(&seen, activity)
        .when_at_least("activity", activity)
        .when_absent_or_below(&seen, activity);
    table.update(update).await.map(|written| written.is_some())
}

/// Remembers that a member has looked at what the client did.
///
/// # Errors
/// [`StoreError`]
pub async fn clear_client_news(
    table: &Table,
    scope: &OfficeScope,
    request: RequestId,
) -> Result<(), StoreError> {
    let key = request_key(&scope.partition(), request);
    table.update(Update::new(&key).set("has_client_news", false).when_exists()).await.map(|_| ())
}

/// Copies the name of a renamed client into its request; the request's version stays.
///
/// # Errors
/// [`StoreError`]
pub async fn copy_client_name(
    table: &Table,
    scope: &OfficeScope,
    request: RequestId,
    name: &CompanyName,
) -> Result<(), StoreError> {
    let key = request_key(&scope.partition(), request);
    table.update(Update::new(&key).set("client_name", name).when_exists()).await.map(|_| ())
}
