//! `POST /api/office/requests/{request}/messages`

use axum::{Json, extract::State, http::StatusCode};
use sild_app::{
    Context,
    threads::{self, Message, NewMessage},
};
use sild_domain::RequestId;
use sild_http::{Create, OfficeSession, Path, Problem};

use crate::tasks::post_message::PostMessage;

/// Writes an internal comment, or a message that the client sees and that answers the request.
#[utoipa::path(
    post, path = "/api/office/requests/{request}/messages", tag = "office",
    params(("request" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = PostMessage,
    responses(
        (status = 201, description = "The message", body = Message),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn post_request_message(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(request): Path<RequestId>,
    Create { body, creation }: Create<PostMessage>,
) -> Result<(StatusCode, Json<Message>), Problem> {
    let new = NewMessage {
        visibility: body.visibility,
        text: body.text,
        reply_to: body.reply_to,
        file_ids: body.file_ids,
    };
    let message = threads::post_message(&cx, &session, request.into(), new, &creation).await?;
    Ok((StatusCode::CREATED, Json(message)))
}
