//! `PATCH /api/office/profile`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    members::{self, Profile, ProfileEdit},
};
use sild_domain::{Language, PersonName};
use sild_http::{IfMatch, JsonBody, OfficeSession, Problem, Versioned};
use utoipa::ToSchema;

/// What is to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateOwnProfile {
    /// The name, as clients read it under messages.
    #[schema(nullable = false)]
    pub name: Option<PersonName>,
    /// The language of the app and of mails.
    #[schema(nullable = false)]
    pub language: Option<Language>,
}

/// Changes the name and the language of the member who is signed in.
#[utoipa::path(
    patch, path = "/api/office/profile", tag = "office",
    request_body = UpdateOwnProfile,
    params(("If-Match" = String, Header, description = "The version that the change was made from")),
    responses(
        (status = 200, description = "The member", body = Profile),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_own_profile(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdateOwnProfile>,
) -> Result<Versioned<Profile>, Problem> {
    let edit = ProfileEdit { name: body.name, language: body.language };
    let profile = members::update_own_profile(&cx, &session, version, edit).await?;
    Ok(Versioned::ok(profile.version, profile))
}
