//! `GET /api/office/overview`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    overview::{self, Overview},
};
use sild_http::{OfficeSession, Problem};

/// What waits for clients, what is late, and what goes out by itself on the next seven days.
#[utoipa::path(
    get, path = "/api/office/overview", tag = "office",
    responses(
        (status = 200, description = "The office at a glance", body = Overview),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_overview(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
) -> Result<Json<Overview>, Problem> {
    Ok(Json(overview::get_overview(&cx, &session).await?))
}
