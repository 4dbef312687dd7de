//! `GET /api/office/sessions`

use axum::{Json, extract::State};
use serde::Serialize;
use sild_app::{
    Context,
    members::{self, OfficeLogin},
};
use sild_http::{OfficeSession, Problem};
use utoipa::ToSchema;

/// Where the member is signed in.
#[derive(Debug, Serialize, ToSchema)]
pub struct OfficeSessions {
    /// The newest first.
    pub items: Vec<OfficeLogin>,
}

/// Where the member who is signed in is signed in.
#[utoipa::path(
    get, path = "/api/office/sessions", tag = "office",
    responses(
        (status = 200, description = "The sessions", body = OfficeSessions),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_office_sessions(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
) -> Result<Json<OfficeSessions>, Problem> {
    Ok(Json(OfficeSessions { items: members::list_office_sessions(&cx, &session).await? }))
}
