//! `POST /api/office/portal/images/{file}/complete`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    portal_media::{self, PortalMedia},
};
use sild_domain::FileId;
use sild_http::{JsonBody, NoFields, Path, Problem, SettingsSession};
use sild_store::media::MediaSlot;

/// Lets a picture that was uploaded be checked; once it is good it is in use.
#[utoipa::path(
    post, path = "/api/office/portal/images/{file}/complete", tag = "office",
    params(("file" = String, Path)),
    request_body = NoFields,
    responses(
        (status = 200, description = "How far it is", body = PortalMedia),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn complete_portal_image(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(file): Path<FileId>,
    JsonBody(NoFields {}): JsonBody<NoFields>,
) -> Result<Json<PortalMedia>, Problem> {
    let is_picture = |slot| slot != MediaSlot::WelcomeVideo;
    Ok(Json(portal_media::complete_portal_media(&cx, &session, file, is_picture).await?))
}
