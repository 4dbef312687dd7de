//! `POST /api/office/series/preview`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    series::{self, RecurrencePreview},
};
use sild_domain::Recurrence;
use sild_http::{JsonBody, OfficeSession, Problem};
use utoipa::ToSchema;

/// A rule that is being made.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewRecurrence {
    /// The rule.
    pub recurrence: Recurrence,
}

/// The next five dates of a rule; nothing is kept.
#[utoipa::path(
    post, path = "/api/office/series/preview", tag = "office",
    request_body = PreviewRecurrence,
    responses(
        (status = 200, description = "The dates", body = RecurrencePreview),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn preview_recurrence(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    JsonBody(body): JsonBody<PreviewRecurrence>,
) -> Result<Json<RecurrencePreview>, Problem> {
    Ok(Json(series::preview_recurrence(&cx, &session, &body.recurrence)))
}
