//! `PATCH /api/office/members/{member}`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    members::{self, Member, MemberEdit},
};
use sild_domain::{MemberId, PersonName, Role};
use sild_http::{IfMatch, JsonBody, Path, Problem, SettingsSession, Versioned};
use utoipa::ToSchema;

/// What is to change of a member; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateMember {
    /// Their name.
    #[schema(nullable = false)]
    pub name: Option<PersonName>,
    /// What they may do: member or admin.
    #[schema(nullable = false)]
    pub role: Option<Role>,
}

/// Changes a member's name and what they may do; not the owner's.
#[utoipa::path(
    patch, path = "/api/office/members/{member}", tag = "office",
    request_body = UpdateMember,
    params(
        ("member" = String, Path),
        ("If-Match" = String, Header, description = "The version that the change was made from"),
    ),
    responses(
        (status = 200, description = "The member", body = Member),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_member(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(member): Path<MemberId>,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdateMember>,
) -> Result<Versioned<Member>, Problem> {
    let edit = MemberEdit { name: body.name, role: body.role };
    let member = members::update_member(&cx, &session, member, version, edit).await?;
    Ok(Versioned::ok(member.version, member))
}
