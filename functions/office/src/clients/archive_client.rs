//! `POST /api/office/clients/{client}/archive`

use axum::extract::State;
use sild_app::{
    Context,
    clients::{self, Client},
};
use sild_domain::ClientId;
use sild_http::{JsonBody, NoFields, OfficeSession, Path, Problem, Versioned};

/// Archives a client: its portal closes at once, its series rest, lists leave it out.
#[utoipa::path(
    post, path = "/api/office/clients/{client}/archive", tag = "office",
    request_body = NoFields,
    params(("client" = String, Path)),
    responses(
        (status = 200, description = "The client", body = Client),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn archive_client(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(client): Path<ClientId>,
    JsonBody(NoFields {}): JsonBody<NoFields>,
) -> Result<Versioned<Client>, Problem> {
    let client = clients::archive_client(&cx, &session, client).await?;
    Ok(Versioned::ok(client.version, client))
}
