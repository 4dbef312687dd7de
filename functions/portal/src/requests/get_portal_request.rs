//! `GET /api/portal/{office}/clients/{client}/requests/{request}`

use axum::{Json, extract::State};
use sild_app::{
    Context,
    requests::{self, PortalRequest},
};
use sild_http::{ContactClient, Problem};

use super::path::InRequest;

/// A request with everything that contacts see of it.
#[utoipa::path(
    get, path = "/api/portal/{office}/clients/{client}/requests/{request}", tag = "portal",
    params(("office" = String, Path), ("client" = String, Path), ("request" = String, Path)),
    responses(
        (status = 200, description = "The request", body = PortalRequest),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn get_portal_request(
    State(cx): State<Context>,
    ContactClient { scope, .. }: ContactClient,
    InRequest(request): InRequest,
) -> Result<Json<PortalRequest>, Problem> {
    Ok(Json(requests::get_portal_request(&cx, scope, request).await?))
}
