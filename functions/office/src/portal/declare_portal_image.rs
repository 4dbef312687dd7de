//! `POST /api/office/portal/images`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    files::Upload,
    portal_media::{self, NewMedia},
};
use sild_domain::{PictureKind, PictureSize, PictureType};
use sild_http::{Create, Problem, SettingsSession};
use utoipa::ToSchema;

/// A picture that is to be uploaded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclarePortalImage {
    /// Which picture of the portal.
    pub kind: PictureKind,
    /// Its exact size in bytes, at most 1 MiB.
    pub size_bytes: PictureSize,
    /// What it says it is.
    pub content_type: PictureType,
}

/// Gives a ticket to upload one picture of exactly this size and type, once, within five minutes.
#[utoipa::path(
    post, path = "/api/office/portal/images", tag = "office",
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = DeclarePortalImage,
    responses(
        (status = 201, description = "The ticket", body = Upload),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn declare_portal_image(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Create { body, creation }: Create<DeclarePortalImage>,
) -> Result<(StatusCode, Json<Upload>), Problem> {
    let new = NewMedia {
        slot: body.kind.into(),
        size_bytes: body.size_bytes.bytes(),
        content_type: body.content_type.as_str(),
    };
    let upload = portal_media::declare_portal_media(&cx, &session, new, &creation).await?;
    Ok((StatusCode::CREATED, Json(upload)))
}
