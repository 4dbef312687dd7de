//! `POST /api/office/tasks/{task}/assign`

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
pub struct AssignTask {}

/// Gives a task to its client. The client sees it at once; the mail waits five minutes (S32, S33).
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/assign", tag = "office",
    params(("task" = String, Path)),
    request_body = AssignTask,
    responses(
        (status = 200, description = "The task as it is now", body = Task),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn assign_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    JsonBody(AssignTask {}): JsonBody<AssignTask>,
) -> Result<Versioned<Task>, Problem> {
    let task = tasks::assign_task(&cx, &session, task).await?;
    Ok(Versioned::ok(task.version, task))
}
