//! `GET /api/office/bulk-openings/{bulk_opening}`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    bulk_openings::{self, BulkOpening},
};
use sild_domain::BulkOpeningId;
use sild_http::{OfficeSession, Path, Problem};

/// How far a bulk opening is, and who was passed over.
#[utoipa::path(
    get, path = "/api/office/bulk-openings/{bulk_opening}", tag = "office",
    params(("bulk_opening" = String, Path)),
    responses(
        (status = 200, description = "The bulk opening", body = BulkOpening),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_bulk_opening(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(bulk_opening): Path<BulkOpeningId>,
) -> Result<Json<BulkOpening>, Problem> {
    Ok(Json(bulk_openings::get_bulk_opening(&cx, &session, bulk_opening).await?))
}
