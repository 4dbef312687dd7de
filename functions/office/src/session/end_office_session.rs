//! `DELETE /api/office/session`

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
};
use sild_app::{Context, office_session};
use sild_http::{
    OfficeSession, Problem,
    cookie::{self, OFFICE_COOKIE},
};

/// Signs out: ends this session, on the server and in the browser.
#[utoipa::path(
    delete, path = "/api/office/session", tag = "office",
    responses(
        (status = 204, description = "The session has ended"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn end_office_session(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
) -> Result<(StatusCode, HeaderMap), Problem> {
    office_session::end_office_session(&cx, &session).await?;
    let gone = cookie::clear(OFFICE_COOKIE);
    Ok((StatusCode::NO_CONTENT, gone.into_iter().map(|value| (header::SET_COOKIE, value)).collect()))
}
