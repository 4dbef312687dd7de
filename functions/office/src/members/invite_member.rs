//! `POST /api/office/members`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    members::{self, Member, NewMember},
};
use sild_domain::{Email, Language, PersonName, Role};
use sild_http::{Create, Problem, SettingsSession, Versioned};
use utoipa::ToSchema;

/// Who is invited.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InviteMember {
    /// Their name.
    pub name: PersonName,
    /// Their login, which may belong to a member of another office as well.
    pub email: Email,
    /// What they may do: member or admin.
    pub role: Role,
    /// The language of their app and mails; the office's unless told.
    pub language: Option<Language>,
}

/// Makes a member and mails them a link to sign in with.
#[utoipa::path(
    post, path = "/api/office/members", tag = "office",
    request_body = InviteMember,
    params(("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    responses(
        (status = 201, description = "The member", body = Member),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn invite_member(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Create { body, creation }: Create<InviteMember>,
) -> Result<Versioned<Member>, Problem> {
    let new = NewMember { name: body.name, email: body.email, role: body.role, language: body.language };
    let member = members::invite_member(&cx, &session, new, &creation).await?;
    Ok(Versioned::created(member.version, member))
}
