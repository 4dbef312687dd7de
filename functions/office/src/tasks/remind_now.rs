//! `POST /api/office/tasks/{task}/remind`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    reminders::{self, TaskReminders},
};
use sild_domain::TaskId;
use sild_http::{Create, OfficeSession, Path, Problem};
use utoipa::ToSchema;

/// Nothing more to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemindNow {}

/// Reminds the contacts of a task's client of it by mail, once an hour at the most (S62).
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/remind", tag = "office",
    params(("task" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = RemindNow,
    responses(
        (status = 202, description = "The task's reminders", body = TaskReminders),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn remind_now(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    Create { body: RemindNow {}, creation }: Create<RemindNow>,
) -> Result<(StatusCode, Json<TaskReminders>), Problem> {
    let reminders = reminders::remind_now(&cx, &session, task, &creation).await?;
    Ok((StatusCode::ACCEPTED, Json(reminders)))
}
