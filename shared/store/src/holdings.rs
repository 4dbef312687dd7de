//! Everything that an office holds, in steps of bounded size: what exporting and erasing walk through.
//!
//! Nothing here scans. Each partition of an office is reached by a list: its clients, tasks, members, bulk openings and
//! portal names are listed in an index, a client's row names its contacts, and links stand under whom they let in. The
//! order is that of taking away: whatever is reached through something else comes before it.

mod kinds;
mod of_client;
mod people;

use std::collections::BTreeSet;

use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, ContactId, IdError, MemberId, OfficeId, ThreadId};

pub(crate) use kinds::said_by_key;
pub use kinds::{KINDS, Line, Treatment};
pub use people::read_person;
pub(crate) use people::spent_sign_ups;
use people::{loose_contacts, members_of};

use crate::{
    Actor, Cursor, Item, OfficeScope, PageRequest, StoreError, Table,
    audit::removals,
    bulk,
    clients::{self, ClientRecord},
    contacts::contact_partition,
    exports, imports,
    key::{Index, Key},
    members::member_partition,
    offices, outbox,
    record::{from_item, text},
    table::Query,
};

/// How many rows of one partition, or of one list, a step reads.
const ROWS: u16 = 250;
/// How many tasks or requests a step reads, each with its whole thread.
const THREADS: u16 = 25;
/// How many people a step reads, each with up to three months of notifications.
const PEOPLE: u16 = 5;

/// A person of an office. As a text it is the id that the wire knows them by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum PersonId {
    /// Of the office itself.
    Member(MemberId),
    /// Of a client.
    Contact(ContactId),
}

impl std::fmt::Display for PersonId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Member(id) => id.fmt(f),
            Self::Contact(id) => id.fmt(f),
        }
    }
}

impl From<PersonId> for String {
    fn from(person: PersonId) -> Self {
        person.to_string()
    }
}

impl TryFrom<String> for PersonId {
    type Error = IdError;

    fn try_from(text: String) -> Result<Self, IdError> {
        text.parse().map(Self::Member).or_else(|_| text.parse().map(Self::Contact))
    }
}

impl PersonId {
    /// The person whose partition this is.
    pub(crate) fn of_partition(pk: &str) -> Option<Self> {
        let mut parts = pk.split('#').skip(2);
        match (parts.next(), parts.next(), parts.next()) {
            (Some("M"), Some(key), None) => MemberId::from_key(key).ok().map(Self::Member),
            (Some("P"), Some(key), None) => ContactId::from_key(key).ok().map(Self::Contact),
            _ => None,
        }
    }

    pub(crate) fn partition(self, office: OfficeId) -> String {
        match self {
            Self::Member(id) => member_partition(office, id),
            Self::Contact(id) => contact_partition(office, id),
        }
    }

    const fn actor(self) -> Actor {
        match self {
            Self::Member(id) => Actor::Member(id),
            Self::Contact(id) => Actor::Contact(id),
        }
    }
}

/// Whose items a [`Holding`] has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    /// The office's own: settings, series, templates, bulk openings, what waits in the outbox.
    Office,
    /// A portal name, held now or before.
    PortalName,
    /// A client, with the words by which it is found.
    Client(ClientId),
    /// A task or a request, with its thread.
    Thread(ThreadId),
    /// A person, with their sessions, links and notifications. A contact is met at each of their clients; `is_first` is
    /// true at one of them.
    Person {
        /// Who.
        id: PersonId,
        /// Whether they are to be counted here.
        is_first: bool,
    },
}

/// Items that belong together.
#[derive(Debug, Clone)]
pub struct Holding {
    /// Whose.
    pub subject: Subject,
    /// Themselves.
    pub(crate) items: Vec<Item>,
}

impl Holding {
    const fn new(subject: Subject, items: Vec<Item>) -> Self {
        Self { subject, items }
    }

    /// How many items it has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it has none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Its items as an export shows them: without keys, and without anything that is secret or a hash of it.
    ///
    /// # Errors
    /// [`StoreError::Shape`] for an item of a kind that nobody decided about.
    pub fn lines(&self) -> Result<Vec<Line>, StoreError> {
        self.items.iter().filter_map(|item| Line::of(item).transpose()).collect()
    }
}

/// Which part of an office is walked through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Everything,
    /// All but the clients that are not among these, with their tasks and contacts.
    Clients(BTreeSet<ClientId>),
}

/// Where a walk goes on. The default is the beginning.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Place {
    stage: Stage,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    client: Option<InClient>,
}

#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Stage {
    #[default]
    Outbox,
    Bulk,
    Imports,
    Exports,
    Removals,
    Clients,
    ArchivedClients,
    Contacts,
    ArchivedContacts,
    Members,
    PortalNames,
    Own,
}

impl Stage {
    const fn next(self) -> Option<Self> {
        match self {
            Self::Outbox => Some(Self::Bulk),
            Self::Bulk => Some(Self::Imports),
            Self::Imports => Some(Self::Exports),
            Self::Exports => Some(Self::Removals),
            Self::Removals => Some(Self::Clients),
            Self::Clients => Some(Self::ArchivedClients),
            Self::ArchivedClients => Some(Self::Contacts),
            Self::Contacts => Some(Self::ArchivedContacts),
            Self::ArchivedContacts => Some(Self::Members),
            Self::Members => Some(Self::PortalNames),
            Self::PortalNames => Some(Self::Own),
            Self::Own => None,
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct InClient {
    id: ClientId,
    part: Part,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    after: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Part {
    Tasks,
    Requests,
    Contacts,
    Own,
}

impl Place {
    fn at(self, after: Option<String>) -> Option<Self> {
        match after {
            Some(after) => Some(Self { after: Some(after), client: None, ..self }),
            None => self.stage.next().map(|stage| Self { stage, after: None, client: None }),
        }
    }

    fn in_client(self, client: InClient) -> Self {
        Self { client: Some(client), ..self }
    }
}

/// One step of a walk.
#[derive(Debug, Clone)]
pub struct Step {
    /// What it found; there may be nothing in it though more is to come.
    pub holdings: Vec<Holding>,
    /// Where the next one begins; `None` at the end.
    pub next: Option<Place>,
}

/// Walks one step.
///
/// # Errors
/// [`StoreError`]
pub async fn read(
    table: &Table,
    scope: &OfficeScope,
    extent: &Extent,
    place: Place,
) -> Result<Step, StoreError> {
    let office = scope.partition();
    match (place.stage, place.client.clone()) {
        (Stage::Clients | Stage::ArchivedClients, Some(client)) => {
            of_client::read(table, scope, place, client).await
        }
        (Stage::Clients | Stage::ArchivedClients, None) => next_client(table, scope, extent, place).await,
        (Stage::Contacts | Stage::ArchivedContacts, _) => loose_contacts(table, scope, place).await,
        (Stage::Members, _) => members_of(table, scope, place).await,
        (Stage::Outbox, _) => {
            let query = table.query(outbox::partition(Some(scope.office())));
            rows(query, place, Subject::Office, |sk| Key::new("", sk)).await
        }
        (Stage::Bulk, _) => {
            let query = table.query_index(Index::Gsi1, bulk::list_pk(scope));
            rows(query, place, Subject::Office, |listed| match listed.split_once('#') {
                Some((id, sk)) => Key::new(format!("{office}#B#{id}"), sk),
                None => Key::new(format!("{office}#B#{listed}"), "A"),
            })
            .await
        }
        (Stage::Imports, _) => {
            let query = table.query_index(Index::Gsi1, imports::list_pk(scope));
            rows(query, place, Subject::Office, |id| Key::new(format!("{office}#I#{id}"), "A")).await
        }
        (Stage::Exports, _) => {
            let query = table.query_index(Index::Gsi1, exports::list_pk(scope));
            rows(query, place, Subject::Office, |id| Key::new(format!("{office}#E#{id}"), "A")).await
        }
        (Stage::Removals, _) => {
            let query = table.query(removals::partition(scope.office()));
            rows(query, place, Subject::Office, |sk| Key::new("", sk)).await
        }
        (Stage::PortalNames, _) => {
            let query = table.query_index(Index::Gsi1, offices::names_pk(scope.office()));
            rows(query, place, Subject::PortalName, |slug| Key::new(format!("SLUG#{slug}"), "A")).await
        }
        (Stage::Own, _) => rows(table.query(&office), place, Subject::Office, |sk| Key::new("", sk)).await,
    }
}

async fn rows(
    query: Query<'_>,
    place: Place,
    subject: Subject,
    primary: impl Fn(&str) -> Key,
) -> Result<Step, StoreError> {
    let page = query.page(&request(ROWS, place.after.as_deref()), primary).await?;
    let holdings = vec![Holding::new(subject, page.items)];
    Ok(Step { holdings, next: place.at(page.next.and_then(first_part)) })
}

fn request(limit: u16, after: Option<&str>) -> PageRequest {
    PageRequest { limit, after: after.map(|after| Cursor(vec![after.to_owned()])) }
}

fn first_part(cursor: Cursor) -> Option<String> {
    cursor.0.into_iter().next()
}

fn last_part(listed: &str) -> &str {
    listed.rsplit_once('#').map_or(listed, |(_, last)| last)
}

async fn next_client(
    table: &Table,
    scope: &OfficeScope,
    extent: &Extent,
    place: Place,
) -> Result<Step, StoreError> {
    let is_archived = place.stage == Stage::ArchivedClients;
    let found = match extent {
        // Those that are archived were among them.
        Extent::Clients(_) if is_archived => None,
        Extent::Clients(clients) => {
            let mut rest = clients.iter().map(|client| (client.key(), *client));
            rest.find(|(key, _)| place.after.as_ref().is_none_or(|after| key > after))
        }
        Extent::Everything => {
            let query = table.query_index(Index::Gsi1, clients::names_pk(scope, is_archived));
            let page = query
                .page(&request(1, place.after.as_deref()), |listed| {
                    Key::new(format!("{}#C#{}", scope.partition(), last_part(listed)), "A")
                })
                .await?;
            match page.items.into_iter().next() {
                Some(item) => {
                    let listed = text(&item, Index::Gsi1.sk()).unwrap_or_default().to_owned();
                    Some((listed, from_item::<ClientRecord>(item)?.id))
                }
                None => None,
            }
        }
    };
    let next = match found {
        Some((listed, id)) => {
            let client = InClient { id, part: Part::Tasks, after: None };
            Some(Place { after: Some(listed), ..place }.in_client(client))
        }
        None => place.at(None),
    };
    Ok(Step { holdings: Vec::new(), next })
}

/// Whether an attribute, which may be inside a map, is this text.
pub(crate) fn says(item: &Item, path: &[&str], wanted: &str) -> bool {
    let Some((name, rest)) = path.split_first() else { return false };
    match (item.get(*name), rest) {
        (Some(AttributeValue::S(value)), []) => value == wanted,
        (Some(AttributeValue::M(inner)), rest) => says(inner, rest, wanted),
        _ => false,
    }
}
