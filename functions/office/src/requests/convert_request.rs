//! `POST /api/office/requests/{request}/convert`

use axum::{Json, extract::State, http::StatusCode};
use jiff::civil::Date;
use serde::Deserialize;
use sild_app::{
    Context,
    requests::{self, Conversion, Request},
};
use sild_domain::{Description, MemberId, RequestId, Title};
use sild_http::{Create, OfficeSession, Path, Problem};
use utoipa::ToSchema;

use crate::tasks::create_task::NewLine;

/// What the task is to be; what is left out comes from the request.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ConvertRequest {
    /// What it is called; the request's subject unless told.
    pub title: Option<Title>,
    /// What is to be done, in full; the request's text unless told.
    pub description: Option<Description>,
    /// The deadline, in the office's time zone.
    #[schema(value_type = Option<String>, format = Date)]
    pub due: Option<Date>,
    /// The lines of its checklist.
    #[serde(default)]
    pub checklist: Vec<NewLine>,
    /// Whether contacts may tick the checklist.
    #[serde(default)]
    pub client_may_tick: bool,
    /// Whether the client's done completes it.
    #[serde(default)]
    pub auto_complete: bool,
    /// Who works on it.
    pub assignee_id: Option<MemberId>,
}

/// Changes a request into a task with its thread, once (S47). The task is not assigned to the client by this.
#[utoipa::path(
    post, path = "/api/office/requests/{request}/convert", tag = "office",
    params(("request" = String, Path), ("Idempotency-Key" = Option<String>, Header, description = "A repeat with the same key gives the first answer")),
    request_body = ConvertRequest,
    responses(
        (status = 201, description = "The request, which names its task", body = Request),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn convert_request(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(request): Path<RequestId>,
    Create { body, creation }: Create<ConvertRequest>,
) -> Result<(StatusCode, Json<Request>), Problem> {
    let new = Conversion {
        title: body.title,
        description: body.description,
        due: body.due,
        checklist: body.checklist.into_iter().map(|line| line.text).collect(),
        client_may_tick: body.client_may_tick,
        auto_complete: body.auto_complete,
        assignee_id: body.assignee_id,
    };
    let request = requests::convert_request(&cx, &session, request, new, &creation).await?;
    Ok((StatusCode::CREATED, Json(request)))
}
