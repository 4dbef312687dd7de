//! `POST /api/portal/{office}/clients/{client}/requests/{request}/read`

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{Context, requests};
use sild_http::{ContactClient, JsonBody, Problem};
use utoipa::ToSchema;

use super::path::InRequest;

/// How much was seen.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkRequestRead {
    /// The `activity` of the request that was shown.
    pub activity: u32,
}

/// Remembers how much of a request this contact has seen.
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/requests/{request}/read", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("request" = String, Path)),
    request_body = MarkRequestRead,
    responses(
        (status = 204, description = "Remembered"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn mark_request_read(
    State(cx): State<Context>,
    ContactClient { scope, .. }: ContactClient,
    InRequest(request): InRequest,
    JsonBody(body): JsonBody<MarkRequestRead>,
) -> Result<StatusCode, Problem> {
    requests::mark_request_read(&cx, scope, request, body.activity).await?;
    Ok(StatusCode::NO_CONTENT)
}
