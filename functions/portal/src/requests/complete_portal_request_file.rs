//! `POST /api/portal/{office}/clients/{client}/requests/{request}/files/{file}/complete`

use axum::{Json, extract::State};
use sild_app::{Context, files, threads::PortalFile};
use sild_http::{ContactClient, JsonBody, Problem};

use super::path::InRequestFile;
use crate::tasks::complete_portal_file::CompletePortalFile;

/// Makes an uploaded file visible, once its bytes are found to be the declared ones.
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/requests/{request}/files/{file}/complete", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("request" = String, Path), ("file" = String, Path)),
    request_body = CompletePortalFile,
    responses(
        (status = 200, description = "The file", body = PortalFile),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn complete_portal_request_file(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InRequestFile(request, file): InRequestFile,
    JsonBody(CompletePortalFile {}): JsonBody<CompletePortalFile>,
) -> Result<Json<PortalFile>, Problem> {
    Ok(Json(files::complete_portal_file(&cx, &session, scope, request.into(), file).await?))
}
