//! `GET /api/portal/{office}/clients/{client}/tasks/{task}`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    tasks::{self, PortalTask},
};
use sild_http::{ContactClient, Problem};

use super::path::InTask;

/// A task with everything that contacts see of it.
#[utoipa::path(
    get, path = "/api/portal/{office}/clients/{client}/tasks/{task}", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("task" = String, Path)),
    responses(
        (status = 200, description = "The task", body = PortalTask),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_portal_task(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InTask(task): InTask,
) -> Result<Json<PortalTask>, Problem> {
    Ok(Json(tasks::get_portal_task(&cx, &session, scope, task).await?))
}
