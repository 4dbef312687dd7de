//! The pages of a link, and the one page of every link that leads to nothing.

use axum::{
    http::{HeaderMap, StatusCode, header},
    response::{Html, IntoResponse, Response},
};
use sild_app::{Failure, portal_page::Page, unsubscribing::no_such_link};
use sild_domain::Language;
use sild_http::Problem;

/// The page, or that there is no such link, in the language that the browser likes best.
pub(super) fn answer(found: Result<Page, Failure>, headers: &HeaderMap) -> Result<Response, Problem> {
    match found {
        Ok(page) => Ok(secured(StatusCode::OK, page)),
        Err(Failure::NotFound) => {
            let preferred = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
            let language = preferred.and_then(Language::from_accept_language).unwrap_or_default();
            Ok(secured(StatusCode::NOT_FOUND, no_such_link(language)))
        }
        Err(failure) => Err(failure.into()),
    }
}

fn secured(status: StatusCode, Page { html, style_hash }: Page) -> Response {
    let policy = format!(
        "default-src 'none'; style-src '{style_hash}'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    );
    let headers =
        [(header::CONTENT_SECURITY_POLICY, policy), (header::REFERRER_POLICY, "no-referrer".to_owned())];
    (status, headers, Html(html)).into_response()
}
