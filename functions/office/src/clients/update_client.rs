//! `PATCH /api/office/clients/{client}`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context, Patch,
    clients::{self, Client, ClientEdit},
};
use sild_domain::{ClientId, CompanyName, Email, HttpsUrl, MemberId, RegistryCode};
use sild_http::{IfMatch, JsonBody, OfficeSession, Path, Problem, Versioned};
use utoipa::ToSchema;

/// What is to change of a client; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateClient {
    /// Its name.
    #[schema(nullable = false, value_type = Option<String>)]
    pub name: Option<CompanyName>,
    /// Its code in the business register; `null` removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub registry_code: Patch<RegistryCode>,
    /// Where its folder in the office's document system is; `null` removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub documents_url: Patch<HttpsUrl>,
    /// Where its files are sent to be digitised; `null` removes it. Only while the office has that switched on.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub digitisation_email: Patch<Email>,
    /// Who answers for it; nobody in particular if the list is empty.
    #[schema(nullable = false, value_type = Option<Vec<String>>)]
    pub responsible_ids: Option<Vec<MemberId>>,
    /// Who works with it without answering for it. Whoever is in both lists answers for it.
    #[schema(nullable = false, value_type = Option<Vec<String>>)]
    pub member_ids: Option<Vec<MemberId>>,
}

/// Changes a client.
#[utoipa::path(
    patch, path = "/api/office/clients/{client}", tag = "office",
    request_body = UpdateClient,
    params(
        ("client" = String, Path),
        ("If-Match" = String, Header, description = "The version that the change was made from"),
    ),
    responses(
        (status = 200, description = "The client", body = Client),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_client(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(client): Path<ClientId>,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdateClient>,
) -> Result<Versioned<Client>, Problem> {
    let edit = ClientEdit {
        name: body.name,
        registry_code: body.registry_code,
        documents_url: body.documents_url,
        digitisation_email: body.digitisation_email,
        responsible_ids: body.responsible_ids,
        member_ids: body.member_ids,
    };
    let client = clients::update_client(&cx, &session, client, version, edit).await?;
    Ok(Versioned::ok(client.version, client))
}
