//! `GET /api/office/members`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    members::{self, Member},
};
use sild_http::{OfficeSession, PageBody, Paging, Problem, Query};

/// The active members by name.
#[utoipa::path(
    get, path = "/api/office/members", tag = "office",
    params(Paging),
    responses(
        (status = 200, description = "Members", body = PageBody<Member>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_members(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Query(paging): Query<Paging>,
) -> Result<Json<PageBody<Member>>, Problem> {
    let page = members::list_members(&cx, &session, &paging.request()?).await?;
    Ok(Json(page.into()))
}
