//! `GET /api/portal/{office}/clients/{client}/requests/{request}/files/{file}/download`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    files::{self, Download},
};
use sild_http::{ContactClient, Problem};

use super::path::InRequestFile;

/// An address that gives the file as a download for a minute.
#[utoipa::path(
    get, path = "/api/portal/{office}/clients/{client}/requests/{request}/files/{file}/download", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("request" = String, Path), ("file" = String, Path)),
    responses(
        (status = 200, description = "The address", body = Download),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn download_portal_request_file(
    State(cx): State<Context>,
    ContactClient { scope, .. }: ContactClient,
    InRequestFile(request, file): InRequestFile,
) -> Result<Json<Download>, Problem> {
    Ok(Json(files::download_portal_file(&cx, scope, request.into(), file).await?))
}
