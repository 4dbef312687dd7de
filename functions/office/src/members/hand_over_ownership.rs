//! `POST /api/office/ownership`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    members::{self, Member},
};
use sild_domain::MemberId;
use sild_http::{JsonBody, OfficeSession, Problem, Versioned};
use utoipa::ToSchema;

/// To whom the office goes.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct HandOverOwnership {
    /// An active admin.
    #[schema(value_type = String)]
    pub member_id: MemberId,
}

/// Makes an admin the owner of the office, and the owner who asks for it an admin.
#[utoipa::path(
    post, path = "/api/office/ownership", tag = "office",
    request_body = HandOverOwnership,
    responses(
        (status = 200, description = "The new owner", body = Member),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn hand_over_ownership(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    JsonBody(body): JsonBody<HandOverOwnership>,
) -> Result<Versioned<Member>, Problem> {
    let owner = members::hand_over_ownership(&cx, &session, body.member_id).await?;
    Ok(Versioned::ok(owner.version, owner))
}
