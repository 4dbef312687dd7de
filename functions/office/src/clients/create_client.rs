//! `POST /api/office/clients`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    clients::{self, Client, NewClient},
};
use sild_domain::{CompanyName, Email, HttpsUrl, MemberId, RegistryCode};
use sild_http::{Create, OfficeSession, Problem, Versioned};
use utoipa::ToSchema;

/// A new client.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreateClient {
    /// Its name.
    #[schema(value_type = String)]
    pub name: CompanyName,
    /// Its code in the business register.
    #[schema(value_type = Option<String>)]
    pub registry_code: Option<RegistryCode>,
    /// Where its folder in the office's document system is.
    #[schema(value_type = Option<String>)]
    pub documents_url: Option<HttpsUrl>,
    /// Where its files are sent to be digitised; only while the office has that switched on.
    #[schema(value_type = Option<String>)]
    pub digitisation_email: Option<Email>,
    /// Who answers for it; whoever makes it unless told.
    #[serde(default)]
    #[schema(value_type = Vec<String>)]
    pub responsible_ids: Vec<MemberId>,
}

/// Makes a client; its portal is closed.
#[utoipa::path(
    post, path = "/api/office/clients", tag = "office",
    request_body = CreateClient,
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    responses(
        (status = 201, description = "The client", body = Client),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn create_client(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Create { body, creation }: Create<CreateClient>,
) -> Result<Versioned<Client>, Problem> {
    let new = NewClient {
        name: body.name,
        registry_code: body.registry_code,
        documents_url: body.documents_url,
        digitisation_email: body.digitisation_email,
        responsible_ids: body.responsible_ids,
    };
    let client = clients::create_client(&cx, &session, new, &creation).await?;
    Ok(Versioned::created(client.version, client))
}
