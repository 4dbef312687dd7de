//! `DELETE /api/portal/{office}/session`

use axum::{
    extract::State,
    http::{HeaderMap, StatusCode, header},
};
use sild_app::{Context, portal_session};
use sild_http::{PortalSession, Problem, cookie};

/// Signs the contact out of this browser.
#[utoipa::path(
    delete, path = "/api/portal/{office}/session", tag = "portal",
    params(("office" = String, Path)),
    responses(
        (status = 204, description = "Signed out; the cookie is gone"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn end_portal_session(
    State(cx): State<Context>,
    PortalSession(session): PortalSession,
) -> Result<(StatusCode, HeaderMap), Problem> {
    portal_session::end_portal_session(&cx, &session).await?;
    let gone = cookie::clear(&cookie::portal_cookie(session.office.id));
    Ok((StatusCode::NO_CONTENT, gone.into_iter().map(|value| (header::SET_COOKIE, value)).collect()))
}
