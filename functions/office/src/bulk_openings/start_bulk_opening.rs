//! `POST /api/office/bulk-openings`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    bulk_openings::{self, BulkOpening, NewBulkOpening},
};
use sild_domain::ClientId;
use sild_http::{Create, OfficeSession, Problem};
use utoipa::ToSchema;

use crate::chosen_clients::{MatchingClients, chosen_clients};

/// Which clients to open: by `client_ids` or by `matching`, not both.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StartBulkOpening {
    /// 1–1,000 clients.
    #[schema(value_type = Option<Vec<String>>, min_items = 1, max_items = 1000)]
    pub client_ids: Option<Vec<ClientId>>,
    /// All clients that pass these filters.
    pub matching: Option<MatchingClients>,
    /// Whether their contacts are invited by mail, and each client gets the sample tasks.
    pub with_invitations: bool,
    /// Whether those of the clients that are open already get their invitations again; only with invitations.
    #[serde(default)]
    pub send_again: bool,
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
    Create { body, creation }: Create<StartBulkOpening>,
) -> Result<(StatusCode, Json<BulkOpening>), Problem> {
    let clients = chosen_clients(body.client_ids, body.matching)?;
    let new =
        NewBulkOpening { clients, with_invitations: body.with_invitations, send_again: body.send_again };
    let opening = bulk_openings::start_bulk_opening(&cx, &session, new, &creation).await?;
    Ok((StatusCode::ACCEPTED, Json(opening)))
}
