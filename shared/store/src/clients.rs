//! The companies that an office serves, and the rows by which a list is searched.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, CompanyName, MemberId, PersonName, RegistryCode, fold_for_search, search_words};

use crate::{
    OfficeScope, Page, PageRequest, Record, StoreError, Table, Transaction, Update, Version,
    key::{Index, Key, Keys},
    record::from_item,
};

/// How many words of a client's name and code can be searched.
const SEARCH_WORDS_MAX: usize = 12;

/// A member as a client's row names them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct NamedMember {
    /// The member.
    pub id: MemberId,
    /// Copy of their name.
    pub name: PersonName,
}

/// A company that the office serves.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ClientRecord {
    /// Its id.
    pub id: ClientId,
    /// Its name.
    pub name: CompanyName,
    /// Its code in the business register.
    pub registry_code: Option<RegistryCode>,
    /// Who answers for it, copied from the relations.
    pub responsible: Vec<NamedMember>,
    /// Whether its portal is open.
    pub portal_is_open: bool,
    /// When its contacts were last invited by mail.
    pub invited_at: Option<Timestamp>,
    /// When one of its contacts last logged in.
    pub last_seen_at: Option<Timestamp>,
    /// How many contacts it has.
    pub contact_count: i64,
    /// How many tasks the office has not completed.
    pub open_count: i64,
    /// How many assigned tasks wait for the client.
    pub waiting_count: i64,
    /// The earliest due date of its open tasks.
    pub earliest_due: Option<Date>,
    /// Since when.
    pub created_at: Timestamp,
    /// Rises with each edit.
    pub v: Version,
}

impl Record for ClientRecord {
    const ENT: &'static str = "client";
}

impl ClientRecord {
    /// Whether one of the words by which the client is found begins with `prefix`.
    #[must_use]
    pub fn has_word(&self, prefix: &str) -> bool {
        words_of(self).iter().any(|word| word.starts_with(prefix))
    }
}

/// What changes apart from an edit of the client: counters and marks.
const OWN_LIFE: [&str; 9] = [
    "v",
    "id",
    "created_at",
    "invited_at",
    "last_seen_at",
    "contact_count",
    "open_count",
    "waiting_count",
    "earliest_due",
];

#[derive(Debug, Clone, Serialize, Deserialize)]
struct SearchWordRecord {
    client_id: ClientId,
}

impl Record for SearchWordRecord {
    const ENT: &'static str = "client_word";
}

fn partition(scope: &OfficeScope, client: ClientId) -> String {
    format!("{}#C#{}", scope.partition(), client.key())
}

fn client_key(scope: &OfficeScope, client: ClientId) -> Key {
    Key::new(partition(scope, client), "A")
}

fn client_keys(scope: &OfficeScope, client: &ClientRecord) -> Keys {
    let place = format!("{}#{}", fold_for_search(client.name.as_str()), client.id.key());
    Keys::new(client_key(scope, client.id)).indexed(Index::Gsi1, format!("{}#C", scope.partition()), place)
}

fn word_keys(scope: &OfficeScope, client: ClientId, word: &str) -> Keys {
    Keys::new(Key::new(partition(scope, client), format!("W#{word}"))).indexed(
        Index::Gsi1,
        format!("{}#W", scope.partition()),
        format!("{word}#{}", client.key()),
    )
}

/// The words by which a client is found.
fn words_of(client: &ClientRecord) -> Vec<String> {
    let code = client.registry_code.as_ref().map(|code| code.as_str().to_owned()).unwrap_or_default();
    let mut words = search_words(&format!("{} {code}", client.name.as_str()));
    words.sort();
    words.dedup();
    words.truncate(SEARCH_WORDS_MAX);
    words
}

/// Reads one client, if the scope reaches it.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
) -> Result<Option<ClientRecord>, StoreError> {
    if !scope.reaches(client) {
        return Ok(None);
    }
    table.get(&client_key(scope, client)).await
}

/// Reads several clients, those that exist and that the scope reaches, by name.
///
/// # Errors
/// [`StoreError`]
pub async fn get_many(
    table: &Table,
    scope: &OfficeScope,
    clients: &[ClientId],
) -> Result<Vec<ClientRecord>, StoreError> {
    let mut wanted = clients.iter().filter(|client| scope.reaches(**client)).copied().collect::<Vec<_>>();
    wanted.sort();
    wanted.dedup();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let keys = wanted.into_iter().map(|client| client_key(scope, client)).collect::<Vec<_>>();
    let mut found = table.get_many::<ClientRecord>(&keys).await?;
    found.sort_by_cached_key(|client| (fold_for_search(client.name.as_str()), client.id));
    Ok(found)
}

/// Clients by name. A plain member's are read by their relations.
///
/// # Errors
/// [`StoreError`]
pub async fn list(
    table: &Table,
    scope: &OfficeScope,
    request: &PageRequest,
) -> Result<Page<ClientRecord>, StoreError> {
    if let Some(only) = scope.only_clients() {
        let all = get_many(table, scope, &only.iter().copied().collect::<Vec<_>>()).await?;
        return Ok(page_of(all, request));
    }
    let page = table
        .query_index(Index::Gsi1, format!("{}#C", scope.partition()))
        .page(request, |place| key_in_place(scope, place, "A"))
        .await?;
    read_page(page)
}

/// Clients with a word that begins with `prefix`, which is one word as [`search_words`] gives them.
///
/// # Errors
/// [`StoreError`]
pub async fn search(
    table: &Table,
    scope: &OfficeScope,
    prefix: &str,
    request: &PageRequest,
) -> Result<Page<ClientId>, StoreError> {
    let page = table
        .query_index(Index::Gsi1, format!("{}#W", scope.partition()))
        .begins_with(prefix)
        .page(request, |place| {
            let word = place.rsplit_once('#').map_or("", |(word, _)| word);
            key_in_place(scope, place, &format!("W#{word}"))
        })
        .await?;
    let mut found = Vec::with_capacity(page.items.len());
    for item in page.items {
        found.push(from_item::<SearchWordRecord>(item)?.client_id);
    }
    Ok(Page { items: found, next: page.next })
}

/// The clients of a plain member whose words begin with `prefix`, by name.
///
/// # Errors
/// [`StoreError`]
pub async fn search_own(
    table: &Table,
    scope: &OfficeScope,
    prefix: &str,
    request: &PageRequest,
) -> Result<Page<ClientRecord>, StoreError> {
    let own = scope.only_clients().map(|own| own.iter().copied().collect::<Vec<_>>()).unwrap_or_default();
    let mut all = get_many(table, scope, &own).await?;
    all.retain(|client| client.has_word(prefix));
    Ok(page_of(all, request))
}

fn key_in_place(scope: &OfficeScope, place: &str, sk: &str) -> Key {
    let id = place.rsplit_once('#').map_or(place, |(_, id)| id);
    Key::new(format!("{}#C#{id}", scope.partition()), sk)
}

fn read_page(page: Page<crate::Item>) -> Result<Page<ClientRecord>, StoreError> {
    let items = page.items.into_iter().map(from_item).collect::<Result<_, _>>()?;
    Ok(Page { items, next: page.next })
}

/// Cuts a page out of a list that is already in memory and in order of name.
fn page_of(all: Vec<ClientRecord>, request: &PageRequest) -> Page<ClientRecord> {
    let place =
        |client: &ClientRecord| format!("{}#{}", fold_for_search(client.name.as_str()), client.id.key());
    let after = request.after.as_ref().and_then(|cursor| cursor.0.first());
    let rest =
        all.into_iter().filter(|client| after.is_none_or(|after| place(client) > *after)).collect::<Vec<_>>();
    let limit = usize::from(request.limit);
    let has_more = rest.len() > limit;
    let items = rest.into_iter().take(limit).collect::<Vec<_>>();
    let next = items.last().filter(|_| has_more).map(|client| crate::Cursor(vec![place(client)]));
    Page { items, next }
}

/// Writes a new client with its search rows.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, client: &ClientRecord) {
    transaction.put_new("client_exists", &client_keys(scope, client), client);
    for word in words_of(client) {
        transaction.put(&word_keys(scope, client.id, &word), &SearchWordRecord { client_id: client.id });
    }
}

/// Writes an edited client if it still has the version of `before`, and moves its search rows.
pub fn save(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: &ClientRecord,
    after: &ClientRecord,
) {
    let keys = client_keys(scope, after);
    let update = Update::new(&keys.primary).save(&keys, after, &OWN_LIFE).at_version(before.v);
    transaction.update("version_mismatch", update);
    let (old, new) = (words_of(before), words_of(after));
    for word in old.iter().filter(|word| !new.contains(word)) {
        transaction.delete(&word_keys(scope, after.id, word).primary);
    }
    for word in new.iter().filter(|word| !old.contains(word)) {
        transaction.put(&word_keys(scope, after.id, word), &SearchWordRecord { client_id: after.id });
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

/// Moves the counters of a client, if they move, and remembers an earlier due date. Refused as `client_gone`, or as
/// `portal_closed` where `must_be_open` asks for an open portal (S30).
pub fn count_tasks(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: ClientId,
    counts: TaskCounts,
    must_be_open: bool,
) {
    let update = Update::new(&client_key(scope, client)).when_exists();
    let update = if must_be_open { update.when_equal("portal_is_open", true) } else { update };
    let label = if must_be_open { "portal_closed" } else { "client_gone" };
    if counts == TaskCounts::default() {
        transaction.check(label, update);
    } else {
        transaction.update(label, update.add("open_count", counts.open).add("waiting_count", counts.waiting));
    }
}

/// Moves the counters on behalf of a contact.
pub fn count_tasks_for_contact(
    transaction: &mut Transaction<'_>,
    scope: crate::ClientScope,
    counts: TaskCounts,
) {
    count_tasks(transaction, &OfficeScope::for_job(scope.office()), scope.client(), counts, false);
}

/// Writes the earliest due date of a client's open tasks, as a job worked it out.
///
/// # Errors
/// [`StoreError`]
pub async fn set_earliest_due(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
    earliest_due: Option<Date>,
) -> Result<(), StoreError> {
    let update = Update::new(&client_key(scope, client)).when_exists();
    let update = match earliest_due {
        Some(date) => update.set("earliest_due", date),
        None => update.remove("earliest_due"),
    };
    table.update(update).await.map(|_| ())
}

/// Opens or closes the portal of a client; nothing changes for who is already so.
pub fn set_portal_open(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: ClientId,
    is_open: bool,
) {
    let update =
        Update::new(&client_key(scope, client)).set("portal_is_open", is_open).add("v", 1).when_exists();
    transaction.update("client_gone", update);
}

/// Remembers that the contacts of a client were invited.
pub fn mark_invited(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: ClientId,
    now: Timestamp,
) {
    let update = Update::new(&client_key(scope, client))
        .set("portal_is_open", true)
        .set("invited_at", now)
        .add("v", 1)
        .when_exists();
    transaction.update("client_gone", update);
}

/// Counts one contact more of a client.
pub fn count_contact(transaction: &mut Transaction<'_>, scope: &OfficeScope, client: ClientId) {
    let update = Update::new(&client_key(scope, client)).add("contact_count", 1).when_exists();
    transaction.update("client_gone", update);
}

/// Remembers that a contact of the client logged in.
///
/// # Errors
/// [`StoreError`]
pub async fn mark_seen(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let update = Update::new(&client_key(scope, client)).set("last_seen_at", now).when_exists();
    table.update(update).await.map(|_| ())
}
