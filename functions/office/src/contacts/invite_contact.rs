//! `POST /api/office/clients/{client}/contacts/{contact}/invitation`

use axum::{Json, extract::State, http::StatusCode};
use sild_app::{Context, clients::Contact, contacts};
use sild_domain::{ClientId, ContactId};
use sild_http::{Create, NoFields, OfficeSession, Path, Problem};

/// Mails a contact the invitation to a client's open portal, each time again (S21).
#[utoipa::path(
    post, path = "/api/office/clients/{client}/contacts/{contact}/invitation", tag = "office",
    request_body = NoFields,
    params(
        ("client" = String, Path),
        ("contact" = String, Path),
        ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer"),
    ),
    responses(
        (status = 202, description = "The contact; the mail follows", body = Contact),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn invite_contact(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path((client, contact)): Path<(ClientId, ContactId)>,
    Create { body: NoFields {}, creation }: Create<NoFields>,
) -> Result<(StatusCode, Json<Contact>), Problem> {
    let contact = contacts::invite_contact(&cx, &session, client, contact, &creation).await?;
    Ok((StatusCode::ACCEPTED, Json(contact)))
}
