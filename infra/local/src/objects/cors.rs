//! The bucket's CORS rule: pages of this machine may put, get and head objects with a presigned URL.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use http::header::{self, HeaderMap, HeaderName, HeaderValue};
use http::{Method, StatusCode};

use crate::hosts::is_local_origin;

const ALLOWED_METHODS: &str = "PUT, GET, HEAD";
const EXPOSED_HEADERS: &str = "ETag";
const REQUEST_METHOD: &str = "access-control-request-method";
const REQUEST_HEADERS: &str = "access-control-request-headers";

/// Answers preflights, and lets pages of this machine read the answers.
pub(super) async fn allow_local_pages(request: Request, next: Next) -> Response {
    let origin = request.headers().get(header::ORIGIN).cloned();
    let is_preflight = request.method() == Method::OPTIONS && request.headers().contains_key(REQUEST_METHOD);
    let is_allowed = origin.as_ref().is_some_and(is_local_origin);
    if is_preflight {
        return match origin {
            Some(origin) if is_allowed && asks_for_allowed(request.headers()) => {
                let asked = request.headers().get(REQUEST_HEADERS).cloned();
                preflight(origin, asked)
            }
            _ => (StatusCode::FORBIDDEN, "CORSResponse: This CORS request is not allowed.").into_response(),
        };
    }
    let mut response = next.run(request).await;
    if let (Some(origin), true) = (origin, is_allowed) {
        let headers = response.headers_mut();
        headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
        headers.insert(header::ACCESS_CONTROL_EXPOSE_HEADERS, HeaderValue::from_static(EXPOSED_HEADERS));
        headers.append(header::VARY, HeaderValue::from_static("Origin"));
    }
    response
}

fn asks_for_allowed(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let method = text(REQUEST_METHOD);
    ALLOWED_METHODS.split(", ").any(|allowed| allowed == method)
        && text(REQUEST_HEADERS).split(',').map(str::trim).filter(|name| !name.is_empty()).all(|name| {
            let name = name.to_ascii_lowercase();
            ["content-type", "if-none-match"].contains(&name.as_str()) || name.starts_with("x-amz-")
        })
}

fn preflight(origin: HeaderValue, asked: Option<HeaderValue>) -> Response {
    let mut response = StatusCode::NO_CONTENT.into_response();
    let headers = response.headers_mut();
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    headers.insert(header::ACCESS_CONTROL_ALLOW_METHODS, HeaderValue::from_static(ALLOWED_METHODS));
    headers.insert(header::ACCESS_CONTROL_MAX_AGE, HeaderValue::from_static("600"));
    headers.insert(header::VARY, HeaderValue::from_static("Origin"));
    if let Some(asked) = asked {
        headers.insert(header::ACCESS_CONTROL_ALLOW_HEADERS, asked);
    }
    // Chromium asks for this one before a page may reach a loopback address.
    headers.insert(
        HeaderName::from_static("access-control-allow-private-network"),
        HeaderValue::from_static("true"),
    );
    response
}
