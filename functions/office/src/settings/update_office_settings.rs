//! `PATCH /api/office/settings`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context, Patch,
    office_settings::{self, OfficeSettings, OfficeSettingsEdit},
};
use sild_domain::ReminderRule;
use sild_http::{IfMatch, JsonBody, Problem, SettingsSession, Versioned};
use utoipa::ToSchema;

/// What changes; a field that is not there stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateOfficeSettings {
    /// Whether files of clients may be sent to be digitised.
    pub digitisation_is_on: Option<bool>,
    /// When contacts are reminded of tasks that say nothing else; `null` is never.
    #[serde(default)]
    #[schema(value_type = Option<ReminderRule>)]
    pub reminders: Patch<ReminderRule>,
    /// The full hour of the office's day at which reminders leave.
    #[schema(minimum = 0, maximum = 23)]
    pub reminder_hour: Option<u8>,
}

/// Changes the settings of the office: digitisation (S59) and reminders (S62).
#[utoipa::path(
    patch, path = "/api/office/settings", tag = "office",
    params(("If-Match" = String, Header, description = "The version that the change was made from")),
    request_body = UpdateOfficeSettings,
    responses(
        (status = 200, description = "The settings", body = OfficeSettings),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_office_settings(
    State(cx): State<Context>,
    SettingsSession(session): SettingsSession,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdateOfficeSettings>,
) -> Result<Versioned<OfficeSettings>, Problem> {
    let edit = OfficeSettingsEdit {
        digitisation_is_on: body.digitisation_is_on,
        reminders: body.reminders,
        reminder_hour: body.reminder_hour,
    };
    let settings = office_settings::update_office_settings(&cx, &session, version, edit).await?;
    Ok(Versioned::ok(settings.version, settings))
}
