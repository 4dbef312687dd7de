//! `POST /api/office/clients/{client}/contacts`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    clients::Contact,
    contacts::{self, NewContact},
};
use sild_domain::{ClientId, Email, Language, PersonName, Phone};
use sild_http::{Create, OfficeSession, Path, Problem, Versioned};
use utoipa::ToSchema;

/// A new contact of a client.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateContact {
    /// Their name.
    #[schema(value_type = String)]
    pub name: PersonName,
    /// Their login.
    #[schema(value_type = String)]
    pub email: Email,
    /// Where they can be called.
    #[schema(value_type = Option<String>)]
    pub phone: Option<Phone>,
    /// The language of their portal and mails; the office's unless told.
    pub language: Option<Language>,
    /// Whether they may act for this client once its portal is open.
    pub has_access: bool,
}

/// Adds a contact to a client, in silence. Whoever has the address in the office already is linked to this client as well,
/// and keeps their own name and number.
#[utoipa::path(
    post, path = "/api/office/clients/{client}/contacts", tag = "office",
    request_body = CreateContact,
    params(
        ("client" = String, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer"),
    ),
    responses(
        (status = 201, description = "The contact", body = Contact),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn create_contact(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(client): Path<ClientId>,
    Create { body, creation }: Create<CreateContact>,
) -> Result<Versioned<Contact>, Problem> {
    let new = NewContact {
        name: body.name,
        email: body.email,
        phone: body.phone,
        language: body.language,
        has_access: body.has_access,
    };
    let contact = contacts::create_contact(&cx, &session, client, new, &creation).await?;
    Ok(Versioned::created(contact.version, contact))
}
