//! `POST /api/email-change/confirm`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    portal_profile::{self, EmailChanged},
};
use sild_http::{JsonBody, Problem};
use utoipa::ToSchema;

/// The link that a person has clicked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConfirmEmailChange {
    /// What stands behind `#e=` in the link.
    #[schema(max_length = 64)]
    pub token: String,
}

/// Spends a link, once, and makes the address that it was sent to the contact's. No GET does, so no mail scanner can. It
/// needs no session and begins none.
#[utoipa::path(
    post, path = "/api/email-change/confirm", tag = "public",
    request_body = ConfirmEmailChange,
    responses(
        (status = 200, description = "The address counts from now on", body = EmailChanged),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn confirm_email_change(
    State(cx): State<Context>,
    JsonBody(body): JsonBody<ConfirmEmailChange>,
) -> Result<Json<EmailChanged>, Problem> {
    Ok(Json(portal_profile::confirm_email_change(&cx, &body.token).await?))
}
