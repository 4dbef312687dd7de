//! `GET /api/office/notification-settings`

use axum::extract::State;
use sild_app::{
    Context,
    notification_settings::{self, NotificationSettings},
};
use sild_http::{OfficeSession, Problem, Versioned};

/// What the member who is signed in is told of, and how.
#[utoipa::path(
    get, path = "/api/office/notification-settings", tag = "office",
    responses(
        (status = 200, description = "The switches", body = NotificationSettings),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_notification_settings(
    State(_cx): State<Context>,
    OfficeSession(session): OfficeSession,
) -> Result<Versioned<NotificationSettings>, Problem> {
    let settings = notification_settings::get_notification_settings(&session);
    Ok(Versioned::ok(settings.version, settings))
}
