//! The page at `/_local/`: the mail program, clock and schedules of one machine.

use axum::response::{IntoResponse, Redirect, Response};
use http::header;

use crate::state::Mail;

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; \
    frame-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/// Mails bring their own styles and pictures, and nothing else.
const MAIL_POLICY: &str = "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; \
    style-src 'unsafe-inline'; img-src data: http: https:; base-uri 'self'; form-action 'none'; \
    frame-ancestors 'self'";

pub(super) async fn to_page() -> Redirect {
    Redirect::permanent("/_local/")
}

pub(super) async fn page() -> Response {
    asset("text/html; charset=utf-8", include_str!("page.html"))
}

pub(super) async fn styles() -> Response {
    asset("text/css; charset=utf-8", include_str!("page.css"))
}

pub(super) async fn script() -> Response {
    asset("text/javascript; charset=utf-8", include_str!("page.js"))
}

fn asset(kind: &'static str, body: impl IntoResponse) -> Response {
    (
        [
            (header::CONTENT_TYPE, kind),
            (header::CACHE_CONTROL, "no-cache"),
            (header::CONTENT_SECURITY_POLICY, POLICY),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
        ],
        body,
    )
        .into_response()
}

/// A page of the control surface that is made for its request.
pub(super) fn document(body: String) -> Response {
    asset("text/html; charset=utf-8", body)
}

pub(super) fn stylesheet(body: &'static str) -> Response {
    asset("text/css; charset=utf-8", body)
}

pub(super) fn mail_document(mail: &Mail) -> Response {
    framed(&mail.html)
}

/// A mail for a frame: no script runs in it, and its links open beside it.
pub(super) fn framed(html: &str) -> Response {
    let body = with_base(html);
    (
        [
            (header::CONTENT_TYPE, "text/html; charset=utf-8"),
            (header::CACHE_CONTROL, "no-store"),
            (header::CONTENT_SECURITY_POLICY, MAIL_POLICY),
            (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
            (header::REFERRER_POLICY, "no-referrer"),
        ],
        body,
    )
        .into_response()
}

/// Lets the mail's links open in a tab of their own, as in a mail program.
fn with_base(html: &str) -> String {
    const BASE: &str = "<base target=\"_blank\">";
    let head = html.to_ascii_lowercase().find("<head>").and_then(|place| place.checked_add("<head>".len()));
    match head.and_then(|place| html.split_at_checked(place)) {
        Some((before, after)) => format!("{before}{BASE}{after}"),
        None => format!("{BASE}{html}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_of_a_mail_open_beside_it() {
        assert_eq!(with_base("<html><head><title>T"), "<html><head><base target=\"_blank\"><title>T");
        assert_eq!(with_base("<p>õ"), "<base target=\"_blank\"><p>õ");
    }
}
