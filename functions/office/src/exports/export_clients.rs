//! `POST /api/office/exports`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    exports::{self, Export, NewExport},
};
use sild_domain::import::CsvSeparator;
use sild_http::{Create, Problem, SettingsSession};
use utoipa::ToSchema;

/// What is to be handed out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportClients {
    /// What stands between cells; a semicolon unless told.
    #[serde(default)]
    pub separator: CsvSeparator,
    /// The clients that are archived instead of the others.
    #[serde(default)]
    pub is_archived: bool,
}

/// Writes all clients of the office with their contacts as a table; `get_export` says when it can be had.
#[utoipa::path(
    post, path = "/api/office/exports", tag = "office",
    request_body = ExportClients,
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    responses(
        (status = 202, description = "It is being written", body = Export),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn export_clients(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Create { body, creation }: Create<ExportClients>,
) -> Result<(StatusCode, Json<Export>), Problem> {
    let new = NewExport { separator: body.separator, is_archived: body.is_archived, audit_month: None };
    let export = exports::start_export(&cx, &session, new, &creation).await?;
    Ok((StatusCode::ACCEPTED, Json(export)))
}
