//! `DELETE /api/office/sessions/{session}`

use axum::{extract::State, http::StatusCode};
use sild_app::{Context, members};
use sild_domain::SessionId;
use sild_http::{OfficeSession, Path, Problem};

/// Signs the member who is signed in out in one browser, wherever it is.
#[utoipa::path(
    delete, path = "/api/office/sessions/{session}", tag = "office",
    params(("session" = String, Path)),
    responses(
        (status = 204, description = "The session has ended"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn end_one_office_session(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(id): Path<SessionId>,
) -> Result<StatusCode, Problem> {
    members::end_one_office_session(&cx, &session, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
