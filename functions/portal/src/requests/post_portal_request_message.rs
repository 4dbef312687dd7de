//! `POST /api/portal/{office}/clients/{client}/requests/{request}/messages`

use axum::{Json, extract::State, http::StatusCode};
use sild_app::{
    Context,
    threads::{self, NewPortalMessage, PortalMessage},
};
use sild_http::{ContactClient, Create, Problem};

use super::path::InRequest;
use crate::tasks::post_portal_message::PostPortalMessage;

/// Writes to the office: an answered or closed request waits for it again (S48).
#[utoipa::path(
    post, path = "/api/portal/{office}/clients/{client}/requests/{request}/messages", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("request" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = PostPortalMessage,
    responses(
        (status = 201, description = "The message", body = PortalMessage),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn post_portal_request_message(
    State(cx): State<Context>,
    ContactClient { session, scope }: ContactClient,
    InRequest(request): InRequest,
    Create { body, creation }: Create<PostPortalMessage>,
) -> Result<(StatusCode, Json<PortalMessage>), Problem> {
    let new = NewPortalMessage { text: body.text, reply_to: body.reply_to, file_ids: body.file_ids };
    let message = threads::post_portal_message(&cx, &session, scope, request.into(), new, &creation).await?;
    Ok((StatusCode::CREATED, Json(message)))
}
