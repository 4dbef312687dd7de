//! `POST /api/portal/{office}/welcome-seen`

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{Context, portal_session};
use sild_http::{JsonBody, PortalSession, Problem};
use utoipa::ToSchema;

/// Nothing more to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkWelcomeSeen {}

/// Remembers that the welcome was seen or skipped; it never comes again.
#[utoipa::path(
    post, path = "/api/portal/{office}/welcome-seen", tag = "portal",
    params(("office" = String, Path)),
    request_body = MarkWelcomeSeen,
    responses(
        (status = 204, description = "Remembered"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn mark_welcome_seen(
    State(cx): State<Context>,
    PortalSession(session): PortalSession,
    JsonBody(MarkWelcomeSeen {}): JsonBody<MarkWelcomeSeen>,
) -> Result<StatusCode, Problem> {
    portal_session::mark_welcome_seen(&cx, &session).await?;
    Ok(StatusCode::NO_CONTENT)
}
