//! `GET /api/portal/{office}/clients/{client}/files`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    files::{self, PortalFileSummary},
};
use sild_http::{ContactClient, PageBody, Problem, Query, page::FilePaging};

/// The files that office and client share, newest first.
#[utoipa::path(
    get, path = "/api/portal/{office}/clients/{client}/files", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), FilePaging),
    responses(
        (status = 200, description = "Files", body = PageBody<PortalFileSummary>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_portal_files(
    State(cx): State<Context>,
    ContactClient { scope, .. }: ContactClient,
    Query(paging): Query<FilePaging>,
) -> Result<Json<PageBody<PortalFileSummary>>, Problem> {
    let page = files::list_portal_files(&cx, scope, &paging.request()?).await?;
    Ok(Json(page.into()))
}
