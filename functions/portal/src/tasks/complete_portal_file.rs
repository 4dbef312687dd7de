//! `POST /api/portal/{office}/clients/{client}/tasks/{task}/files/{file}/complete`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{Context, files, threads::PortalFile};
use sild_http::{ContactClient, JsonBody, Problem};
use utoipa::ToSchema;

use super::path::InFile;

/// Nothing more to say.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CompletePortalFile {}

/// Makes an uploaded file visible, once its bytes are found to be the declared ones.
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/tasks/{task}/files/{file}/complete", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("task" = String, Path), ("file" = String, Path)),
    request_body = CompletePortalFile,
    responses(
        (status = 200, description = "The file", body = PortalFile),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn complete_portal_file(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InFile(task, file): InFile,
    JsonBody(CompletePortalFile {}): JsonBody<CompletePortalFile>,
) -> Result<Json<PortalFile>, Problem> {
    Ok(Json(files::complete_portal_file(&cx, &session, scope, task.into(), file).await?))
}
