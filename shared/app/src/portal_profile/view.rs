//! A contact as they see themselves.

use serde::{Deserialize, Serialize};
use sild_domain::{
    ContactId, Language,
    login::{is_valid_at, link_lifetime},
};
use sild_store::{Version, contacts::ContactRecord, sessions::ContactSession};
use utoipa::ToSchema;

use crate::Context;

/// The profile of the contact who is signed in.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalProfile {
    /// Their id.
    #[schema(value_type = String)]
    pub id: ContactId,
    /// Their name, as their accountants read it.
    pub name: String,
    /// Their login, where their mails go.
    pub email: String,
    /// The address that they want, until they press the button of the mail sent to it or its link is too old.
    pub pending_email: Option<String>,
    /// Where they can be called.
    pub phone: Option<String>,
    /// The language of their portal and mails.
    pub language: Language,
    /// For `If-Match`.
    pub version: Version,
}

impl PortalProfile {
    pub(super) fn of(cx: &Context, contact: &ContactRecord) -> Self {
        let lifetime = link_lifetime(cx.config.link_lifetime_hours);
        let pending =
            contact.email_change.as_ref().filter(|change| is_valid_at(change.asked_at, lifetime, cx.now()));
        Self {
            id: contact.id,
            name: contact.name.to_string(),
            email: contact.email.to_string(),
            pending_email: pending.map(|change| change.email.to_string()),
            phone: contact.phone.as_ref().map(ToString::to_string),
            language: contact.language,
            version: contact.v,
        }
    }
}

/// The contact who is signed in: what the session was read with.
#[must_use]
pub fn get_portal_profile(cx: &Context, session: &ContactSession) -> PortalProfile {
    PortalProfile::of(cx, &session.contact)
}
