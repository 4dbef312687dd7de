//! `GET /api/office/portal`

use axum::extract::State;
use sild_app::{
    Context,
    portal_settings::{self, PortalSettings},
};
use sild_http::{Problem, SettingsSession, Versioned};

/// The settings of the client portal.
#[utoipa::path(
    get, path = "/api/office/portal", tag = "office",
    responses(
        (status = 200, description = "The settings", body = PortalSettings),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_portal_settings(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
) -> Result<Versioned<PortalSettings>, Problem> {
    let settings = portal_settings::get_portal_settings(&cx, &session).await?;
    Ok(Versioned::ok(settings.version, settings))
}
