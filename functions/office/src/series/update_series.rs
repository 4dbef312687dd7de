//! `PATCH /api/office/series/{series}`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context, Patch,
    series::{self, Series, SeriesEdit},
};
use sild_domain::{Description, MemberId, Recurrence, ReminderChoice, SeriesId, Title};
use sild_http::{IfMatch, JsonBody, OfficeSession, Path, Problem, Versioned};
use utoipa::ToSchema;

use super::line::Line;

/// What changes; a field that is not there stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateSeries {
    /// The title of each task.
    pub title: Option<Title>,
    /// The description of each task.
    pub description: Option<Description>,
    /// The checklist of each task.
    pub checklist: Option<Vec<Line>>,
    /// When it makes one.
    pub recurrence: Option<Recurrence>,
    /// Whether each task is given to the client at once.
    pub assign_to_client: Option<bool>,
    /// Whether contacts may tick the checklist.
    pub client_may_tick: Option<bool>,
    /// Whether the client's done completes each task.
    pub auto_complete: Option<bool>,
    /// What each task says about its reminders.
    pub reminders: Option<ReminderChoice>,
    /// Who works on each task; `null` is nobody.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub assignee_id: Patch<MemberId>,
    /// Whether it rests.
    pub is_paused: Option<bool>,
}

/// Edits all following tasks of a series; those that exist stay as they are.
#[utoipa::path(
    patch, path = "/api/office/series/{series}", tag = "office",
    params(("series" = String, Path), ("If-Match" = String, Header, description = "The version that the edit began from")),
    request_body = UpdateSeries,
    responses(
        (status = 200, description = "The series as it is now", body = Series),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_series(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(series): Path<SeriesId>,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdateSeries>,
) -> Result<Versioned<Series>, Problem> {
    let edit = SeriesEdit {
        title: body.title,
        description: body.description,
        checklist: body.checklist.map(|lines| lines.into_iter().map(|line| line.text).collect()),
        recurrence: body.recurrence,
        assign_to_client: body.assign_to_client,
        client_may_tick: body.client_may_tick,
        auto_complete: body.auto_complete,
        reminders: body.reminders,
        assignee_id: body.assignee_id,
        is_paused: body.is_paused,
    };
    let series = series::update_series(&cx, &session, series, version, edit).await?;
    Ok(Versioned::ok(series.version, series))
}
