//! `POST /api/office/members/{member}/reactivate`

use axum::extract::State;
use sild_app::{
    Context,
    members::{self, Member},
};
use sild_domain::MemberId;
use sild_http::{JsonBody, NoFields, Path, Problem, SettingsSession, Versioned};

/// Lets a deactivated member sign in again.
#[utoipa::path(
    post, path = "/api/office/members/{member}/reactivate", tag = "office",
    request_body = NoFields,
    params(("member" = String, Path)),
    responses(
        (status = 200, description = "The member", body = Member),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn reactivate_member(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    Path(member): Path<MemberId>,
    JsonBody(NoFields {}): JsonBody<NoFields>,
) -> Result<Versioned<Member>, Problem> {
    let member = members::reactivate_member(&cx, &session, member).await?;
    Ok(Versioned::ok(member.version, member))
}
