//! `PATCH /api/office/clients/{client}/contacts/{contact}`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context, Patch,
    clients::Contact,
    contacts::{self, ContactEdit},
};
use sild_domain::{ClientId, ContactId, Language, PersonName, Phone};
use sild_http::{IfMatch, JsonBody, OfficeSession, Path, Problem, Versioned};
use utoipa::ToSchema;

/// What is to change of a contact; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateContact {
    /// Their name.
    #[schema(nullable = false, value_type = Option<String>)]
    pub name: Option<PersonName>,
    /// Where they can be called; `null` removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub phone: Patch<Phone>,
    /// The language of their portal and mails.
    #[schema(nullable = false)]
    pub language: Option<Language>,
    /// Whether they may act for this client; taking it away ends what they have open with the next request.
    #[schema(nullable = false)]
    pub has_access: Option<bool>,
}

/// Changes a contact: name, number and language everywhere, access for this client.
#[utoipa::path(
    patch, path = "/api/office/clients/{client}/contacts/{contact}", tag = "office",
    request_body = UpdateContact,
    params(
        ("client" = String, Path),
        ("contact" = String, Path),
        ("If-Match" = String, Header, description = "The version that the change was made from"),
    ),
    responses(
        (status = 200, description = "The contact", body = Contact),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_contact(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path((client, contact)): Path<(ClientId, ContactId)>,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdateContact>,
) -> Result<Versioned<Contact>, Problem> {
    let edit = ContactEdit {
        name: body.name,
        phone: body.phone,
        language: body.language,
        has_access: body.has_access,
    };
    let contact = contacts::update_contact(&cx, &session, client, contact, version, edit).await?;
    Ok(Versioned::ok(contact.version, contact))
}
