//! A contact across their clients, as members see them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, ContactId, Language, ProfileChange};
use sild_store::{
    OfficeScope, Version,
    contacts::{ContactClientRecord, ContactRecord},
};
use utoipa::ToSchema;

use crate::clients::AddressStateView;

/// How a contact stands to one client.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ContactAtClient {
    /// The client.
    #[schema(value_type = String)]
    pub id: ClientId,
    /// Its name.
    pub name: String,
    /// Whether they may act for it once its portal is open.
    pub has_access: bool,
    /// Whether its portal is open.
    pub portal_is_open: bool,
}

/// A contact with the clients that they belong to.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ContactCard {
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
    /// Whether mail reaches them.
    pub address_state: AddressStateView,
    /// Whether they are archived, and so enter nowhere.
    pub is_archived: bool,
    /// Their last login.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub last_seen_at: Option<Timestamp>,
    /// What they changed about themselves, the newest first; at most ten changes (S57).
    pub changes: Vec<ProfileChange>,
    /// Those of their clients that the member who asks works with, by name.
    pub clients: Vec<ContactAtClient>,
    /// For `If-Match`.
    pub version: Version,
}

impl ContactCard {
    pub(super) fn of(scope: &OfficeScope, contact: &ContactRecord, links: &[ContactClientRecord]) -> Self {
        let mut clients = links
            .iter()
            .filter(|link| scope.reaches(link.client_id))
            .map(|link| ContactAtClient {
                id: link.client_id,
                name: link.client_name.to_string(),
                has_access: link.has_access,
                portal_is_open: link.client_is_open,
            })
            .collect::<Vec<_>>();
        clients.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        Self {
            id: contact.id,
            name: contact.name.to_string(),
            email: contact.email.to_string(),
            phone: contact.phone.as_ref().map(ToString::to_string),
            language: contact.language,
            address_state: contact.address_state.into(),
            is_archived: contact.archived_at.is_some(),
            last_seen_at: contact.last_seen_at,
            changes: contact.changes.clone(),
            clients,
            version: contact.v,
        }
    }
}
