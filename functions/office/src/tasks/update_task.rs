//! `PATCH /api/office/tasks/{task}`

use axum::extract::State;
use jiff::civil::Date;
use serde::Deserialize;
use sild_app::{
    Context, Patch,
    tasks::{self, ChecklistEdit, Task, TaskEdit},
};
use sild_domain::{ChecklistItemId, Description, MemberId, ReminderChoice, ShortText, TaskId, Title};
use sild_http::{IfMatch, JsonBody, OfficeSession, Path, Problem, Versioned};
use utoipa::ToSchema;

/// What changes; a field that is not there stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateTask {
    /// What it is called.
    pub title: Option<Title>,
    /// What is to be done, in full.
    pub description: Option<Description>,
    /// The deadline; `null` takes it away.
    #[serde(default)]
    #[schema(value_type = Option<String>, format = Date)]
    pub due: Patch<Date>,
    /// The whole checklist in its new order.
    pub checklist: Option<Vec<ChecklistLine>>,
    /// Whether contacts may tick the checklist.
    pub client_may_tick: Option<bool>,
    /// Whether the client's done completes it.
    pub auto_complete: Option<bool>,
    /// What it says about its reminders.
    pub reminders: Option<ReminderChoice>,
    /// Who works on it; `null` is nobody.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub assignee_id: Patch<MemberId>,
    /// Whether all tasks that its series makes from now on change alike; their deadlines follow the series (S41).
    #[serde(default)]
    pub and_following: bool,
}

/// A line of the checklist: a known one by its id, or a new one.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ChecklistLine {
    /// The line's id; none for a new line.
    pub id: Option<ChecklistItemId>,
    /// What is to be done.
    pub text: ShortText,
    /// Whether it is; as before unless told.
    pub is_done: Option<bool>,
}

/// Edits a task. Another deadline or description makes it unread for the client again (S31).
#[utoipa::path(
    patch, path = "/api/office/tasks/{task}", tag = "office",
    params(("task" = String, Path), ("If-Match" = String, Header, description = "The version that the edit began from")),
    request_body = UpdateTask,
    responses(
        (status = 200, description = "The task as it is now", body = Task),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdateTask>,
) -> Result<Versioned<Task>, Problem> {
    let line = |line: ChecklistLine| ChecklistEdit { id: line.id, text: line.text, is_done: line.is_done };
    let edit = TaskEdit {
        title: body.title,
        description: body.description,
        due: body.due,
        checklist: body.checklist.map(|lines| lines.into_iter().map(line).collect()),
        client_may_tick: body.client_may_tick,
        auto_complete: body.auto_complete,
        reminders: body.reminders,
        assignee_id: body.assignee_id,
        and_following: body.and_following,
    };
    let task = tasks::update_task(&cx, &session, task, version, edit).await?;
    Ok(Versioned::ok(task.version, task))
}
