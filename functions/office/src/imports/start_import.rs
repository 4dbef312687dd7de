//! `POST /api/office/imports/{import}/start`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    imports::{self, DuplicatesView, Import},
};
use sild_domain::ImportId;
use sild_http::{JsonBody, Path, Problem, SettingsSession};
use utoipa::ToSchema;

/// What to do with clients that are there already.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartImport {
    /// Whether their rows are passed over, or take the place of what was there.
    pub duplicates: DuplicatesView,
}

/// Starts writing the rows that were found good; `get_import` says how far it is. No mail leaves.
#[utoipa::path(
    post, path = "/api/office/imports/{import}/start", tag = "office",
    request_body = StartImport,
    params(("import" = String, Path)),
    responses(
        (status = 202, description = "It is read in", body = Import),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn start_import(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(import): Path<ImportId>,
    JsonBody(body): JsonBody<StartImport>,
) -> Result<(StatusCode, Json<Import>), Problem> {
    let import = imports::start_import(&cx, &session, import, body.duplicates.into()).await?;
    Ok((StatusCode::ACCEPTED, Json(import)))
}
