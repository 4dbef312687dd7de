//! `POST /api/office/portal/deactivate`

use axum::extract::State;
use sild_app::{
    Context,
    portal_settings::{self, PortalSettings},
};
use sild_http::{JsonBody, NoFields, Problem, SettingsSession, Versioned};

/// Switches the client portal off: every client session ends at once, and all data stays.
#[utoipa::path(
    post, path = "/api/office/portal/deactivate", tag = "office",
    request_body = NoFields,
    responses(
        (status = 200, description = "The settings", body = PortalSettings),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn deactivate_portal(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    JsonBody(NoFields {}): JsonBody<NoFields>,
) -> Result<Versioned<PortalSettings>, Problem> {
    let settings = portal_settings::deactivate_portal(&cx, &session).await?;
    Ok(Versioned::ok(settings.version, settings))
}
