//! `GET /api/portal/{office}/clients/{client}/tasks/{task}/files/{file}/download`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    files::{self, Download},
};
use sild_http::{ContactClient, Problem};

use super::path::InFile;

/// An address that gives the file as a download for a minute.
#[utoipa::path(
    get, path = "/api/portal/{office}/clients/{client}/tasks/{task}/files/{file}/download", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("task" = String, Path), ("file" = String, Path)),
    responses(
        (status = 200, description = "The address", body = Download),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn download_portal_file(
    State(cx): State<Context>,
    ContactClient { scope, .. }: ContactClient,
    InFile(task, file): InFile,
) -> Result<Json<Download>, Problem> {
    Ok(Json(files::download_portal_file(&cx, scope, task.into(), file).await?))
}
