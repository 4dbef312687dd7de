//! `GET /api/office/contacts/{contact}`

use axum::extract::State;
use sild_app::{
    Context,
    contacts::{self, ContactCard},
};
use sild_domain::ContactId;
use sild_http::{OfficeSession, Path, Problem, Versioned};

/// A contact with their clients.
#[utoipa::path(
    get, path = "/api/office/contacts/{contact}", tag = "office",
    params(("contact" = String, Path)),
    responses(
        (status = 200, description = "The contact", body = ContactCard),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_contact(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(contact): Path<ContactId>,
) -> Result<Versioned<ContactCard>, Problem> {
    let contact = contacts::get_contact(&cx, &session, contact).await?;
    Ok(Versioned::ok(contact.version, contact))
}
