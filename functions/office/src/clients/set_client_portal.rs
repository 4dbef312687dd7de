//! `PUT /api/office/clients/{client}/portal`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    clients::{self, Client},
};
use sild_domain::ClientId;
use sild_http::{JsonBody, OfficeSession, Path, Problem, Versioned};
use utoipa::ToSchema;

/// How the client's portal is to be.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SetClientPortal {
    /// Whether its contacts with access can enter.
    pub is_open: bool,
}

/// Opens a client's portal in silence, or closes it at once.
#[utoipa::path(
    put, path = "/api/office/clients/{client}/portal", tag = "office",
    request_body = SetClientPortal,
    params(("client" = String, Path)),
    responses(
        (status = 200, description = "The client", body = Client),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn set_client_portal(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(client): Path<ClientId>,
    JsonBody(body): JsonBody<SetClientPortal>,
) -> Result<Versioned<Client>, Problem> {
    let client = clients::set_client_portal(&cx, &session, client, body.is_open).await?;
    Ok(Versioned::ok(client.version, client))
}
