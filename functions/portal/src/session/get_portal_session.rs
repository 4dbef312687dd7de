//! `GET /api/portal/{office}/session`

use axum::{Json, extract::State};
use sild_app::{Context, portal_session};
use sild_http::{PortalSession, Problem};

/// Who is signed in, and for whom they can act.
#[utoipa::path(
    get, path = "/api/portal/{office}/session", tag = "portal",
    params(("office" = String, Path)),
    responses(
        (status = 200, description = "The session", body = portal_session::PortalSession),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_portal_session(
    State(cx): State<Context>,
    PortalSession(session): PortalSession,
) -> Result<Json<portal_session::PortalSession>, Problem> {
    Ok(Json(portal_session::get_portal_session(&cx, &session).await?))
}
