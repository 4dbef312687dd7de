//! `POST /api/office/requests/{request}/files/{file}/complete`

use axum::{Json, extract::State};
use sild_app::{Context, files, threads::File};
use sild_domain::{FileId, RequestId};
use sild_http::{JsonBody, OfficeSession, Path, Problem};

use crate::tasks::complete_file::CompleteFile;

/// Makes an uploaded file visible, once its bytes are found to be the declared ones.
#[utoipa::path(
    post, path = "/api/office/requests/{request}/files/{file}/complete", tag = "office",
    params(("request" = String, Path), ("file" = String, Path)),
    request_body = CompleteFile,
    responses(
        (status = 200, description = "The file", body = File),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn complete_request_file(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path((request, file)): Path<(RequestId, FileId)>,
    JsonBody(CompleteFile {}): JsonBody<CompleteFile>,
) -> Result<Json<File>, Problem> {
    Ok(Json(files::complete_file(&cx, &session, request.into(), file).await?))
}
