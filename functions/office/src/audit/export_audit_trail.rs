//! `POST /api/office/audit/export`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    exports::{self, Export, NewExport},
};
use sild_domain::{Month, import::CsvSeparator};
use sild_http::{Create, Problem, SettingsSession};
use utoipa::ToSchema;

/// Which month is to be handed out.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ExportAuditTrail {
    /// The month in UTC, `2026-03`.
    #[schema(value_type = String, pattern = "^[0-9]{4}-(0[1-9]|1[0-2])$", example = "2026-03")]
    pub month: Month,
    /// What stands between cells; a semicolon unless told.
    #[serde(default)]
    pub separator: CsvSeparator,
}

/// Writes a month of the audit trail as a table (S67); `get_export` says when it can be had.
#[utoipa::path(
    post, path = "/api/office/audit/export", tag = "office",
    request_body = ExportAuditTrail,
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    responses(
        (status = 202, description = "It is being written", body = Export),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn export_audit_trail(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Create { body, creation }: Create<ExportAuditTrail>,
) -> Result<(StatusCode, Json<Export>), Problem> {
    let new = NewExport { separator: body.separator, audit_month: Some(body.month), ..NewExport::default() };
    let export = exports::start_export(&cx, &session, new, &creation).await?;
    Ok((StatusCode::ACCEPTED, Json(export)))
}
