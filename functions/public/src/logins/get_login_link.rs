//! `POST /api/login/link`

use axum::{Json, extract::State};
use serde::Deserialize;
use sild_app::{
    Context,
    logins::{self, KnownLink},
};
use sild_http::{JsonBody, Problem};
use utoipa::ToSchema;

/// The link that a person has followed.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct GetLoginLink {
    /// What stands behind `#t=` in the link.
    #[schema(max_length = 64)]
    pub token: String,
}

/// Whom a link was mailed to and whether it can be used still, so that nobody continues as somebody else. It spends nothing.
#[utoipa::path(
    post, path = "/api/login/link", tag = "public",
    request_body = GetLoginLink,
    responses(
        (status = 200, description = "A link of ours", body = KnownLink),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_login_link(
    State(cx): State<Context>,
    JsonBody(body): JsonBody<GetLoginLink>,
) -> Result<Json<KnownLink>, Problem> {
    Ok(Json(logins::look_at_link(&cx, &body.token).await?))
}
