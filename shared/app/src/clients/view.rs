//! Clients as members see them.

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, ContactId, Language, MemberId, ProfileChange, TimeZoneName, is_overdue};
use sild_store::{
    Version,
    clients::{ClientPortalState, ClientRecord, NamedMember},
    contacts::{AddressState, ContactClientRecord, ContactRecord},
    offices::OfficeRecord,
};
use utoipa::ToSchema;

/// Somebody or something by id and name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Person {
    /// A `mem_…`, `con_…` or `cli_…` id.
    pub id: String,
    /// What it is called.
    pub name: String,
}

impl Person {
    /// A member by the copy that a record holds.
    #[must_use]
    pub fn of_member(member: &NamedMember) -> Self {
        Self { id: member.id.to_string(), name: member.name.to_string() }
    }

    /// A client by the copy that a record holds.
    #[must_use]
    pub fn of_client(id: ClientId, name: &sild_domain::CompanyName) -> Self {
        Self { id: id.to_string(), name: name.to_string() }
    }

    /// A contact by the copy that a link holds.
    #[must_use]
    pub fn of_contact(link: &ContactClientRecord) -> Self {
        Self { id: link.contact_id.to_string(), name: link.contact_name.to_string() }
    }

    /// A member by their own record.
    #[must_use]
    pub fn named(id: MemberId, name: &sild_domain::PersonName) -> Self {
        Self { id: id.to_string(), name: name.to_string() }
    }
}

/// How far a client is with the portal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PortalStateView {
    /// Nobody of the client can enter.
    Closed,
    /// Open, nobody was invited, nobody came (S22).
    Silent,
    /// Open, its contacts were invited, nobody came.
    Invited,
    /// Open, and somebody has logged in.
    Active,
}

impl From<ClientPortalState> for PortalStateView {
    fn from(state: ClientPortalState) -> Self {
        match state {
            ClientPortalState::Closed => Self::Closed,
            ClientPortalState::Silent => Self::Silent,
            ClientPortalState::Invited => Self::Invited,
            ClientPortalState::Active => Self::Active,
        }
    }
}

impl From<PortalStateView> for ClientPortalState {
    fn from(state: PortalStateView) -> Self {
        match state {
            PortalStateView::Closed => Self::Closed,
            PortalStateView::Silent => Self::Silent,
            PortalStateView::Invited => Self::Invited,
            PortalStateView::Active => Self::Active,
        }
    }
}

/// A client as a list shows it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ClientSummary {
    /// Its id.
    #[schema(value_type = String)]
    pub id: ClientId,
    /// Its name.
    pub name: String,
    /// Its code in the business register.
    pub registry_code: Option<String>,
    /// How far it is with the portal.
    pub portal_state: PortalStateView,
    /// When one of its contacts last logged in.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_seen_at: Option<Timestamp>,
    /// Who answers for it.
    pub responsible: Vec<Person>,
    /// How many contacts it has.
    pub contact_count: i64,
    /// How many tasks the office has not completed.
    pub open_count: i64,
    /// The earliest deadline among them.
    #[schema(value_type = Option<String>, format = Date)]
    pub earliest_due: Option<Date>,
    /// Whether that deadline has passed in the office's time zone.
    pub is_overdue: bool,
    /// Whether it is archived: closed, and left out of lists.
    pub is_archived: bool,
}

impl ClientSummary {
    /// What a list shows of a record on the date `today`.
    #[must_use]
    pub fn of(client: &ClientRecord, today: Date) -> Self {
        Self {
            id: client.id,
            name: client.name.to_string(),
            registry_code: client.registry_code.as_ref().map(ToString::to_string),
            portal_state: client.portal_state().into(),
            last_seen_at: client.last_seen_at,
            responsible: client.responsible.iter().map(Person::of_member).collect(),
            contact_count: client.contact_count,
            open_count: client.open_count,
            earliest_due: client.earliest_due,
            is_overdue: is_overdue(client.earliest_due, today),
            is_archived: client.archived_at.is_some(),
        }
    }
}

/// Whether mail reaches an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum AddressStateView {
    /// As far as we know.
    Ok,
    /// A mail came back for good.
    Bounced,
    /// The person called our mail spam.
    Complained,
}

impl From<AddressState> for AddressStateView {
    fn from(state: AddressState) -> Self {
        match state {
            AddressState::Ok => Self::Ok,
            AddressState::Bounced => Self::Bounced,
            AddressState::Complained => Self::Complained,
        }
    }
}

/// A contact at one client.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Contact {
    /// Their id.
    #[schema(value_type = String)]
    pub id: ContactId,
    /// Their name.
    pub name: String,
    /// Their login.
    pub email: String,
    /// Where they can be called.
    pub phone: Option<String>,
    /// The language of their portal and mails.
    pub language: Language,
    /// Whether they may act for this client once its portal is open.
    pub has_access: bool,
    /// Whether mail reaches them.
    pub address_state: AddressStateView,
    /// Whether they are archived, and so enter nowhere.
    pub is_archived: bool,
    /// Their last login.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_seen_at: Option<Timestamp>,
    /// What they changed about themselves, the newest first; at most ten changes (S57).
    pub changes: Vec<ProfileChange>,
    /// For `If-Match`.
    pub version: Version,
}

impl Contact {
    /// A contact as one client has them.
    #[must_use]
    pub fn of(contact: &ContactRecord, link: &ContactClientRecord) -> Self {
        Self {
            id: contact.id,
            name: contact.name.to_string(),
            email: contact.email.to_string(),
            phone: contact.phone.as_ref().map(ToString::to_string),
            language: contact.language,
            has_access: link.has_access,
            address_state: contact.address_state.into(),
            is_archived: contact.archived_at.is_some(),
            last_seen_at: contact.last_seen_at,
            changes: contact.changes.clone(),
            version: contact.v,
        }
    }
}

/// Where a client's files can be sent to be digitised: nowhere while the office has that switched off (S60).
pub(crate) fn digitisation_email(client: &ClientRecord, office: &OfficeRecord) -> Option<String> {
    client.digitisation_email.as_ref().filter(|_| office.digitisation_is_on).map(ToString::to_string)
}

/// A client with its contacts.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Client {
    /// What lists show of it.
    #[serde(flatten)]
    pub summary: ClientSummary,
    /// Where its files are sent to be digitised; not shown while the office has that switched off (S60).
    pub digitisation_email: Option<String>,
    /// Who works with it without answering for it.
    pub members: Vec<Person>,
    /// Where its folder in the office's document system is; contacts see it as "Documents" (S58).
    pub documents_url: Option<String>,
    /// Its contacts, by name.
    pub contacts: Vec<Contact>,
    /// For `If-Match`.
    pub version: Version,
}

impl Client {
    /// A client with the contacts that belong to it.
    #[must_use]
    pub fn of(
        client: &ClientRecord,
        links: &[ContactClientRecord],
        contacts: &[ContactRecord],
        office: &OfficeRecord,
        now: Timestamp,
    ) -> Self {
        let mut shown = links
            .iter()
            .filter_map(|link| {
                let contact = contacts.iter().find(|contact| contact.id == link.contact_id)?;
                Some(Contact::of(contact, link))
            })
            .collect::<Vec<_>>();
        shown.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        Self {
            summary: ClientSummary::of(client, office.time_zone.today(now)),
            digitisation_email: digitisation_email(client, office),
            members: client.added.iter().map(Person::of_member).collect(),
            documents_url: client.documents_url.as_ref().map(ToString::to_string),
            contacts: shown,
            version: client.v,
        }
    }
}
