//! `GET /api/office/series/{series}`

use axum::extract::State;
use sild_app::{
    Context,
    series::{self, Series},
};
use sild_domain::SeriesId;
use sild_http::{OfficeSession, Path, Problem, Versioned};

/// A series with its next dates.
#[utoipa::path(
    get, path = "/api/office/series/{series}", tag = "office",
    params(("series" = String, Path)),
    responses(
        (status = 200, description = "The series", body = Series),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_series(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(series): Path<SeriesId>,
) -> Result<Versioned<Series>, Problem> {
    let series = series::get_series(&cx, &session, series).await?;
    Ok(Versioned::ok(series.version, series))
}
