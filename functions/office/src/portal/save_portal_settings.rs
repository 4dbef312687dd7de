//! `PUT /api/office/portal`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    portal_settings::{self, NewPortalSettings, PortalSettings},
};
use sild_domain::{Colour, CompanyName, ShortText};
use sild_http::{IfMatch, JsonBody, Problem, SettingsSession, Versioned};
use utoipa::ToSchema;

/// What the settings are to be; what is left out gets its default.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SavePortalSettings {
    /// The name in the portal's address, as typed; it is brought into its normal form. Mandatory.
    #[schema(required, nullable = false)]
    pub slug: Option<String>,
    /// The portal's name as clients read it. Mandatory.
    #[schema(required, nullable = false, value_type = String)]
    pub name: Option<CompanyName>,
    /// The brand colour.
    pub colour: Option<Colour>,
    /// What the login page says below the name.
    #[schema(value_type = Option<String>)]
    pub description: Option<ShortText>,
}

/// Makes the portal the first time, and changes it later.
#[utoipa::path(
    put, path = "/api/office/portal", tag = "office",
    request_body = SavePortalSettings,
    params(("If-Match" = String, Header, description = "The version that the change was made from")),
    responses(
        (status = 200, description = "The settings", body = PortalSettings),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn save_portal_settings(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<SavePortalSettings>,
) -> Result<Versioned<PortalSettings>, Problem> {
    let new = NewPortalSettings {
        slug: body.slug,
        name: body.name,
        colour: body.colour,
        description: body.description,
    };
    let settings = portal_settings::save_portal_settings(&cx, &session, version, new).await?;
    Ok(Versioned::ok(settings.version, settings))
}
