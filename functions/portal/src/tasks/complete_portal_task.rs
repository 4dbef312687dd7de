//! `POST /api/portal/{office}/clients/{client}/tasks/{task}/done`

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
pub struct CompletePortalTask {}

/// Says that the client is done; the first contact who says so counts (S42, S43).
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/tasks/{task}/done", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("task" = String, Path)),
    request_body = CompletePortalTask,
    responses(
        (status = 200, description = "How it stands now", body = PortalTaskState),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn complete_portal_task(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InTask(task): InTask,
    JsonBody(CompletePortalTask {}): JsonBody<CompletePortalTask>,
) -> Result<Json<PortalTaskState>, Problem> {
    Ok(Json(tasks::complete_portal_task(&cx, &session, scope, task).await?))
}
