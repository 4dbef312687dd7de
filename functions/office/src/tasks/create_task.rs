//! `POST /api/office/tasks`

use axum::extract::State;
use jiff::civil::Date;
use serde::Deserialize;
use sild_app::{
    Context,
    tasks::{self, NewTask, Task},
};
use sild_domain::{ClientId, Description, MemberId, ReminderChoice, ShortText, Title};
use sild_http::{Create, OfficeSession, Problem, Versioned};
use utoipa::ToSchema;

/// A new task.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateTask {
    /// Whose it is.
    pub client_id: ClientId,
    /// What it is called.
    pub title: Title,
    /// What is to be done, in full.
    #[serde(default = "Description::empty")]
    pub description: Description,
    /// The deadline, in the office's time zone.
    #[schema(value_type = Option<String>, format = Date)]
    pub due: Option<Date>,
    /// The lines of its checklist.
    #[serde(default)]
    pub checklist: Vec<NewLine>,
    /// Whether contacts may tick the checklist.
    #[serde(default)]
    pub client_may_tick: bool,
    /// Whether the client's done completes it.
    #[serde(default)]
    pub auto_complete: bool,
    /// What it says about its reminders; as the office's settings say unless told.
    #[serde(default)]
    pub reminders: ReminderChoice,
    /// Who works on it.
    pub assignee_id: Option<MemberId>,
}

/// A line of a new checklist.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NewLine {
    /// What is to be done.
    pub text: ShortText,
}

/// Makes a task that the client does not have yet.
#[utoipa::path(
    post, path = "/api/office/tasks", tag = "office",
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = CreateTask,
    responses(
        (status = 201, description = "The task", body = Task),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn create_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Create { body, creation }: Create<CreateTask>,
) -> Result<Versioned<Task>, Problem> {
    let new = NewTask {
        client_id: body.client_id,
        title: body.title,
        description: body.description,
        due: body.due,
        checklist: body.checklist.into_iter().map(|line| line.text).collect(),
        client_may_tick: body.client_may_tick,
        auto_complete: body.auto_complete,
        reminders: body.reminders,
        assignee_id: body.assignee_id,
    };
    let task = tasks::create_task(&cx, &session, new, &creation).await?;
    Ok(Versioned::created(task.version, task))
}
