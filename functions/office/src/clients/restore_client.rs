//! `POST /api/office/clients/{client}/restore`

use axum::extract::State;
use sild_app::{
    Context,
    clients::{self, Client},
};
use sild_domain::ClientId;
use sild_http::{JsonBody, NoFields, OfficeSession, Path, Problem, Versioned};

/// Brings an archived client back, with its portal closed.
#[utoipa::path(
    post, path = "/api/office/clients/{client}/restore", tag = "office",
    request_body = NoFields,
    params(("client" = String, Path)),
    responses(
        (status = 200, description = "The client", body = Client),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn restore_client(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(client): Path<ClientId>,
    JsonBody(NoFields {}): JsonBody<NoFields>,
) -> Result<Versioned<Client>, Problem> {
    let client = clients::restore_client(&cx, &session, client).await?;
    Ok(Versioned::ok(client.version, client))
}
