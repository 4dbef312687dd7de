//! `POST /api/office/contacts/{contact}/restore`

use axum::extract::State;
use sild_app::{
    Context,
    contacts::{self, ContactCard},
};
use sild_domain::ContactId;
use sild_http::{JsonBody, NoFields, OfficeSession, Path, Problem, Versioned};

/// Brings an archived contact back, with the access that they had.
#[utoipa::path(
    post, path = "/api/office/contacts/{contact}/restore", tag = "office",
    request_body = NoFields,
    params(("contact" = String, Path)),
    responses(
        (status = 200, description = "The contact", body = ContactCard),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn restore_contact(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(contact): Path<ContactId>,
    JsonBody(NoFields {}): JsonBody<NoFields>,
) -> Result<Versioned<ContactCard>, Problem> {
    let contact = contacts::restore_contact(&cx, &session, contact).await?;
    Ok(Versioned::ok(contact.version, contact))
}
