//! `GET /api/office/clients/{client}`

use axum::extract::State;
use sild_app::{
    Context,
    clients::{self, Client},
};
use sild_domain::ClientId;
use sild_http::{OfficeSession, Path, Problem, Versioned};

/// A client with its contacts.
#[utoipa::path(
    get, path = "/api/office/clients/{client}", tag = "office",
    params(("client" = String, Path)),
    responses(
        (status = 200, description = "The client", body = Client),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_client(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(client): Path<ClientId>,
) -> Result<Versioned<Client>, Problem> {
    let client = clients::get_client(&cx, &session, client).await?;
    Ok(Versioned::ok(client.version, client))
}
