//! `POST /api/office/tasks/{task}/reopen`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    tasks::{self, Task},
};
use sild_domain::TaskId;
use sild_http::{JsonBody, OfficeSession, Path, Problem, Versioned};
use utoipa::ToSchema;

/// Nothing more to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenTask {}

/// Opens a completed task again.
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/reopen", tag = "office",
    params(("task" = String, Path)),
    request_body = ReopenTask,
    responses(
        (status = 200, description = "The task as it is now", body = Task),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn reopen_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    JsonBody(ReopenTask {}): JsonBody<ReopenTask>,
) -> Result<Versioned<Task>, Problem> {
    let task = tasks::reopen_task(&cx, &session, task).await?;
    Ok(Versioned::ok(task.version, task))
}
