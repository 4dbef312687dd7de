//! `GET /api/office/tasks`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    tasks::{self, TaskFilter, TaskSummary, TasksOf},
};
use sild_domain::ClientId;
use sild_http::{FieldProblem, OfficeSession, PageBody, Problem, Query, page::page_request};
use sild_store::tasks::TaskHalf;
use utoipa::{IntoParams, ToSchema};

/// Which tasks: of one client, or of the member who asks.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields)]
pub struct ListTasks {
    /// Those of this client.
    #[param(value_type = Option<String>)]
    pub client_id: Option<ClientId>,
    /// `me`: those that the member who asks works on.
    #[param(inline)]
    pub assignee: Option<Assignee>,
    /// Open ones unless told.
    #[serde(default)]
    #[param(inline)]
    pub state: TaskListState,
    /// 1–100 entries; 20 unless told.
    #[param(minimum = 1, maximum = 100, default = 20)]
    pub limit: Option<u16>,
    /// The `next` of the part before.
    pub cursor: Option<String>,
}

/// Whose tasks.
#[derive(Debug, Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Assignee {
    /// Of the member who asks.
    Me,
}

/// Which half of them.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum TaskListState {
    /// By deadline, undated last.
    #[default]
    Open,
    /// Newest first.
    Completed,
}

/// Tasks of a client, or of the member who asks.
#[utoipa::path(
    get, path = "/api/office/tasks", tag = "office",
    params(ListTasks),
    responses(
        (status = 200, description = "Tasks", body = PageBody<TaskSummary>),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn list_tasks(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Query(query): Query<ListTasks>,
) -> Result<Json<PageBody<TaskSummary>>, Problem> {
    let of = match (query.client_id, query.assignee) {
        (Some(client), None) => TasksOf::Client(client),
        (None, Some(Assignee::Me)) => TasksOf::Me,
        _ => return Err(one_of_two()),
    };
    let half = match query.state {
        TaskListState::Open => TaskHalf::Open,
        TaskListState::Completed => TaskHalf::Finished,
    };
    let request = page_request(query.limit, query.cursor.as_deref())?;
    let page = tasks::list_tasks(&cx, &session, TaskFilter { of, half }, &request).await?;
    Ok(Json(page.into()))
}

/// Exactly one of the two says whose tasks are meant.
fn one_of_two() -> Problem {
    Problem::invalid(vec![FieldProblem { pointer: "?client_id".to_owned(), code: "required" }])
}
