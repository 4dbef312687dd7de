//! `GET /api/portal/{office}/profile`

use axum::extract::State;
use sild_app::{
    Context,
    portal_profile::{self, PortalProfile},
};
use sild_http::{PortalSession, Problem, Versioned};

/// The contact who is signed in, as they see themselves.
#[utoipa::path(
    get, path = "/api/portal/{office}/profile", tag = "portal",
    params(("office" = String, Path)),
    responses(
        (status = 200, description = "The contact", body = PortalProfile),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_portal_profile(
    State(cx): State<Context>,
    PortalSession(session): PortalSession,
) -> Result<Versioned<PortalProfile>, Problem> {
    let profile = portal_profile::get_portal_profile(&cx, &session);
    Ok(Versioned::ok(profile.version, profile))
}
