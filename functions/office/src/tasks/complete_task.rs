//! `POST /api/office/tasks/{task}/complete`

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
pub struct CompleteTask {}

/// Completes a task for the office; the client sees it completed (S44).
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/complete", tag = "office",
    params(("task" = String, Path)),
    request_body = CompleteTask,
    responses(
        (status = 200, description = "The task as it is now", body = Task),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn complete_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    JsonBody(CompleteTask {}): JsonBody<CompleteTask>,
) -> Result<Versioned<Task>, Problem> {
    let task = tasks::complete_task(&cx, &session, task).await?;
    Ok(Versioned::ok(task.version, task))
}
