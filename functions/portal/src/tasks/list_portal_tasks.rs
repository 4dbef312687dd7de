//! `GET /api/portal/{office}/clients/{client}/tasks`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    tasks::{self, PortalTaskSummary},
};
use sild_http::{ContactClient, PageBody, Problem, Query, page::page_request};
use sild_store::tasks::TaskHalf;
use utoipa::{IntoParams, ToSchema};

/// Which tasks.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListPortalTasks {
    /// Open ones unless told.
    #[serde(default)]
    #[param(inline)]
    pub state: PortalTaskListState,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

/// Which half of them.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PortalTaskListState {
    /// What waits for the client: the sample first, then by deadline, undated last.
    #[default]
    Open,
    /// Done by the client or completed by the office, newest first.
    Done,
}

/// The tasks that a client has.
#[utoipa::path(
    get, path = "/api/portal/{office}/clients/{client}/tasks", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ListPortalTasks),
    responses(
        (status = 200, description = "Tasks", body = PageBody<PortalTaskSummary>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_portal_tasks(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    Query(query): Query<ListPortalTasks>,
) -> Result<Json<PageBody<PortalTaskSummary>>, Problem> {
    let half = match query.state {
        PortalTaskListState::Open => TaskHalf::Open,
        PortalTaskListState::Done => TaskHalf::Finished,
    };
    let request = page_request(query.limit, query.cursor.as_deref())?;
    let page = tasks::list_portal_tasks(&cx, &session, scope, half, &request).await?;
    Ok(Json(page.into()))
}
