//! `GET /api/office/clients`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    clients::{self, ClientFilter, ClientSummary},
};
use sild_http::{OfficeSession, PageBody, Problem, Query, page::page_request};
use utoipa::IntoParams;

/// Which clients.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListClients {
    /// Words, each of which begins a word of the name, the registry code, or a contact's name or address.
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

/// Clients by name, or those that match a search.
#[utoipa::path(
    get, path = "/api/office/clients", tag = "office",
    params(ListClients),
    responses(
        (status = 200, description = "Clients", body = PageBody<ClientSummary>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_clients(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Query(query): Query<ListClients>,
) -> Result<Json<PageBody<ClientSummary>>, Problem> {
    let request = page_request(query.limit, query.cursor.as_deref())?;
    let filter = ClientFilter { search: query.search };
    let page = clients::list_clients(&cx, &session, &filter, &request).await?;
    Ok(Json(page.into()))
}
