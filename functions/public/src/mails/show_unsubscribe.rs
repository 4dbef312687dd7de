//! `GET /api/unsubscribe/{token}`

use axum::{extract::State, http::HeaderMap, response::Response};
use sild_app::{Context, unsubscribing};
use sild_http::{Path, Problem};

use super::replies::answer;

/// The page of a link that stops mails: it asks, and changes nothing.
#[utoipa::path(
    get, path = "/api/unsubscribe/{token}", tag = "public",
    params(("token" = String, Path, description = "The token of the link")),
    responses(
        (status = 200, description = "The page", content_type = "text/html"),
        (status = 404, description = "The link leads to nothing", content_type = "text/html"),
    ),
)]
pub async fn show_unsubscribe(
    State(cx): State<Context>,
    Path(token): Path<String>,
    headers: HeaderMap,
) -> Result<Response, Problem> {
    answer(unsubscribing::show_unsubscribe(&cx, &token).await, &headers)
}
