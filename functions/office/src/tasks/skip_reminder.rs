//! `POST /api/office/tasks/{task}/skip-reminder`

use axum::{Json, extract::State};
use jiff::civil::Date;
use serde::Deserialize;
use sild_app::{
    Context,
    reminders::{self, TaskReminders},
};
use sild_domain::TaskId;
use sild_http::{JsonBody, OfficeSession, Path, Problem};
use utoipa::ToSchema;

/// Which reminder is not to leave.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SkipReminder {
    /// The day on which it would.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
}

/// Leaves out the reminder of a task that the schedule would send on a day; the next one comes as the rule says (S62).
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/skip-reminder", tag = "office",
    params(("task" = String, Path)),
    request_body = SkipReminder,
    responses(
        (status = 200, description = "The task's reminders", body = TaskReminders),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn skip_reminder(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    JsonBody(body): JsonBody<SkipReminder>,
) -> Result<Json<TaskReminders>, Problem> {
    Ok(Json(reminders::skip_reminder(&cx, &session, task, body.on).await?))
}
