//! `POST /api/portal/{office}/clients/{client}/requests/{request}/files`

use axum::{Json, extract::State, http::StatusCode};
use sild_app::{
    Context,
    files::{self, NewFile, Upload},
};
use sild_http::{ContactClient, Create, Problem};

use super::path::InRequest;
use crate::tasks::declare_portal_file::DeclarePortalFile;

/// Gives a ticket to upload one file of exactly this size and type, once, within five minutes.
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/requests/{request}/files", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("request" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = DeclarePortalFile,
    responses(
        (status = 201, description = "The ticket", body = Upload),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn declare_portal_request_file(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InRequest(request): InRequest,
    Create { body, creation }: Create<DeclarePortalFile>,
) -> Result<(StatusCode, Json<Upload>), Problem> {
    let new = NewFile { name: body.name, size_bytes: body.size_bytes, content_type: body.content_type };
    let upload = files::declare_portal_file(&cx, &session, scope, request.into(), new, &creation).await?;
    Ok((StatusCode::CREATED, Json(upload)))
}
