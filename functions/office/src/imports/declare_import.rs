//! `POST /api/office/imports`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    imports::{self, ImportTicket, NewImport},
};
use sild_domain::{FileName, FileSize};
use sild_http::{Create, Problem, SettingsSession};
use utoipa::ToSchema;

/// A table of clients that is to be read in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareImport {
    /// What the file is called where it comes from.
    pub file_name: FileName,
    /// Its exact size in bytes, at most 10 MiB.
    pub size_bytes: FileSize,
}

/// Gives a ticket to upload one file of exactly this size as `text/csv`, once, within five minutes.
#[utoipa::path(
    post, path = "/api/office/imports", tag = "office",
    request_body = DeclareImport,
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    responses(
        (status = 201, description = "The ticket", body = ImportTicket),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn declare_import(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Create { body, creation }: Create<DeclareImport>,
) -> Result<(StatusCode, Json<ImportTicket>), Problem> {
    let new = NewImport { file_name: body.file_name, size_bytes: body.size_bytes };
    let ticket = imports::declare_import(&cx, &session, new, &creation).await?;
    Ok((StatusCode::CREATED, Json(ticket)))
}
