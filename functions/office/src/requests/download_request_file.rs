//! `GET /api/office/requests/{request}/files/{file}/download`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    files::{self, Download},
};
use sild_domain::{FileId, RequestId};
use sild_http::{OfficeSession, Path, Problem};

/// An address that gives the file as a download for a minute.
#[utoipa::path(
    get, path = "/api/office/requests/{request}/files/{file}/download", tag = "office",
    params(("request" = String, Path), ("file" = String, Path)),
    responses(
        (status = 200, description = "The address", body = Download),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn download_request_file(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path((request, file)): Path<(RequestId, FileId)>,
) -> Result<Json<Download>, Problem> {
    Ok(Json(files::download_file(&cx, &session, request.into(), file).await?))
}
