//! `GET /api/office/bulk-tasks/{bulk_task}`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    bulk_tasks::{self, BulkTask},
};
use sild_domain::BulkTaskId;
use sild_http::{OfficeSession, Path, Problem};

/// How far a bulk task is, and who was passed over.
#[utoipa::path(
    get, path = "/api/office/bulk-tasks/{bulk_task}", tag = "office",
    params(("bulk_task" = String, Path)),
    responses(
        (status = 200, description = "The bulk task", body = BulkTask),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_bulk_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(bulk_task): Path<BulkTaskId>,
) -> Result<Json<BulkTask>, Problem> {
    Ok(Json(bulk_tasks::get_bulk_task(&cx, &session, bulk_task).await?))
}
