//! `POST /api/office/series/{series}/make-task`

use axum::extract::State;
use sild_app::{
    Context,
    series::{self, Series},
};
use sild_domain::SeriesId;
use sild_http::{JsonBody, OfficeSession, Path, Problem, Versioned};

use super::date::SeriesDate;

/// Makes the next task of a series before its date comes, with the deadline that it would have had (S41).
#[utoipa::path(
    post, path = "/api/office/series/{series}/make-task", tag = "office",
    params(("series" = String, Path)),
    request_body = SeriesDate,
    responses(
        (status = 200, description = "The series as it is now", body = Series),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn make_series_task(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(series): Path<SeriesId>,
    JsonBody(body): JsonBody<SeriesDate>,
) -> Result<Versioned<Series>, Problem> {
    let series = series::make_series_task(&cx, &session, series, body.nominal).await?;
    Ok(Versioned::ok(series.version, series))
}
