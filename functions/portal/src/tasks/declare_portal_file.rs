//! `POST /api/portal/{office}/clients/{client}/tasks/{task}/files`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    files::{self, NewFile, Upload},
};
use sild_domain::{ContentType, FileName, FileSize};
use sild_http::{ContactClient, Create, Problem};
use utoipa::ToSchema;

use super::path::InTask;

/// A file that is to be uploaded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclarePortalFile {
    /// What it is called where it comes from.
    pub name: FileName,
    /// Its exact size in bytes, at most 10 MiB (S34).
    pub size_bytes: FileSize,
    /// What it says it is.
    pub content_type: ContentType,
}

/// Gives a ticket to upload one file of exactly this size and type, once, within five minutes.
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/tasks/{task}/files", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("task" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = DeclarePortalFile,
    responses(
        (status = 201, description = "The ticket", body = Upload),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn declare_portal_file(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InTask(task): InTask,
    Create { body, creation }: Create<DeclarePortalFile>,
) -> Result<(StatusCode, Json<Upload>), Problem> {
    let new = NewFile { name: body.name, size_bytes: body.size_bytes, content_type: body.content_type };
    let upload = files::declare_portal_file(&cx, &session, scope, task.into(), new, &creation).await?;
    Ok((StatusCode::CREATED, Json(upload)))
}
