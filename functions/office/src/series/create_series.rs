//! `POST /api/office/series`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    series::{self, NewSeries, Series},
};
use sild_domain::{ClientId, Description, MemberId, Recurrence, ReminderChoice, ShortText, Title};
use sild_http::{Create, OfficeSession, Problem, Versioned};
use utoipa::ToSchema;

use super::line::Line;

/// A new series.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateSeries {
    /// Whose tasks it makes.
    pub client_id: ClientId,
    /// The title of each task.
    pub title: Title,
    /// The description of each task.
    #[serde(default = "Description::empty")]
    pub description: Description,
    /// The checklist of each task.
    #[serde(default)]
    pub checklist: Vec<Line>,
    /// When it makes one.
    pub recurrence: Recurrence,
    /// Whether each task is given to the client at once.
    pub assign_to_client: bool,
    /// Whether contacts may tick the checklist.
    #[serde(default)]
    pub client_may_tick: bool,
    /// Whether the client's done completes each task.
    #[serde(default)]
    pub auto_complete: bool,
    /// What each task says about its reminders; as the office's settings say unless told.
    #[serde(default)]
    pub reminders: ReminderChoice,
    /// Who works on each task.
    pub assignee_id: Option<MemberId>,
}

/// Makes a series; one that begins today makes its first task at once.
#[utoipa::path(
    post, path = "/api/office/series", tag = "office",
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = CreateSeries,
    responses(
        (status = 201, description = "The series", body = Series),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn create_series(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Create { body, creation }: Create<CreateSeries>,
) -> Result<Versioned<Series>, Problem> {
    let texts = |lines: Vec<Line>| lines.into_iter().map(|line| line.text).collect::<Vec<ShortText>>();
    let new = NewSeries {
        client_id: body.client_id,
        title: body.title,
        description: body.description,
        checklist: texts(body.checklist),
        recurrence: body.recurrence,
        assign_to_client: body.assign_to_client,
        client_may_tick: body.client_may_tick,
        auto_complete: body.auto_complete,
        reminders: body.reminders,
        assignee_id: body.assignee_id,
    };
    let series = series::create_series(&cx, &session, new, &creation).await?;
    Ok(Versioned::created(series.version, series))
}
