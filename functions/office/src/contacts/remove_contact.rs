//! `DELETE /api/office/clients/{client}/contacts/{contact}`

use axum::{extract::State, http::StatusCode};
use sild_app::{Context, contacts};
use sild_domain::{ClientId, ContactId};
use sild_http::{OfficeSession, Path, Problem};

/// Takes a contact from a client; at their other clients they stay.
#[utoipa::path(
    delete, path = "/api/office/clients/{client}/contacts/{contact}", tag = "office",
    params(("client" = String, Path), ("contact" = String, Path)),
    responses(
        (status = 204, description = "The contact does not belong to the client any more"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn remove_contact(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path((client, contact)): Path<(ClientId, ContactId)>,
) -> Result<StatusCode, Problem> {
    contacts::remove_contact(&cx, &session, client, contact).await?;
    Ok(StatusCode::NO_CONTENT)
}
