//! `POST /api/office/tasks/{task}/withdraw`

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
pub struct WithdrawTask {}

/// Takes a task back from its client; who had been told of it is told again (S54).
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/withdraw", tag = "office",
    params(("task" = String, Path)),
    request_body = WithdrawTask,
    responses(
        (status = 200, description = "The task as it is now", body = Task),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn withdraw_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    JsonBody(WithdrawTask {}): JsonBody<WithdrawTask>,
) -> Result<Versioned<Task>, Problem> {
    let task = tasks::withdraw_task(&cx, &session, task).await?;
    Ok(Versioned::ok(task.version, task))
}
