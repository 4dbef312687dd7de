//! `PATCH /api/portal/{office}/profile`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context, Patch,
    portal_profile::{self, PortalProfile, PortalProfileEdit},
};
use sild_domain::{Language, PersonName, Phone};
use sild_http::{IfMatch, JsonBody, PortalSession, Problem, Versioned};
use utoipa::ToSchema;

/// What is to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdatePortalProfile {
    /// The name, as their accountants read it.
    #[schema(nullable = false, value_type = Option<String>)]
    pub name: Option<PersonName>,
    /// Where they can be called; `null` removes it.
    #[serde(default)]
    #[schema(value_type = Option<String>)]
    pub phone: Patch<Phone>,
    /// The language of the portal and of mails.
    #[schema(nullable = false)]
    pub language: Option<Language>,
}

/// Changes name, telephone number and language of the contact who is signed in; members see what was changed.
#[utoipa::path(
    patch, path = "/api/portal/{office}/profile", tag = "portal",
    request_body = UpdatePortalProfile,
    params(
        ("office" = String, Path),
        ("If-Match" = String, Header, description = "The version that the change was made from"),
    ),
    responses(
        (status = 200, description = "The contact", body = PortalProfile),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_portal_profile(
    State(cx): State<Context>,
    PortalSession(session): PortalSession,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdatePortalProfile>,
) -> Result<Versioned<PortalProfile>, Problem> {
    let edit = PortalProfileEdit { name: body.name, phone: body.phone, language: body.language };
    let profile = portal_profile::update_portal_profile(&cx, &session, version, edit).await?;
    Ok(Versioned::ok(profile.version, profile))
}
