//! `POST /api/office/requests/{request}/files`

use axum::{Json, extract::State, http::StatusCode};
use sild_app::{
    Context,
    files::{self, NewFile, Upload},
};
use sild_domain::RequestId;
use sild_http::{Create, OfficeSession, Path, Problem};

use crate::tasks::declare_file::DeclareFile;

/// Gives a ticket to upload one file of exactly this size and type, once, within five minutes.
#[utoipa::path(
    post, path = "/api/office/requests/{request}/files", tag = "office",
    params(("request" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = DeclareFile,
    responses(
        (status = 201, description = "The ticket", body = Upload),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn declare_request_file(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(request): Path<RequestId>,
    Create { body, creation }: Create<DeclareFile>,
) -> Result<(StatusCode, Json<Upload>), Problem> {
    let new = NewFile { name: body.name, size_bytes: body.size_bytes, content_type: body.content_type };
    let upload = files::declare_file(&cx, &session, request.into(), body.visibility, new, &creation).await?;
    Ok((StatusCode::CREATED, Json(upload)))
}
