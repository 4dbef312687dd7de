//! `POST /api/office/requests/{request}/reopen`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    requests::{self, Request},
};
use sild_domain::RequestId;
use sild_http::{JsonBody, OfficeSession, Path, Problem};
use utoipa::ToSchema;

/// Nothing more to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenRequest {}

/// Opens a closed request again.
#[utoipa::path(
    post, path = "/api/office/requests/{request}/reopen", tag = "office",
    params(("request" = String, Path)),
    request_body = ReopenRequest,
    responses(
        (status = 200, description = "The request as it is now", body = Request),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn reopen_request(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(request): Path<RequestId>,
    JsonBody(ReopenRequest {}): JsonBody<ReopenRequest>,
) -> Result<Json<Request>, Problem> {
    Ok(Json(requests::reopen_request(&cx, &session, request).await?))
}
