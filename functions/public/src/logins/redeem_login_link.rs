//! `POST /api/login/redeem`

use axum::{extract::State, response::Response};
use serde::Deserialize;
use sild_app::{Context, logins};
use sild_http::{JsonBody, OnDevice, Problem};
use utoipa::ToSchema;

use super::replies::{SignedIn, signed_in};

/// The link that a person has clicked.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RedeemLoginLink {
    /// What stands behind `#t=` in the link.
    #[schema(max_length = 64)]
    pub token: String,
}

/// Spends a link, once, and begins a session. No GET does, so no mail scanner can (S20).
#[utoipa::path(
    post, path = "/api/login/redeem", tag = "public",
    request_body = RedeemLoginLink,
    responses(
        (status = 200, description = "Signed in; the cookie is set", body = SignedIn),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn redeem_login_link(
    State(cx): State<Context>,
    OnDevice(device): OnDevice,
    JsonBody(body): JsonBody<RedeemLoginLink>,
) -> Result<Response, Problem> {
    Ok(signed_in(logins::redeem_link(&cx, &body.token, device).await?))
}
