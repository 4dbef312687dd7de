//! Who is at the other end: the host that the browser asked for and its network address. Behind the edge both arrive in
//! headers, which are trusted only together with the origin secret.

use std::sync::Arc;

use axum::{
    extract::{FromRequestParts, MatchedPath, Request, State},
    http::{HeaderMap, Method, StatusCode, header, request::Parts},
    middleware::Next,
    response::{IntoResponse, Response},
};
use sild_app::{Context, secrets};

use crate::Problem;

/// The host and address of the viewer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Viewer {
    /// As in the address bar, with port, lower case; empty if the request names none.
    pub host: String,
    /// The network address: as the edge says, or the last one that was passed on, which API Gateway adds itself;
    /// `unknown` where there is neither.
    pub address: String,
}

impl Viewer {
    /// Reads the viewer out of a request's headers.
    #[must_use]
    pub fn of(headers: &HeaderMap, cx: &Context) -> Self {
        let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
        let is_trusted = match (&cx.config.origin_secret, text("x-origin-secret")) {
            (Some(secret), Some(given)) => secrets::are_equal(secret, given),
            _ => false,
        };
        let host = is_trusted.then(|| text("x-viewer-host")).flatten().or_else(|| text("host"));
        let passed_on = text("x-forwarded-for").and_then(|hops| hops.rsplit(',').next()).map(str::trim);
        let address = is_trusted.then(|| text("x-viewer-address")).flatten().or(passed_on);
        Self {
            host: host.unwrap_or_default().to_ascii_lowercase(),
            address: address.unwrap_or("unknown").to_owned(),
        }
    }
}

impl FromRequestParts<Context> for Viewer {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, cx: &Context) -> Result<Self, Problem> {
        Ok(Self::of(&parts.headers, cx))
    }
}

/// What the viewer signs in with, in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OnDevice(pub Option<String>);

impl<S: Send + Sync> FromRequestParts<S> for OnDevice {
    type Rejection = std::convert::Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Self::Rejection> {
        let agent = parts.headers.get(header::USER_AGENT).and_then(|value| value.to_str().ok());
        Ok(Self(agent.and_then(sild_domain::device_words)))
    }
}

/// Refuses writes that another site's page sends: `Origin` must name the host that was asked.
///
/// A form of a page that gives no referrer sends `null` as its origin. Then `Sec-Fetch-Site`, which no script can set, says
/// whether the form was the host's own.
///
/// The paths of `open` take a write from anywhere: a mail program that presses a button of its own sends no origin.
pub async fn check_origin(
    State((cx, open)): State<(Context, Arc<[String]>)>,
    request: Request,
    next: Next,
) -> Response {
    let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
    let path = request.extensions().get::<MatchedPath>();
    let is_open = path.is_some_and(|path| open.iter().any(|one| one == path.as_str()));
    if is_read || is_open || is_own_origin(request.headers(), &cx) {
        return next.run(request).await;
    }
    Problem::new(StatusCode::FORBIDDEN, "wrong_origin", "Writes are taken from the app's own pages only.")
        .into_response()
}

fn is_own_origin(headers: &HeaderMap, cx: &Context) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    match text("origin") {
        None => false,
        Some("null") => text("sec-fetch-site") == Some("same-origin"),
        Some(origin) => {
            let host = Viewer::of(headers, cx).host;
            origin.split_once("://").is_some_and(|(scheme, authority)| {
                matches!(scheme, "https" | "http")
                    && !host.is_empty()
                    && authority.eq_ignore_ascii_case(&host)
            })
        }
    }
}
