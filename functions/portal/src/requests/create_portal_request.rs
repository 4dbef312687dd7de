//! `POST /api/portal/{office}/clients/{client}/requests`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    requests::{self, NewRequest, PortalRequest},
};
use sild_domain::{Body, Title};
use sild_http::{ContactClient, Create, Problem};
use utoipa::ToSchema;

/// A new request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CreatePortalRequest {
    /// What it is about.
    pub subject: Title,
    /// What is asked.
    pub text: Body,
}

/// Sends a request to the office (S45); files follow into its thread.
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/requests", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = CreatePortalRequest,
    responses(
        (status = 201, description = "The request", body = PortalRequest),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn create_portal_request(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    Create { body, creation }: Create<CreatePortalRequest>,
) -> Result<(StatusCode, Json<PortalRequest>), Problem> {
    let new = NewRequest { subject: body.subject, text: body.text };
    let request = requests::create_portal_request(&cx, &session, scope, new, &creation).await?;
    Ok((StatusCode::CREATED, Json(request)))
}
