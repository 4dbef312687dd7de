//! `GET /api/office/settings`

use sild_app::office_settings::OfficeSettings;
use sild_http::{OfficeSession, Problem, Versioned};

/// The settings of the office, for every member.
#[utoipa::path(
    get, path = "/api/office/settings", tag = "office",
    responses(
        (status = 200, description = "The settings", body = OfficeSettings),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_office_settings(
    OfficeSession(session): OfficeSession,
) -> Result<Versioned<OfficeSettings>, Problem> {
    let settings = OfficeSettings::of(&session.office);
    Ok(Versioned::ok(settings.version, settings))
}
