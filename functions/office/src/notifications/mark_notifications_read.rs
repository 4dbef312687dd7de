//! `POST /api/office/notifications/read`

use axum::{extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{Context, notifications};
use sild_domain::NotificationId;
use sild_http::{JsonBody, OfficeSession, Problem};
use utoipa::ToSchema;

/// How far the member has read.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MarkNotificationsRead {
    /// The newest notification that was read.
    #[schema(value_type = String)]
    pub up_to: NotificationId,
}

/// Marks a notification and all older ones as read.
#[utoipa::path(
    post, path = "/api/office/notifications/read", tag = "office",
    request_body = MarkNotificationsRead,
    responses(
        (status = 204, description = "They are marked"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn mark_notifications_read(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    JsonBody(body): JsonBody<MarkNotificationsRead>,
) -> Result<StatusCode, Problem> {
    notifications::mark_notifications_read(&cx, &session, body.up_to).await?;
    Ok(StatusCode::NO_CONTENT)
}
