//! `POST /api/unsubscribe/{token}`

use axum::{
    extract::{Request, State},
    response::Response,
};
use serde::Deserialize;
use sild_app::{
    Context,
    unsubscribing::{self, Wanted},
};
use sild_http::{Path, Problem, body::read_bytes};

use super::replies::answer;

/// What the form of the page says. A mail program says `List-Unsubscribe=One-Click`, in a form of either encoding.
#[derive(Debug, Default, Deserialize)]
struct Form {
    #[serde(default)]
    mails: String,
}

/// Stops the mails of a link, for a mail program (RFC 8058) and for the form of the page, which can also say `mails=on`. The
/// token is all the authority that it takes: there is no session, and mail programs send no `Origin`.
#[utoipa::path(
    post, path = "/api/unsubscribe/{token}", tag = "public",
    params(("token" = String, Path, description = "The token of the link")),
    request_body(content = String, content_type = "application/x-www-form-urlencoded"),
    responses(
        (status = 200, description = "The page, which says what was switched", content_type = "text/html"),
        (status = 404, description = "The link leads to nothing", content_type = "text/html"),
        (status = "default", description = "A problem", body = Problem, content_type = "application/problem+json"),
    ),
)]
pub async fn unsubscribe(
    State(cx): State<Context>,
    Path(token): Path<String>,
    request: Request,
) -> Result<Response, Problem> {
    let headers = request.headers().clone();
    let bytes = read_bytes(request, &cx).await?;
    let form = serde_urlencoded::from_bytes::<Form>(&bytes).unwrap_or_default();
    let wanted = if form.mails == "on" { Wanted::On } else { Wanted::Off };
    answer(unsubscribing::unsubscribe(&cx, &token, wanted).await, &headers)
}
