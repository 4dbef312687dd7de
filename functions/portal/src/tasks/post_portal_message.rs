//! `POST /api/portal/{office}/clients/{client}/tasks/{task}/messages`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    threads::{self, NewPortalMessage, PortalMessage},
};
use sild_domain::{Body, FileId, MessageId};
use sild_http::{ContactClient, Create, Problem};
use utoipa::ToSchema;

use super::path::InTask;

/// A new message.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PostPortalMessage {
    /// What it says.
    pub text: Body,
    /// Stored files of the thread that come with it.
    #[serde(default)]
    pub file_ids: Vec<FileId>,
    /// The message that it answers.
    pub reply_to: Option<MessageId>,
}

/// Writes to the office (S35).
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/tasks/{task}/messages", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("task" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = PostPortalMessage,
    responses(
        (status = 201, description = "The message", body = PortalMessage),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn post_portal_message(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InTask(task): InTask,
    Create { body, creation }: Create<PostPortalMessage>,
) -> Result<(StatusCode, Json<PortalMessage>), Problem> {
    let new = NewPortalMessage { text: body.text, reply_to: body.reply_to, file_ids: body.file_ids };
    let message = threads::post_portal_message(&cx, &session, scope, task.into(), new, &creation).await?;
    Ok((StatusCode::CREATED, Json(message)))
}
