//! `POST /api/office/tasks/{task}/digitise`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    digitisation::{self, DigitisationOrder, Digitised},
};
use sild_domain::{FileId, TaskId};
use sild_http::{Create, OfficeSession, Path, Problem};
use utoipa::ToSchema;

/// Which files are sent.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DigitiseFiles {
    /// These stored files of the task, internal ones too; unless told, those that the client sees and that were not sent
    /// yet.
    pub file_ids: Option<Vec<FileId>>,
    /// Also those that were sent already, or are on their way.
    #[serde(default)]
    pub resend: bool,
}

/// Queues files to be mailed to the client's address for digitisation (S61).
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/digitise", tag = "office",
    params(("task" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = DigitiseFiles,
    responses(
        (status = 202, description = "The files that are queued now", body = Digitised),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn digitise_files(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    Create { body, creation }: Create<DigitiseFiles>,
) -> Result<(StatusCode, Json<Digitised>), Problem> {
    let order = DigitisationOrder { file_ids: body.file_ids, resend: body.resend };
    let digitised = digitisation::digitise_files(&cx, &session, task, order, &creation).await?;
    Ok((StatusCode::ACCEPTED, Json(digitised)))
}
