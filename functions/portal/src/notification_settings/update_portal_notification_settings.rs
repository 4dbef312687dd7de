//! `PATCH /api/portal/{office}/notification-settings`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    notification_settings::{self, PortalNotificationSettings, Switched},
};
use sild_domain::{Topic, Way};
use sild_http::{IfMatch, JsonBody, PortalSession, Problem, Versioned};
use utoipa::ToSchema;

/// What is to change of one kind of thing; what is left out stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateContactSwitches {
    /// Whether they are told by mail.
    #[schema(nullable = false)]
    pub mail: Option<bool>,
}

/// What is to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdatePortalNotificationSettings {
    /// A task waits.
    #[serde(default)]
    pub task_assigned: UpdateContactSwitches,
    /// A task still waits.
    #[serde(default)]
    pub reminder: UpdateContactSwitches,
    /// Somebody wrote on a task or a request.
    #[serde(default)]
    pub portal_message: UpdateContactSwitches,
    /// A task was taken back.
    #[serde(default)]
    pub task_withdrawn: UpdateContactSwitches,
}

impl UpdatePortalNotificationSettings {
    fn changes(&self) -> Vec<Switched> {
        [
            (Topic::TaskAssigned, &self.task_assigned),
            (Topic::Reminder, &self.reminder),
            (Topic::PortalMessage, &self.portal_message),
            (Topic::TaskWithdrawn, &self.task_withdrawn),
        ]
        .into_iter()
        .filter_map(|(topic, of)| of.mail.map(|is_on| Switched { topic, way: Way::Mail, is_on }))
        .collect()
    }
}

/// Changes what the contact who is signed in is told of.
#[utoipa::path(
    patch, path = "/api/portal/{office}/notification-settings", tag = "portal",
    request_body = UpdatePortalNotificationSettings,
    params(
        ("office" = String, Path, description = "The office"),
        ("If-Match" = String, Header, description = "The version that the change was made from"),
    ),
    responses(
        (status = 200, description = "The switches", body = PortalNotificationSettings),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_portal_notification_settings(
    State(cx): State<Context>,
    PortalSession(session): PortalSession,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdatePortalNotificationSettings>,
) -> Result<Versioned<PortalNotificationSettings>, Problem> {
    let changes = body.changes();
    let settings =
        notification_settings::update_portal_notification_settings(&cx, &session, version, &changes).await?;
    Ok(Versioned::ok(settings.version, settings))
}
