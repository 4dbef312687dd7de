//! `POST /api/office/tasks/{task}/announce`

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
pub struct AnnounceNow {}

/// Tells the client of a task within the minute instead of at the end of the wait (S33).
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/announce", tag = "office",
    params(("task" = String, Path)),
    request_body = AnnounceNow,
    responses(
        (status = 200, description = "The task as it is now", body = Task),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn announce_now(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    JsonBody(AnnounceNow {}): JsonBody<AnnounceNow>,
) -> Result<Versioned<Task>, Problem> {
    let task = tasks::announce_now(&cx, &session, task).await?;
    Ok(Versioned::ok(task.version, task))
}
