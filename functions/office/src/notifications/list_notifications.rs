//! `GET /api/office/notifications`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    notifications::{self, Notification},
};
use sild_http::{OfficeSession, PageBody, Paging, Problem, Query};

/// What the member was told, newest first.
#[utoipa::path(
    get, path = "/api/office/notifications", tag = "office",
    params(Paging),
    responses(
        (status = 200, description = "Notifications", body = PageBody<Notification>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_notifications(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Query(paging): Query<Paging>,
) -> Result<Json<PageBody<Notification>>, Problem> {
    let page = notifications::list_notifications(&cx, &session, &paging.request()?).await?;
    Ok(Json(page.into()))
}
