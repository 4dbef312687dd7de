//! `POST /api/office/tasks/{task}/files/{file}/complete`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{Context, files, threads::File};
use sild_domain::{FileId, TaskId};
use sild_http::{JsonBody, OfficeSession, Path, Problem};
use utoipa::ToSchema;

/// Nothing more to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompleteFile {}

/// Makes an uploaded file visible, once its bytes are found to be the declared ones.
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/files/{file}/complete", tag = "office",
    params(("task" = String, Path), ("file" = String, Path)),
    request_body = CompleteFile,
    responses(
        (status = 200, description = "The file", body = File),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn complete_file(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path((task, file)): Path<(TaskId, FileId)>,
    JsonBody(CompleteFile {}): JsonBody<CompleteFile>,
) -> Result<Json<File>, Problem> {
    Ok(Json(files::complete_file(&cx, &session, task.into(), file).await?))
}
