//! `GET /api/office/exports/{export}`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    exports::{self, Export},
};
use sild_domain::ExportId;
use sild_http::{Path, Problem, SettingsSession};

/// A table that was asked for, with a link that lasts a minute once it is written.
#[utoipa::path(
    get, path = "/api/office/exports/{export}", tag = "office",
    params(("export" = String, Path)),
    responses(
        (status = 200, description = "The export", body = Export),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_export(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(export): Path<ExportId>,
) -> Result<Json<Export>, Problem> {
    Ok(Json(exports::get_export(&cx, &session, export).await?))
}
