//! `GET /api/office/requests/{request}`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    requests::{self, Request},
};
use sild_domain::RequestId;
use sild_http::{OfficeSession, Path, Problem};

/// A request with its whole thread, internal and portal.
#[utoipa::path(
    get, path = "/api/office/requests/{request}", tag = "office",
    params(("request" = String, Path)),
    responses(
        (status = 200, description = "The request", body = Request),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_request(
    State(cx): State<Context>,
    OfficeSession(session): OfficeSession,
    Path(request): Path<RequestId>,
) -> Result<Json<Request>, Problem> {
    Ok(Json(requests::get_request(&cx, &session, request).await?))
}
