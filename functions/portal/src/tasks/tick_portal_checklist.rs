//! `PUT /api/portal/{office}/clients/{client}/tasks/{task}/checklist/{item}`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    tasks::{self, PortalTask},
};
use sild_http::{ContactClient, JsonBody, Problem};
use utoipa::ToSchema;

use super::path::InChecklist;

/// A tick.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TickPortalChecklist {
    /// Whether the line is done.
    pub is_done: bool,
}

/// Ticks a line of the checklist where the office allows it (S37).
#[utoipa::path(
    put, path = "/api/portal/{office}/clients/{client}/tasks/{task}/checklist/{item}", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("task" = String, Path), ("item" = String, Path)),
    request_body = TickPortalChecklist,
    responses(
        (status = 200, description = "The task as it is now", body = PortalTask),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn tick_portal_checklist(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InChecklist(task, item): InChecklist,
    JsonBody(body): JsonBody<TickPortalChecklist>,
) -> Result<Json<PortalTask>, Problem> {
    Ok(Json(tasks::tick_portal_checklist(&cx, &session, scope, task, item, body.is_done).await?))
}
