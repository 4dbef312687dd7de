//! `GET /api/portal/{office}/notification-settings`

use axum::extract::State;
use sild_app::{
    Context,
    notification_settings::{self, PortalNotificationSettings},
};
use sild_http::{PortalSession, Problem, Versioned};

/// What the contact who is signed in is told of.
#[utoipa::path(
    get, path = "/api/portal/{office}/notification-settings", tag = "portal",
    params(("office" = String, Path, description = "The office")),
    responses(
        (status = 200, description = "The switches", body = PortalNotificationSettings),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_portal_notification_settings(
    State(_cx): State<Context>,
    PortalSession(session): PortalSession,
) -> Result<Versioned<PortalNotificationSettings>, Problem> {
    let settings = notification_settings::get_portal_notification_settings(&session);
    Ok(Versioned::ok(settings.version, settings))
}
