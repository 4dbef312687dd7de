//! Keeps pages from elsewhere away from the control surface, also when their name resolves to this machine.

use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use http::{Method, StatusCode, header};

use super::problem;
use crate::hosts::{is_local_origin, local_host};

/// Refuses other hosts, other origins, and bodies that a form could send.
pub(super) async fn this_machine_only(request: Request, next: Next) -> Response {
    let headers = request.headers();
    let host = headers.get(header::HOST).and_then(|value| value.to_str().ok()).or(request.uri().host());
    if host.and_then(local_host).is_none() {
        return problem(
            StatusCode::FORBIDDEN,
            "foreign_host",
            "The control surface answers on localhost only.",
        );
    }
    if request.method() != Method::GET && request.method() != Method::HEAD {
        let is_foreign = headers.get(header::ORIGIN).is_some_and(|origin| !is_local_origin(origin));
        if is_foreign {
            return problem(
                StatusCode::FORBIDDEN,
                "foreign_origin",
                "Only pages of this machine may do this.",
            );
        }
        let is_json = headers
            .get(header::CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .and_then(|value| value.split(';').next())
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"));
        if !is_json {
            return problem(StatusCode::UNSUPPORTED_MEDIA_TYPE, "media_type", "Send application/json.");
        }
    }
    next.run(request).await
}
