//! `POST /api/portal/{office}/email-change`

use axum::{Json, extract::State, http::StatusCode};
use serde::{Deserialize, Serialize};
use sild_app::{Context, portal_profile};
use sild_domain::Email;
use sild_http::{JsonBody, PortalSession, Problem};
use utoipa::ToSchema;

/// The address that somebody wants.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestEmailChange {
    /// The address: the link goes there. Their own one ends what they asked for before.
    #[schema(value_type = String)]
    pub email: Email,
}

/// Nothing to tell: the same for every address.
#[derive(Debug, Serialize, ToSchema)]
pub struct EmailChangeRequested {}

/// Mails a link to an address; its button makes it the contact's. Every address is answered the same.
#[utoipa::path(
    post, path = "/api/portal/{office}/email-change", tag = "portal",
    request_body = RequestEmailChange,
    params(("office" = String, Path)),
    responses(
        (status = 202, description = "A mail is on its way", body = EmailChangeRequested),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn request_email_change(
    State(cx): State<Context>,
    PortalSession(session): PortalSession,
    JsonBody(body): JsonBody<RequestEmailChange>,
) -> Result<(StatusCode, Json<EmailChangeRequested>), Problem> {
    portal_profile::request_email_change(&cx, &session, body.email).await?;
    Ok((StatusCode::ACCEPTED, Json(EmailChangeRequested {})))
}
