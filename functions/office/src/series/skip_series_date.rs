//! `POST /api/office/series/{series}/skip-date`

use axum::extract::State;
use sild_app::{
    Context,
    series::{self, Series},
};
use sild_domain::SeriesId;
use sild_http::{JsonBody, OfficeSession, Path, Problem, Versioned};

use super::date::SeriesDate;

/// Leaves out the next date of a series: it makes no task then, and goes on with the date after (S41).
#[utoipa::path(
    post, path = "/api/office/series/{series}/skip-date", tag = "office",
    params(("series" = String, Path)),
    request_body = SeriesDate,
    responses(
        (status = 200, description = "The series as it is now", body = Series),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn skip_series_date(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(series): Path<SeriesId>,
    JsonBody(body): JsonBody<SeriesDate>,
) -> Result<Versioned<Series>, Problem> {
    let series = series::skip_series_date(&cx, &session, series, body.nominal).await?;
    Ok(Versioned::ok(series.version, series))
}
