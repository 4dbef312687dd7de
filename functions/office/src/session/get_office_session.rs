//! `GET /api/office/session`

use axum::{Json, extract::State};
use sild_app::{Context, office_session};
use sild_http::{OfficeSession, Problem};

/// Who is signed in, and where.
#[utoipa::path(
    get, path = "/api/office/session", tag = "office",
    responses(
        (status = 200, description = "The session", body = office_session::OfficeSession),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_office_session(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
) -> Result<Json<office_session::OfficeSession>, Problem> {
    Ok(Json(office_session::get_office_session(&cx, &session)))
}
