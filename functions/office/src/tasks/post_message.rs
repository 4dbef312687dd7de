//! `POST /api/office/tasks/{task}/messages`

use axum::{Json, extract::State, http::StatusCode};
use serde::Deserialize;
use sild_app::{
    Context,
    threads::{self, Message, NewMessage},
};
use sild_domain::{Body, FileId, MessageId, TaskId, Visibility};
use sild_http::{Create, OfficeSession, Path, Problem};
use utoipa::ToSchema;

/// A new message.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PostMessage {
    /// Who sees it; there is no default over the wire, so that nothing leaves by leaving something out (S38).
    pub visibility: Visibility,
    /// What it says.
    pub text: Body,
    /// Stored files of the thread that come with it.
    #[serde(default)]
    pub file_ids: Vec<FileId>,
    /// The message that it answers.
    pub reply_to: Option<MessageId>,
}

/// Writes an internal comment, or a message that the client sees.
#[utoipa::path(
    post, path = "/api/office/tasks/{task}/messages", tag = "office",
    params(("task" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = PostMessage,
    responses(
        (status = 201, description = "The message", body = Message),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn post_message(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(task): Path<TaskId>,
    Create { body, creation }: Create<PostMessage>,
) -> Result<(StatusCode, Json<Message>), Problem> {
    let new = NewMessage {
        visibility: body.visibility,
        text: body.text,
        reply_to: body.reply_to,
        file_ids: body.file_ids,
    };
    let message = threads::post_message(&cx, &session, task.into(), new, &creation).await?;
    Ok((StatusCode::CREATED, Json(message)))
}
