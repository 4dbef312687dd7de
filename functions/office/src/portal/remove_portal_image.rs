//! `DELETE /api/office/portal/images/{kind}`

use axum::{extract::State, http::StatusCode};
use sild_app::{Context, portal_media};
use sild_domain::PictureKind;
use sild_http::{Path, Problem, SettingsSession};

/// Takes a picture away: the portal shows again what comes with the product.
#[utoipa::path(
    delete, path = "/api/office/portal/images/{kind}", tag = "office",
    params(("kind" = PictureKind, Path)),
    responses(
        (status = 204, description = "There is none"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn remove_portal_image(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(kind): Path<PictureKind>,
) -> Result<StatusCode, Problem> {
    portal_media::remove_portal_media(&cx, &session, kind.into()).await?;
    Ok(StatusCode::NO_CONTENT)
}
