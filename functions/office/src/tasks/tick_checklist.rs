//! `PUT /api/office/tasks/{task}/checklist/{item}`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    tasks::{self, Task},
};
use sild_domain::{ChecklistItemId, TaskId};
use sild_http::{JsonBody, OfficeSession, Path, Problem, Versioned};
use utoipa::ToSchema;

/// A tick.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TickChecklist {
    /// Whether the line is done.
    pub is_done: bool,
}

/// Ticks a line of the checklist, or takes the tick away.
#[utoipa::path(
    put, path = "/api/office/tasks/{task}/checklist/{item}", tag = "office",
    params(("task" = String, Path), ("item" = String, Path)),
    request_body = TickChecklist,
    responses(
        (status = 200, description = "The task as it is now", body = Task),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn tick_checklist(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path((task, item)): Path<(TaskId, ChecklistItemId)>,
    JsonBody(body): JsonBody<TickChecklist>,
) -> Result<Versioned<Task>, Problem> {
    let task = tasks::tick_checklist(&cx, &session, task, item, body.is_done).await?;
    Ok(Versioned::ok(task.version, task))
}
