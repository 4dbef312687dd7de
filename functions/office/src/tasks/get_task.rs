//! `GET /api/office/tasks/{task}`

use axum::extract::State;
use sild_app::{
    Context,
    tasks::{self, Task},
};
use sild_domain::TaskId;
use sild_http::{OfficeSession, Path, Problem, Versioned};

/// A task with its whole thread, internal and portal.
#[utoipa::path(
    get, path = "/api/office/tasks/{task}", tag = "office",
    params(("task" = String, Path)),
    responses(
        (status = 200, description = "The task", body = Task),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
) -> Result<Versioned<Task>, Problem> {
    let task = tasks::get_task(&cx, &session, task).await?;
    Ok(Versioned::ok(task.version, task))
}
