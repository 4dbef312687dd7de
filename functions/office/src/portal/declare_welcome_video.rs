//! `POST /api/office/portal/welcome-video`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    files::Upload,
    portal_media::{self, NewMedia},
};
use sild_domain::{VideoSize, VideoType};
use sild_http::{Create, Problem, SettingsSession};
use sild_store::media::MediaSlot;
use utoipa::ToSchema;

/// A video that is to be uploaded.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeclareWelcomeVideo {
    /// Its exact size in bytes, at most 20 MiB (S11).
    pub size_bytes: VideoSize,
    /// What it says it is.
    pub content_type: VideoType,
}

/// Gives a ticket to upload one welcome video of exactly this size, once, within five minutes.
#[utoipa::path(
    post, path = "/api/office/portal/welcome-video", tag = "office",
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = DeclareWelcomeVideo,
    responses(
        (status = 201, description = "The ticket", body = Upload),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn declare_welcome_video(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Create { body, creation }: Create<DeclareWelcomeVideo>,
) -> Result<(StatusCode, Json<Upload>), Problem> {
    let new = NewMedia {
        slot: MediaSlot::WelcomeVideo,
        size_bytes: body.size_bytes.bytes(),
        content_type: body.content_type.as_str(),
    };
    let upload = portal_media::declare_portal_media(&cx, &session, new, &creation).await?;
    Ok((StatusCode::CREATED, Json(upload)))
}
