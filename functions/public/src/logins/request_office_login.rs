//! `POST /api/office-login`

use axum::{extract::State, response::Response};
use serde::Deserialize;
use sild_app::{
    Context,
    logins::{self, Target},
};
use sild_domain::Email;
use sild_http::{JsonBody, Problem, Viewer};
use utoipa::ToSchema;

use super::replies::{Accepted, accepted};

/// Who wants to sign in.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RequestOfficeLogin {
    /// The address to send the link to, if it is a member's.
    #[schema(value_type = String)]
    pub email: Email,
    /// The path of the app to open afterwards.
    #[schema(value_type = Option<String>)]
    pub target: Option<Target>,
}

/// Sends a link and a code to a member; every address is answered the same.
#[utoipa::path(
    post, path = "/api/office-login", tag = "public",
    request_body = RequestOfficeLogin,
    responses(
        (status = 202, description = "If the address is a member's, a mail is on its way", body = Accepted),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn request_office_login(
    State(cx): State<Context>,
    viewer: Viewer,
    JsonBody(body): JsonBody<RequestOfficeLogin>,
) -> Result<Response, Problem> {
    let asked = logins::ask_for_office_link(&cx, &viewer.address, body.email, body.target).await?;
    Ok(accepted(&asked))
}
