//! `POST /api/office/tasks/{task}/files`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    files::{self, NewFile, Upload},
};
use sild_domain::{ContentType, FileName, FileSize, TaskId, Visibility};
use sild_http::{Create, OfficeSession, Path, Problem};
use utoipa::ToSchema;

/// A file that is to be uploaded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareFile {
    /// What it is called where it comes from.
    pub name: FileName,
    /// Its exact size in bytes, at most 10 MiB (S34).
    pub size_bytes: FileSize,
    /// What it says it is.
    pub content_type: ContentType,
    /// Who sees it, now and always.
    pub visibility: Visibility,
}

/// Gives a ticket to upload one file of exactly this size and type, once, within five minutes.
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/files", tag = "office",
    params(("task" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = DeclareFile,
    responses(
        (status = 201, description = "The ticket", body = Upload),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn declare_file(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    Create { body, creation }: Create<DeclareFile>,
) -> Result<(StatusCode, Json<Upload>), Problem> {
    let new = NewFile { name: body.name, size_bytes: body.size_bytes, content_type: body.content_type };
    let upload = files::declare_file(&cx, &session, task.into(), body.visibility, new, &creation).await?;
    Ok((StatusCode::CREATED, Json(upload)))
}
