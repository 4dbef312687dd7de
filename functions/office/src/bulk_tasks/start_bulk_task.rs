//! `POST /api/office/bulk-tasks`

use axum::{Json, extract::State, http::StatusCode};
use jiff::civil::Date;
use serde::Deserialize;
use sild_app::{
    Context,
    bulk_tasks::{self, BulkTask, NewBulkTask},
};
use sild_domain::{ClientId, Description, Title};
use sild_http::{Create, OfficeSession, Problem};
use utoipa::ToSchema;

use crate::{
    chosen_clients::{MatchingClients, chosen_clients},
    tasks::create_task::NewLine,
};

/// One task for many clients, named by `client_ids` or by `matching`, not both.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartBulkTask {
    /// 1–1,000 clients.
    #[schema(value_type = Option<Vec<String>>, min_items = 1, max_items = 1000)]
    pub client_ids: Option<Vec<ClientId>>,
    /// All clients that pass these filters.
    pub matching: Option<MatchingClients>,
    /// What each task is called.
    pub title: Title,
    /// What is to be done, in full.
    #[serde(default = "Description::empty")]
    pub description: Description,
    /// The deadline, in the office's time zone.
    #[schema(value_type = Option<String>, format = Date)]
    pub due: Option<Date>,
    /// The lines of the checklist of each.
    #[serde(default)]
    pub checklist: Vec<NewLine>,
    /// Whether contacts may tick the checklist.
    #[serde(default)]
    pub client_may_tick: bool,
    /// Whether the client's done completes it.
    #[serde(default)]
    pub auto_complete: bool,
    /// Whether each client gets it at once; a client whose portal is closed is passed over then.
    pub assign: bool,
    /// Whether the first of those who answer for the client works on it; nobody does otherwise.
    #[serde(default)]
    pub to_responsible: bool,
}

/// Starts giving many clients the same task; `get_bulk_task` says how far it is.
#[utoipa::path(
    post, path = "/api/office/bulk-tasks", tag = "office",
    request_body = StartBulkTask,
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    responses(
        (status = 202, description = "What was started", body = BulkTask),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn start_bulk_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Create { body, creation }: Create<StartBulkTask>,
) -> Result<(StatusCode, Json<BulkTask>), Problem> {
    let new = NewBulkTask {
        clients: chosen_clients(body.client_ids, body.matching)?,
        title: body.title,
        description: body.description,
        due: body.due,
        checklist: body.checklist.into_iter().map(|line| line.text).collect(),
        client_may_tick: body.client_may_tick,
        auto_complete: body.auto_complete,
        assigns: body.assign,
        to_responsible: body.to_responsible,
    };
    let task = bulk_tasks::start_bulk_task(&cx, &session, new, &creation).await?;
    Ok((StatusCode::ACCEPTED, Json(task)))
}
