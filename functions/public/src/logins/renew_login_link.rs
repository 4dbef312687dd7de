//! `POST /api/login/renew`

use axum::{extract::State, response::Response};
use serde::Deserialize;
use sild_app::{Context, logins};
use sild_http::{JsonBody, Problem, Viewer};
use utoipa::ToSchema;

use super::replies::{Accepted, accepted};

/// A link that does not work any more.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RenewLoginLink {
    /// What stands behind `#t=` in the link.
    #[schema(max_length = 64)]
    pub token: String,
}

/// Sends a new link to the address of a spent or expired one; every token is answered the same.
#[utoipa::path(
    post, path = "/api/login/renew", tag = "public",
    request_body = RenewLoginLink,
    responses(
        (status = 202, description = "If the link was ours, a new one is on its way", body = Accepted),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn renew_login_link(
    State(cx): State<Context>,
    viewer: Viewer,
    JsonBody(body): JsonBody<RenewLoginLink>,
) -> Result<Response, Problem> {
    let asked = logins::ask_for_renewal(&cx, &viewer.address, &body.token).await?;
    Ok(accepted(&asked))
}
