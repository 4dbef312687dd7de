//! `DELETE /api/office/portal/welcome-video`

use axum::{extract::State, http::StatusCode};
use sild_app::{Context, portal_media};
use sild_http::{Problem, SettingsSession};
use sild_store::media::MediaSlot;

/// Takes the office's own welcome video away: contacts see again what comes with the product.
#[utoipa::path(
    delete, path = "/api/office/portal/welcome-video", tag = "office",
    responses(
        (status = 204, description = "There is none"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn remove_welcome_video(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
) -> Result<StatusCode, Problem> {
    portal_media::remove_portal_media(&cx, &session, MediaSlot::WelcomeVideo).await?;
    Ok(StatusCode::NO_CONTENT)
}
