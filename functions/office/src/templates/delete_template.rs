//! `DELETE /api/office/templates/{template}`

use axum::{extract::State, http::StatusCode};
use sild_app::{Context, templates};
use sild_domain::TemplateId;
use sild_http::{Path, Problem, SettingsSession};

/// Deletes a sample task; the copies that clients have stay as they are.
#[utoipa::path(
    delete, path = "/api/office/templates/{template}", tag = "office",
    params(("template" = String, Path)),
    responses(
        (status = 204, description = "Nobody gets a copy of it any more"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn delete_template(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(template): Path<TemplateId>,
) -> Result<StatusCode, Problem> {
    templates::delete_template(&cx, &session, template).await?;
    Ok(StatusCode::NO_CONTENT)
}
