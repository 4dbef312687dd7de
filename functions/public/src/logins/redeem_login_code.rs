//! `POST /api/login/code`

use axum::{extract::State, http::HeaderMap, response::Response};
use serde::Deserialize;
use sild_app::{Context, logins};
use sild_domain::login::Code;
use sild_http::{JsonBody, OnDevice, Problem, Viewer, cookie};
use utoipa::ToSchema;

use super::replies::{SignedIn, signed_in};

/// The code that a person has typed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RedeemLoginCode {
    /// Six characters; case, spaces and hyphens do not count.
    pub code: Code,
}

/// Spends the link that the code stands for, in the browser that asked for it. Five wrong tries end the code.
#[utoipa::path(
    post, path = "/api/login/code", tag = "public",
    request_body = RedeemLoginCode,
    responses(
        (status = 200, description = "Signed in; the cookie is set", body = SignedIn),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn redeem_login_code(
    State(cx): State<Context>,
    viewer: Viewer,
    OnDevice(device): OnDevice,
    headers: HeaderMap,
    JsonBody(body): JsonBody<RedeemLoginCode>,
) -> Result<Response, Problem> {
    let nonce = cookie::read(&headers, cookie::BROWSER_COOKIE);
    Ok(signed_in(logins::redeem_code(&cx, &viewer.address, nonce, &body.code, device).await?))
}
