//! `GET /api/office/imports/{import}`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    imports::{self, Import},
};
use sild_domain::ImportId;
use sild_http::{Path, Problem, SettingsSession};

/// An import, what was found in its file, and what came of its rows so far.
#[utoipa::path(
    get, path = "/api/office/imports/{import}", tag = "office",
    params(("import" = String, Path)),
    responses(
        (status = 200, description = "The import", body = Import),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_import(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(import): Path<ImportId>,
) -> Result<Json<Import>, Problem> {
    Ok(Json(imports::get_import(&cx, &session, import).await?))
}
