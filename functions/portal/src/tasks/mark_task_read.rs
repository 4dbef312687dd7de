//! `POST /api/portal/{office}/clients/{client}/tasks/{task}/read`

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{Context, tasks};
use sild_http::{ContactClient, JsonBody, Problem};
use utoipa::ToSchema;

use super::path::InTask;

/// How much was seen.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkTaskRead {
    /// The `activity` of the task that was shown.
    pub activity: u32,
}

/// Remembers how much of a task this contact has seen (S31).
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/tasks/{task}/read", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("task" = String, Path)),
    request_body = MarkTaskRead,
    responses(
        (status = 204, description = "Remembered"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn mark_task_read(
    State(cx): State<Context>,
    ContactClient { scope, .. }: ContactClient,
    InTask(task): InTask,
    JsonBody(body): JsonBody<MarkTaskRead>,
) -> Result<StatusCode, Problem> {
    tasks::mark_task_read(&cx, scope, task, body.activity).await?;
    Ok(StatusCode::NO_CONTENT)
}
