//! `POST /api/office/imports/{import}/preview`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context, Failure,
    imports::{self, Import},
};
use sild_domain::{
    ImportId,
    import::{CsvSeparator, ImportField, TextEncoding},
};
use sild_http::{JsonBody, Path, Problem, SettingsSession};
use sild_store::imports::ImportChoices;
use utoipa::ToSchema;

/// How many columns may be chosen for.
const COLUMNS_MAX: usize = 50;

/// What is chosen; what is left out is guessed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewImport {
    /// What stands between cells.
    pub separator: Option<CsvSeparator>,
    /// How letters are written.
    pub encoding: Option<TextEncoding>,
    /// What each column holds, in order; `null` passes it over.
    #[schema(max_items = 50)]
    pub columns: Option<Vec<Option<ImportField>>>,
}

/// Looks through an uploaded table; `get_import` says what was found.
#[utoipa::path(
    post, path = "/api/office/imports/{import}/preview", tag = "office",
    request_body = PreviewImport,
    params(("import" = String, Path)),
    responses(
        (status = 202, description = "It is looked through", body = Import),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn preview_import(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(import): Path<ImportId>,
    JsonBody(body): JsonBody<PreviewImport>,
) -> Result<(StatusCode, Json<Import>), Problem> {
    if body.columns.as_ref().is_some_and(|columns| columns.len() > COLUMNS_MAX) {
        return Err(Failure::field("/columns", "too_many_items").into());
    }
    let choices = ImportChoices { separator: body.separator, encoding: body.encoding, columns: body.columns };
    let import = imports::preview_import(&cx, &session, import, choices).await?;
    Ok((StatusCode::ACCEPTED, Json(import)))
}
