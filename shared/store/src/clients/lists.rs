//! The lists in which an office finds its clients, each read by key.
//!
//! By name and by deadline the client's own item is listed. By portal state and by open tasks a row of its own is, in the
//! client's partition: what decides its place changes by counters and marks, whose writers do not read the client, so a job
//! brings the row up to date afterwards. No place depends on the date, so midnight rewrites nothing: what is overdue is what
//! stands before today in the list by deadline.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, MemberId, RegistryCode};

use super::{
    ClientRecord, client_key, names_pk, partition, place,
    read::{get_many, own},
    words::{self, first_place},
};
use crate::{
    Cursor, Item, OfficeScope, Page, PageRequest, Record, StoreError, Table, TransactionError, Update,
    key::{Index, Key, Keys},
    members,
    record::{from_item, from_item_of_kind, kind, text},
};

/// Sorts after every date.
const NO_DATE: &str = "9999-99-99";
/// The greatest number of open tasks by which clients are told apart.
const OPEN_MAX: i64 = 999_999;
/// How often the rows are written again when the client changes at the same time.
const TRIES: usize = 5;

/// How far a client is with the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientPortalState {
    /// Nobody of the client can enter.
    Closed,
    /// Open, nobody was invited, nobody came (S22).
    Silent,
    /// Open, its contacts were invited, nobody came.
    Invited,
    /// Open, and somebody has logged in.
    Active,
}

impl ClientPortalState {
    const fn word(self) -> &'static str {
        match self {
            Self::Closed => "closed",
            Self::Silent => "silent",
            Self::Invited => "invited",
            Self::Active => "active",
        }
    }
}

/// The row by which a client stands in one more list.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct ListedRecord {
    client_id: ClientId,
}

impl Record for ListedRecord {
    const ENT: &'static str = "client_listed";
}

/// A list of clients, in its order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ClientList {
    /// All by name.
    ByName,
    /// Those that are archived, by name.
    Archived,
    /// Those with most open tasks first.
    ByOpenTasks,
    /// By earliest deadline, those without one last.
    ByDeadline,
    /// Those whose earliest deadline is before this date, by deadline.
    DueBefore(Date),
    /// Those for which this member answers, by name.
    OfResponsible(MemberId),
    /// Those that are so far with the portal, by name.
    InState(ClientPortalState),
    /// Those with a word that begins so, which is one word as [`sild_domain::search_words`] gives them.
    WithWord {
        /// The beginning.
        prefix: String,
        /// Whether those that are archived are searched, or the others.
        is_archived: bool,
    },
}

impl ClientList {
    /// Where a client stands in it.
    fn place_of(&self, client: &ClientRecord) -> String {
        match self {
            Self::ByName
            | Self::Archived
            | Self::OfResponsible(_)
            | Self::InState(_)
            | Self::WithWord { .. } => place(client),
            Self::ByOpenTasks => open_place(client),
            Self::ByDeadline | Self::DueBefore(_) => deadline_place(client),
        }
    }
}

pub(super) fn deadlines_pk(scope: &OfficeScope) -> String {
    format!("{}#CD", scope.partition())
}

pub(super) fn deadline_place(client: &ClientRecord) -> String {
    deadline_place_of(client.id, client.earliest_due)
}

pub(super) fn deadline_place_of(client: ClientId, earliest_due: Option<Date>) -> String {
    let due = earliest_due.map_or_else(|| NO_DATE.to_owned(), |due| due.to_string());
    format!("{due}#{}", client.key())
}

fn states_pk(scope: &OfficeScope, state: ClientPortalState) -> String {
    format!("{}#CP#{}", scope.partition(), state.word())
}

fn open_pk(scope: &OfficeScope) -> String {
    format!("{}#CO", scope.partition())
}

/// Most first: what is missing to the greatest number.
fn open_place(client: &ClientRecord) -> String {
    let left = OPEN_MAX.saturating_sub(client.open_count.clamp(0, OPEN_MAX));
    format!("{left:06}#{}", client.id.key())
}

const STATE_ROW: &str = "L#state";
const OPEN_ROW: &str = "L#open";

const CODE_ROW: &str = "L#code";

fn codes_pk(scope: &OfficeScope) -> String {
    format!("{}#CC", scope.partition())
}

/// The form in which two registry codes of one company are equal: letters and digits, in lower case.
#[must_use]
pub fn folded_code(code: &RegistryCode) -> String {
    let letters = code.as_str().chars().filter(char::is_ascii_alphanumeric);
    letters.map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The clients of the office by their folded registry codes, archived ones too; of several with one code, the oldest.
///
/// # Errors
/// [`StoreError`]
pub async fn by_code(table: &Table, scope: &OfficeScope) -> Result<BTreeMap<String, ClientId>, StoreError> {
    let items = table.query_index(Index::Gsi1, codes_pk(scope)).only(&["client_id"]).all().await?;
    let mut found = BTreeMap::new();
    for item in items {
        let code = text(&item, Index::Gsi1.sk()).and_then(|place| place.split('#').next());
        let code = code.unwrap_or_default().to_owned();
        let client = from_item::<ListedRecord>(item)?.client_id;
        found.entry(code).or_insert(client);
    }
    Ok(found)
}

/// The rows that a client has; while it is archived, only the one by which its registry code is known.
fn rows(scope: &OfficeScope, client: &ClientRecord) -> Vec<Keys> {
    let row = |sk: &str| Keys::new(Key::new(partition(scope, client.id), sk));
    let mut rows = Vec::new();
    if client.archived_at.is_none() {
        let state = states_pk(scope, client.portal_state());
        rows.push(row(STATE_ROW).indexed(Index::Gsi1, state, place(client)));
        rows.push(row(OPEN_ROW).indexed(Index::Gsi1, open_pk(scope), open_place(client)));
    }
    if let Some(code) = &client.registry_code {
        let place = format!("{}#{}", folded_code(code), client.id.key());
        rows.push(row(CODE_ROW).indexed(Index::Gsi1, codes_pk(scope), place));
    }
    rows
}

/// Writes the rows of a client, which has these already, and takes away those that it should not have.
pub(super) fn write(
    transaction: &mut crate::Transaction<'_>,
    scope: &OfficeScope,
    client: &ClientRecord,
    stands: &[&str],
) {
    let rows = rows(scope, client);
    for keys in &rows {
        transaction.put(keys, &ListedRecord { client_id: client.id });
    }
    for sk in stands.iter().filter(|sk| rows.iter().all(|keys| keys.primary.sk != **sk)) {
        transaction.delete(&Key::new(partition(scope, client.id), *sk));
    }
}

/// Every row that a client can have.
pub(super) const ROWS: [&str; 3] = [STATE_ROW, OPEN_ROW, CODE_ROW];

/// Moves the row by which the registry code of an edited client is known.
pub(super) fn move_code(
    transaction: &mut crate::Transaction<'_>,
    scope: &OfficeScope,
    before: &ClientRecord,
    after: &ClientRecord,
) {
    if before.registry_code == after.registry_code {
        return;
    }
    let row = rows(scope, after).into_iter().find(|keys| keys.primary.sk == CODE_ROW);
    match row {
        Some(keys) => transaction.put(&keys, &ListedRecord { client_id: after.id }),
        None => transaction.delete(&Key::new(partition(scope, after.id), CODE_ROW)),
    }
}

/// Brings the rows of a client up to date with what it is now. Doing it again changes nothing.
///
/// # Errors
/// [`TransactionError::Busy`] when the client changed again and again.
pub async fn refresh_lists(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
) -> Result<(), TransactionError> {
    for _ in 0..TRIES {
        let items = table.query(partition(scope, client)).between("A", "M").all().await?;
        let mut found = None;
        let mut stands = BTreeMap::new();
        for item in &items {
            if let Some(record) = from_item_of_kind::<ClientRecord>(item)? {
                found = Some(record);
            } else if kind(item) == ListedRecord::ENT {
                let of = |name| text(item, name).unwrap_or_default().to_owned();
                stands.insert(of("sk"), (of(Index::Gsi1.pk()), of(Index::Gsi1.sk())));
            }
        }
        let Some(client) = found else { return Ok(()) };
        let wanted = rows(scope, &client);
        let wanted = wanted.iter().filter_map(|keys| {
            let mut item = Item::new();
            keys.write_to(&mut item);
            let of = |name| text(&item, name).map(str::to_owned);
            Some((of("sk")?, (of(Index::Gsi1.pk())?, of(Index::Gsi1.sk())?)))
        });
        if wanted.collect::<BTreeMap<_, _>>() == stands {
            return Ok(());
        }
        let mut transaction = table.transaction();
        transaction.check("client_changed", unchanged(scope, &client));
        let stands = stands.keys().map(String::as_str).collect::<Vec<_>>();
        write(&mut transaction, scope, &client, &stands);
        match transaction.commit().await {
            Err(TransactionError::Refused { label: "client_changed", .. }) => {}
            outcome => return outcome,
        }
    }
    Err(TransactionError::Busy)
}

/// That nothing changed of what decides the places of a client.
fn unchanged(scope: &OfficeScope, client: &ClientRecord) -> Update {
    let update = Update::new(&client_key(scope, client.id))
        .when_equal("v", client.v)
        .when_equal("open_count", client.open_count);
    match client.last_seen_at {
        Some(_) => update.when_has("last_seen_at"),
        None => update.when_lacks("last_seen_at"),
    }
}

/// A client with its place in a list.
struct Listed {
    place: String,
    client: ClientRecord,
}

/// The clients of a list that `keep` lets pass: it reads `chunk` entries, and gives the first `limit` that pass. A page may
/// hold fewer than asked for and still have a next one.
///
/// # Errors
/// [`StoreError`]
pub async fn find(
    table: &Table,
    scope: &OfficeScope,
    list: &ClientList,
    request: &PageRequest,
    chunk: u16,
    keep: impl Fn(&ClientRecord) -> bool,
) -> Result<Page<ClientRecord>, StoreError> {
    let chunk = PageRequest { limit: chunk, after: request.after.clone() };
    let page = read(table, scope, list, &chunk).await?;
    let mut kept = page.items.into_iter().filter(|listed| keep(&listed.client)).collect::<Vec<_>>();
    let limit = usize::from(request.limit);
    let is_cut = kept.len() > limit;
    kept.truncate(limit);
    let next = match kept.last() {
        Some(end) if is_cut => Some(Cursor(vec![end.place.clone()])),
        _ => page.next,
    };
    let mut items = kept.into_iter().map(|listed| listed.client).collect::<Vec<_>>();
    if matches!(list, ClientList::WithWord { .. }) {
        items.sort_by_cached_key(place);
    }
    Ok(Page { items, next })
}

async fn read(
    table: &Table,
    scope: &OfficeScope,
    list: &ClientList,
    request: &PageRequest,
) -> Result<Page<Listed>, StoreError> {
    let office = scope.partition();
    let query = match list {
        ClientList::ByName => table.query_index(Index::Gsi1, names_pk(scope, false)),
        ClientList::Archived => table.query_index(Index::Gsi1, names_pk(scope, true)),
        ClientList::ByOpenTasks => table.query_index(Index::Gsi1, open_pk(scope)),
        ClientList::ByDeadline => table.query_index(Index::Gsi2, deadlines_pk(scope)),
        ClientList::DueBefore(date) => {
            table.query_index(Index::Gsi2, deadlines_pk(scope)).between("0", date.to_string())
        }
        ClientList::OfResponsible(member) => {
            table.query_index(Index::Gsi2, members::responsible_pk(scope, *member))
        }
        ClientList::InState(state) => table.query_index(Index::Gsi1, states_pk(scope, *state)),
        ClientList::WithWord { prefix, is_archived } => {
            table.query_index(Index::Gsi1, words::index_pk(scope, *is_archived)).begins_with(prefix)
        }
    };
    let of_client = |listed: &str, sk: &str| {
        let id = listed.rsplit_once('#').map_or(listed, |(_, id)| id);
        Key::new(format!("{office}#C#{id}"), sk)
    };
    let page = query
        .page(request, |listed| match list {
            ClientList::ByName | ClientList::Archived | ClientList::ByDeadline | ClientList::DueBefore(_) => {
                of_client(listed, "A")
            }
            ClientList::ByOpenTasks => of_client(listed, OPEN_ROW),
            ClientList::InState(_) => of_client(listed, STATE_ROW),
            ClientList::OfResponsible(member) => {
                let id = listed.rsplit_once('#').map_or(listed, |(_, id)| id);
                members::relation_key_of(scope, *member, id)
            }
            ClientList::WithWord { .. } => words::key_in_place(scope, listed),
        })
        .await?;
    let index = match list {
        ClientList::ByDeadline | ClientList::DueBefore(_) | ClientList::OfResponsible(_) => Index::Gsi2,
        _ => Index::Gsi1,
    };
    let items = listed(table, scope, list, index, page.items).await?;
    Ok(Page { items, next: page.next })
}

/// The clients behind the entries of a list: themselves where they are listed, and read where a row stands for them.
async fn listed(
    table: &Table,
    scope: &OfficeScope,
    list: &ClientList,
    index: Index,
    items: Vec<Item>,
) -> Result<Vec<Listed>, StoreError> {
    let place_of = |item: &Item| text(item, index.sk()).unwrap_or_default().to_owned();
    let mut entries = Vec::with_capacity(items.len());
    let mut whole = Vec::new();
    for item in items {
        let place = place_of(&item);
        match from_item_of_kind::<ClientRecord>(&item)? {
            Some(client) => whole.push(Listed { place, client }),
            None => entries.push((place, from_item::<ListedRecord>(item)?.client_id)),
        }
    }
    let ids = entries.iter().map(|(_, id)| *id).collect::<Vec<_>>();
    let clients = get_many(table, scope, &ids).await?;
    let clients = clients.into_iter().map(|client| (client.id, client)).collect::<BTreeMap<_, _>>();
    let found = entries.into_iter().filter_map(|(place, id)| {
        let client = clients.get(&id)?.clone();
        let stands_here = match list {
            // One of a client's rows that match stands for it.
            ClientList::WithWord { prefix, .. } => first_place(&client, prefix).as_ref() == Some(&place),
            _ => true,
        };
        stands_here.then_some(Listed { place, client })
    });
    whole.extend(found);
    Ok(whole)
}

/// As [`find`], among the clients of a plain member: all of them are read.
///
/// # Errors
/// [`StoreError`]
pub async fn find_own(
    table: &Table,
    scope: &OfficeScope,
    list: &ClientList,
    request: &PageRequest,
    keep: impl Fn(&ClientRecord) -> bool,
) -> Result<Page<ClientRecord>, StoreError> {
    let mut all = own(table, scope).await?;
    all.retain(keep);
    all.sort_by_cached_key(|client| list.place_of(client));
    Ok(Page::cut(all, request, |client| list.place_of(client)))
}
