//! `POST /api/portal/{office}/clients/{client}/tasks/{task}/reopen`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    tasks::{self, PortalTaskState},
};
use sild_http::{ContactClient, JsonBody, Problem};
use utoipa::ToSchema;

use super::path::InTask;

/// Nothing more to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReopenPortalTask {}

/// Takes the client's done back, until the office has completed the task (S42).
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/tasks/{task}/reopen", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("task" = String, Path)),
    request_body = ReopenPortalTask,
    responses(
        (status = 200, description = "How it stands now", body = PortalTaskState),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn reopen_portal_task(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InTask(task): InTask,
    JsonBody(ReopenPortalTask {}): JsonBody<ReopenPortalTask>,
) -> Result<Json<PortalTaskState>, Problem> {
    Ok(Json(tasks::reopen_portal_task(&cx, &session, scope, task).await?))
}
