//! `POST /api/office/bulk-openings/preview`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context, Failure,
    bulk_openings::{self, BulkPreview},
};
use sild_domain::ClientId;
use sild_http::{JsonBody, OfficeSession, Problem};
use utoipa::ToSchema;

/// How many clients are previewed at once.
const CLIENTS_MAX: usize = 100;

/// Which clients would be opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewBulkOpening {
    /// 1–100 clients.
    #[schema(value_type = Vec<String>, min_items = 1, max_items = 100)]
    pub client_ids: Vec<ClientId>,
}

/// Who would get access and who would not, before anything happens.
#[utoipa::path(
    post, path = "/api/office/bulk-openings/preview", tag = "office",
    request_body = PreviewBulkOpening,
    responses(
        (status = 200, description = "What would happen", body = BulkPreview),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn preview_bulk_opening(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    JsonBody(body): JsonBody<PreviewBulkOpening>,
) -> Result<Json<BulkPreview>, Problem> {
    let code = match body.client_ids.len() {
        0 => Some("required"),
        1..=CLIENTS_MAX => None,
        _ => Some("too_many_items"),
    };
    if let Some(code) = code {
        return Err(Failure::field("/client_ids", code).into());
    }
    Ok(Json(bulk_openings::preview_bulk_opening(&cx, &session, &body.client_ids).await?))
}
