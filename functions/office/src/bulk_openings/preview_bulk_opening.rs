//! `POST /api/office/bulk-openings/preview`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    bulk_openings::{self, BulkPreview},
};
use sild_domain::ClientId;
use sild_http::{JsonBody, OfficeSession, Problem};
use utoipa::ToSchema;

use crate::chosen_clients::{MatchingClients, chosen_clients};

/// Which clients would be opened.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PreviewBulkOpening {
    /// 1–1,000 clients.
    #[schema(value_type = Option<Vec<String>>, min_items = 1, max_items = 1000)]
    pub client_ids: Option<Vec<ClientId>>,
    /// All clients that pass these filters.
    pub matching: Option<MatchingClients>,
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
    let which = chosen_clients(body.client_ids, body.matching)?;
    Ok(Json(bulk_openings::preview_bulk_opening(&cx, &session, which).await?))
}
