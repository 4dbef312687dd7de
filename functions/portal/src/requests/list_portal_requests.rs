//! `GET /api/portal/{office}/clients/{client}/requests`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    requests::{self, PortalRequestSummary},
};
use sild_http::{ContactClient, PageBody, Problem, Query, page::page_request};
use sild_store::requests::RequestHalf;
use utoipa::{IntoParams, ToSchema};

/// Which requests.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListPortalRequests {
    /// Open ones unless told.
    #[serde(default)]
    #[param(inline)]
    pub state: PortalRequestListState,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

/// Which half of them.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PortalRequestListState {
    /// New and answered ones.
    #[default]
    Open,
    /// Converted and closed ones.
    Finished,
}

/// The requests of a client, newest first.
#[utoipa::path(
    get, path = "/api/portal/{office}/clients/{client}/requests", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ListPortalRequests),
    responses(
        (status = 200, description = "Requests", body = PageBody<PortalRequestSummary>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_portal_requests(
    State(cx): State<Context>,
    ContactClient { scope, .. }: ContactClient,
    Query(query): Query<ListPortalRequests>,
) -> Result<Json<PageBody<PortalRequestSummary>>, Problem> {
    let half = match query.state {
        PortalRequestListState::Open => RequestHalf::Open,
        PortalRequestListState::Finished => RequestHalf::Finished,
    };
    let request = page_request(query.limit, query.cursor.as_deref())?;
    let page = requests::list_portal_requests(&cx, scope, half, &request).await?;
    Ok(Json(page.into()))
}
