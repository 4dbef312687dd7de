//! What bulk openings and bulk tasks show alike.

use serde::{Deserialize, Serialize};
use sild_domain::ClientId;
use sild_store::bulk::{SkipReason, Skipped};
use utoipa::ToSchema;

/// Whether it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum BulkState {
    /// Clients are left.
    Running,
    /// Every client had its turn.
    Done,
}

impl BulkState {
    pub(crate) const fn of(is_finished: bool) -> Self {
        if is_finished { Self::Done } else { Self::Running }
    }
}

/// Why a client or a contact was passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SkipReasonView {
    /// The client has no contacts.
    NoContacts,
    /// The contact's address bounced.
    Bounced,
    /// The contact called our mail spam.
    Complained,
    /// The contact has no access to the client's portal, which is open already.
    NoAccess,
    /// The client is not there.
    NotFound,
    /// The office's portal was deactivated meanwhile.
    PortalInactive,
    /// The client's portal is closed.
    PortalClosed,
    /// The client is archived.
    Archived,
}

impl From<SkipReason> for SkipReasonView {
    fn from(reason: SkipReason) -> Self {
        match reason {
            SkipReason::NoContacts => Self::NoContacts,
            SkipReason::Bounced => Self::Bounced,
            SkipReason::Complained => Self::Complained,
            SkipReason::NoAccess => Self::NoAccess,
            SkipReason::NotFound => Self::NotFound,
            SkipReason::PortalInactive => Self::PortalInactive,
            SkipReason::PortalClosed => Self::PortalClosed,
            SkipReason::Archived => Self::Archived,
        }
    }
}

/// A client or a contact that was passed over.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SkippedEntry {
    /// The client.
    pub client_id: ClientId,
    /// Its name, where it exists.
    pub client_name: Option<String>,
    /// The contact, where one contact was passed over.
    pub contact_name: Option<String>,
    /// Why.
    pub reason: SkipReasonView,
}

impl SkippedEntry {
    pub(crate) fn of(skipped: &Skipped) -> Self {
        Self {
            client_id: skipped.client_id,
            client_name: skipped.client_name.as_ref().map(ToString::to_string),
            contact_name: skipped.contact_name.as_ref().map(ToString::to_string),
            reason: skipped.reason.into(),
        }
    }
}
