//! `POST /api/office/requests/{request}/seen`

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{Context, requests};
use sild_domain::RequestId;
use sild_http::{JsonBody, OfficeSession, Path, Problem};
use utoipa::ToSchema;

/// Nothing more to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkRequestSeen {}

/// Remembers that a member has looked at what the client did.
#[utoipa::path(
    post, path = "/api/office/requests/{request}/seen", tag = "office",
    params(("request" = String, Path)),
    request_body = MarkRequestSeen,
    responses(
        (status = 204, description = "Remembered"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn mark_request_seen(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(request): Path<RequestId>,
    JsonBody(MarkRequestSeen {}): JsonBody<MarkRequestSeen>,
) -> Result<StatusCode, Problem> {
    requests::mark_request_seen(&cx, &session, request).await?;
    Ok(StatusCode::NO_CONTENT)
}
