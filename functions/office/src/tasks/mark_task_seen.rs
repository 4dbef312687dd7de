//! `POST /api/office/tasks/{task}/seen`

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{Context, tasks};
use sild_domain::TaskId;
use sild_http::{JsonBody, OfficeSession, Path, Problem};
use utoipa::ToSchema;

/// Nothing more to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkTaskSeen {}

/// Remembers that a member has looked at what the client did.
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/seen", tag = "office",
    params(("task" = String, Path)),
    request_body = MarkTaskSeen,
    responses(
        (status = 204, description = "Remembered"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn mark_task_seen(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    JsonBody(MarkTaskSeen {}): JsonBody<MarkTaskSeen>,
) -> Result<StatusCode, Problem> {
    tasks::mark_task_seen(&cx, &session, task).await?;
    Ok(StatusCode::NO_CONTENT)
}
