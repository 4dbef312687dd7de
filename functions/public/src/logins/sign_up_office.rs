//! `POST /api/offices`

use axum::{extract::State, response::Response};
use serde::Deserialize;
use sild_app::{Context, logins};
use sild_domain::{CompanyName, Email, Language, PersonName, TimeZoneName};
use sild_http::{JsonBody, Problem, Viewer};
use sild_store::outbox::SignUp;
use utoipa::ToSchema;

use super::replies::{Accepted, accepted};

/// A new office and its owner.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SignUpOffice {
    /// The firm's name.
    #[schema(value_type = String)]
    pub office_name: CompanyName,
    /// The owner's name.
    #[schema(value_type = String)]
    pub person_name: PersonName,
    /// The owner's address: the link goes there.
    #[schema(value_type = String)]
    pub email: Email,
    /// The language of the owner and the office.
    pub language: Language,
    /// Where the office is.
    pub time_zone: TimeZoneName,
}

/// Sends the link that makes the office; every address is answered the same.
#[utoipa::path(
    post, path = "/api/offices", tag = "public",
    request_body = SignUpOffice,
    responses(
        (status = 202, description = "A mail is on its way", body = Accepted),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn sign_up_office(
    State(cx): State<Context>,
    viewer: Viewer,
    JsonBody(body): JsonBody<SignUpOffice>,
) -> Result<Response, Problem> {
    let sign_up = SignUp {
        office_name: body.office_name,
        person_name: body.person_name,
        email: body.email,
        language: body.language,
        time_zone: body.time_zone,
    };
    let asked = logins::ask_to_sign_up(&cx, &viewer.address, sign_up).await?;
    Ok(accepted(&asked))
}
