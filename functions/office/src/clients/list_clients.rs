//! `GET /api/office/clients`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    clients::{self, ClientFilter, ClientSort, ClientSummary, PortalStateView},
};
use sild_domain::MemberId;
use sild_http::{OfficeSession, PageBody, Problem, Query, page::page_request};
use utoipa::{IntoParams, ToSchema};

/// Which clients, and in which order.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListClients {
    /// Words, each of which begins a word of the name, the registry code, or a contact's name or address.
    #[param(max_length = 200)]
    pub search: Option<String>,
    /// Only those for which this member answers.
    #[param(value_type = Option<String>)]
    pub responsible_id: Option<MemberId>,
    /// Only those that are so far with the portal.
    #[param(inline)]
    pub portal_state: Option<PortalStateView>,
    /// Only those with an open task whose deadline has passed.
    #[serde(default)]
    #[param(default = false)]
    pub is_overdue: bool,
    /// Those that are archived instead of the others.
    #[serde(default)]
    #[param(default = false)]
    pub is_archived: bool,
    /// By name unless told, and by deadline where only what is overdue is asked for. Archived ones come by name.
    #[param(inline)]
    pub sort: Option<SortClients>,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before, which was asked for in the same order.
    pub cursor: Option<String>,
}

/// In which order.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum SortClients {
    /// By name.
    Name,
    /// Those with most open tasks first.
    OpenTasks,
    /// By earliest deadline, those without one last.
    EarliestDue,
}

impl From<SortClients> for ClientSort {
    fn from(sort: SortClients) -> Self {
        match sort {
            SortClients::Name => Self::Name,
            SortClients::OpenTasks => Self::OpenTasks,
            SortClients::EarliestDue => Self::EarliestDue,
        }
    }
}

/// Clients that pass every filter.
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
    let filter = ClientFilter {
        search: query.search,
        responsible: query.responsible_id,
        portal_state: query.portal_state.map(Into::into),
        is_overdue: query.is_overdue,
        is_archived: query.is_archived,
        sort: query.sort.map(Into::into),
    };
    let page = clients::list_clients(&cx, &session, &filter, &request).await?;
    Ok(Json(page.into()))
}
