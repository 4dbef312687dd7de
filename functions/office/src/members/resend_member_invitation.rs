//! `POST /api/office/members/{member}/invitation`

use axum::extract::State;
use sild_app::{
    Context,
    members::{self, Member},
};
use sild_domain::MemberId;
use sild_http::{JsonBody, NoFields, Path, Problem, SettingsSession, Versioned};

/// Mails the invitation again to a member who has never signed in.
#[utoipa::path(
    post, path = "/api/office/members/{member}/invitation", tag = "office",
    request_body = NoFields,
    params(("member" = String, Path)),
    responses(
        (status = 200, description = "The member", body = Member),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn resend_member_invitation(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(member): Path<MemberId>,
    JsonBody(NoFields {}): JsonBody<NoFields>,
) -> Result<Versioned<Member>, Problem> {
    let member = members::resend_member_invitation(&cx, &session, member).await?;
    Ok(Versioned::ok(member.version, member))
}
