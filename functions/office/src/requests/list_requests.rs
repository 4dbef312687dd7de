//! `GET /api/office/requests`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    requests::{self, RequestSummary},
};
use sild_domain::ClientId;
use sild_http::{OfficeSession, PageBody, Problem, Query, page::page_request};
use sild_store::requests::RequestHalf;
use utoipa::{IntoParams, ToSchema};

/// Which requests.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListRequests {
    /// Those of this client; of all clients unless told.
    #[param(value_type = Option<String>)]
    pub client_id: Option<ClientId>,
    /// Open ones unless told.
    #[serde(default)]
    #[param(inline)]
    pub state: RequestListState,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

/// Which half of them.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequestListState {
    /// New and answered ones.
    #[default]
    Open,
    /// Converted and closed ones.
    Finished,
}

/// Requests, newest first, whose client the member answers for; all for admins and the owner (S46).
#[utoipa::path(
    get, path = "/api/office/requests", tag = "office",
    params(ListRequests),
    responses(
        (status = 200, description = "Requests", body = PageBody<RequestSummary>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_requests(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Query(query): Query<ListRequests>,
) -> Result<Json<PageBody<RequestSummary>>, Problem> {
    let half = match query.state {
        RequestListState::Open => RequestHalf::Open,
        RequestListState::Finished => RequestHalf::Finished,
    };
    let request = page_request(query.limit, query.cursor.as_deref())?;
    let page = requests::list_requests(&cx, &session, query.client_id, half, &request).await?;
    Ok(Json(page.into()))
}
