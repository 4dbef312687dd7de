//! `GET /api/office/templates`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    templates::{self, Template},
};
use sild_http::{PageBody, Paging, Problem, Query, SettingsSession};

/// The sample tasks of the office, in the order in which clients get their copies.
#[utoipa::path(
    get, path = "/api/office/templates", tag = "office",
    params(Paging),
    responses(
        (status = 200, description = "Templates", body = PageBody<Template>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_templates(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Query(paging): Query<Paging>,
) -> Result<Json<PageBody<Template>>, Problem> {
    let page = templates::list_templates(&cx, &session, &paging.request()?).await?;
    Ok(Json(page.into()))
}
