//! `GET /api/office/members`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    members::{self, Member},
};
use sild_http::{OfficeSession, PageBody, Problem, Query, page::page_request};
use utoipa::IntoParams;

/// Which members.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListMembers {
    /// Whether those who were deactivated are listed too, which is for admins and the owner.
    #[serde(default)]
    #[param(default = false)]
    pub with_inactive: bool,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

/// The members by name.
#[utoipa::path(
    get, path = "/api/office/members", tag = "office",
    params(ListMembers),
    responses(
        (status = 200, description = "Members", body = PageBody<Member>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_members(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Query(query): Query<ListMembers>,
) -> Result<Json<PageBody<Member>>, Problem> {
    let request = page_request(query.limit, query.cursor.as_deref())?;
    let page = members::list_members(&cx, &session, query.with_inactive, &request).await?;
    Ok(Json(page.into()))
}
