//! `GET /api/office/profile`

use axum::extract::State;
use sild_app::{
    Context,
    members::{self, Profile},
};
use sild_http::{OfficeSession, Problem, Versioned};

/// The member who is signed in, as they see themselves.
#[utoipa::path(
    get, path = "/api/office/profile", tag = "office",
    responses(
        (status = 200, description = "The member", body = Profile),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_own_profile(
    State(_cx): State<Context>,
    OfficeSession(session): OfficeSession,
) -> Result<Versioned<Profile>, Problem> {
    let profile = members::get_own_profile(&session);
    Ok(Versioned::ok(profile.version, profile))
}
