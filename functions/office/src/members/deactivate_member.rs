//! `POST /api/office/members/{member}/deactivate`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    members::{self, Member},
};
use sild_domain::MemberId;
use sild_http::{JsonBody, Path, Problem, SettingsSession, Versioned};
use utoipa::ToSchema;

/// Who takes on what the member worked on.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DeactivateMember {
    /// An active member, who gets the clients, open tasks and series; needed if there are any.
    #[schema(value_type = Option<String>)]
    pub reassign_to: Option<MemberId>,
}

/// Deactivates a member: their sessions end at once, and their clients and open tasks go to somebody else.
#[utoipa::path(
    post, path = "/api/office/members/{member}/deactivate", tag = "office",
    request_body = DeactivateMember,
    params(("member" = String, Path)),
    responses(
        (status = 200, description = "The member", body = Member),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn deactivate_member(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(member): Path<MemberId>,
    JsonBody(body): JsonBody<DeactivateMember>,
) -> Result<Versioned<Member>, Problem> {
    let member = members::deactivate_member(&cx, &session, member, body.reassign_to).await?;
    Ok(Versioned::ok(member.version, member))
}
