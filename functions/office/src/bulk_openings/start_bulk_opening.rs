//! `POST /api/office/bulk-openings`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context, Failure,
    bulk_openings::{self, BulkOpening, NewBulkOpening, WhichClients},
};
use sild_domain::ClientId;
use sild_http::{Create, OfficeSession, Problem};
use utoipa::ToSchema;

/// How long a search may be.
const SEARCH_MAX: usize = 200;

/// Which clients to open: by `client_ids` or by `search`, not both.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartBulkOpening {
    /// 1–1,000 clients.
    #[schema(value_type = Option<Vec<String>>, min_items = 1, max_items = 1000)]
    pub client_ids: Option<Vec<ClientId>>,
    /// All clients that this search finds; all there are if it is empty.
    #[schema(max_length = 200)]
    pub search: Option<String>,
    /// Whether their contacts are invited by mail, and each client gets the sample tasks.
    pub with_invitations: bool,
}

impl StartBulkOpening {
    fn clients(&mut self) -> Result<WhichClients, Failure> {
        match (self.client_ids.take(), self.search.take()) {
            (Some(ids), None) if !ids.is_empty() => Ok(WhichClients::These(ids)),
            (None, Some(search)) if search.chars().count() <= SEARCH_MAX => {
                Ok(WhichClients::Matching(search))
            }
            (None, Some(_)) => Err(Failure::field("/search", "too_long")),
            (Some(_), Some(_)) => Err(Failure::field("/search", "invalid_format")),
            (_, None) => Err(Failure::field("/client_ids", "required")),
        }
    }
}

/// Starts opening the portals of many clients; `get_bulk_opening` says how far it is.
#[utoipa::path(
    post, path = "/api/office/bulk-openings", tag = "office",
    request_body = StartBulkOpening,
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    responses(
        (status = 202, description = "What was started", body = BulkOpening),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn start_bulk_opening(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Create { mut body, creation }: Create<StartBulkOpening>,
) -> Result<(StatusCode, Json<BulkOpening>), Problem> {
    let new = NewBulkOpening { clients: body.clients()?, with_invitations: body.with_invitations };
    let opening = bulk_openings::start_bulk_opening(&cx, &session, new, &creation).await?;
    Ok((StatusCode::ACCEPTED, Json(opening)))
}
