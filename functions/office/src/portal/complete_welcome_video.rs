//! `POST /api/office/portal/welcome-video/{file}/complete`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    portal_media::{self, PortalMedia},
};
use sild_domain::FileId;
use sild_http::{JsonBody, NoFields, Path, Problem, SettingsSession};
use sild_store::media::MediaSlot;

/// Lets a video that was uploaded be checked; once it is good it is what contacts see at their first entry.
#[utoipa::path(
    post, path = "/api/office/portal/welcome-video/{file}/complete", tag = "office",
    params(("file" = String, Path)),
    request_body = NoFields,
    responses(
        (status = 200, description = "How far it is", body = PortalMedia),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn complete_welcome_video(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(file): Path<FileId>,
    JsonBody(NoFields {}): JsonBody<NoFields>,
) -> Result<Json<PortalMedia>, Problem> {
    let is_video = |slot| slot == MediaSlot::WelcomeVideo;
    Ok(Json(portal_media::complete_portal_media(&cx, &session, file, is_video).await?))
}
