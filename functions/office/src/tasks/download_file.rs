//! `GET /api/office/tasks/{task}/files/{file}/download`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    files::{self, Download},
};
use sild_domain::{FileId, TaskId};
use sild_http::{OfficeSession, Path, Problem};

/// An address that gives the file as a download for a minute.
#[utoipa::path(
    get, path = "/api/office/tasks/{task}/files/{file}/download", tag = "office",
    params(("task" = String, Path), ("file" = String, Path)),
    responses(
        (status = 200, description = "The address", body = Download),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn download_file(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path((task, file)): Path<(TaskId, FileId)>,
) -> Result<Json<Download>, Problem> {
    Ok(Json(files::download_file(&cx, &session, task.into(), file).await?))
}
