//! `PATCH /api/office/notification-settings`

use axum::extract::State;
use serde::Deserialize;
use sild_app::{
    Context,
    notification_settings::{self, NotificationSettings, Switched},
};
use sild_domain::{Topic, Way};
use sild_http::{IfMatch, JsonBody, OfficeSession, Problem, Versioned};
use utoipa::ToSchema;

/// What is to change of one kind of thing; what is left out stays.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateMemberSwitches {
    /// Whether they are told by mail.
    #[schema(nullable = false)]
    pub mail: Option<bool>,
    /// Whether they are told in the app.
    #[schema(nullable = false)]
    pub in_app: Option<bool>,
}

/// What is to change; what is left out stays.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct UpdateNotificationSettings {
    /// A contact sent a request.
    #[serde(default)]
    pub new_request: UpdateMemberSwitches,
    /// Somebody wrote in the portal.
    #[serde(default)]
    pub portal_message: UpdateMemberSwitches,
    /// A contact uploaded a file.
    #[serde(default)]
    pub client_file: UpdateMemberSwitches,
    /// A contact finished a task.
    #[serde(default)]
    pub client_done: UpdateMemberSwitches,
}

impl UpdateNotificationSettings {
    fn changes(&self) -> Vec<Switched> {
        [
            (Topic::NewRequest, &self.new_request),
            (Topic::PortalMessage, &self.portal_message),
            (Topic::ClientFile, &self.client_file),
            (Topic::ClientDone, &self.client_done),
        ]
        .into_iter()
        .flat_map(|(topic, of)| [(topic, Way::Mail, of.mail), (topic, Way::App, of.in_app)])
        .filter_map(|(topic, way, is_on)| is_on.map(|is_on| Switched { topic, way, is_on }))
        .collect()
    }
}

/// Changes what the member who is signed in is told of.
#[utoipa::path(
    patch, path = "/api/office/notification-settings", tag = "office",
    request_body = UpdateNotificationSettings,
    params(("If-Match" = String, Header, description = "The version that the change was made from")),
    responses(
        (status = 200, description = "The switches", body = NotificationSettings),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn update_notification_settings(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    IfMatch(version): IfMatch,
    JsonBody(body): JsonBody<UpdateNotificationSettings>,
) -> Result<Versioned<NotificationSettings>, Problem> {
    let changes = body.changes();
    let settings =
        notification_settings::update_notification_settings(&cx, &session, version, &changes).await?;
    Ok(Versioned::ok(settings.version, settings))
}
