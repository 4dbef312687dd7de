//! Answers that somebody has already: `ETag` out, `If-None-Match` in.

use axum::{
    body::{Body, to_bytes},
    extract::Request,
    http::{HeaderMap, HeaderValue, Method, StatusCode, header},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest as _, Sha256};
use sild_app::Failure;

use crate::Problem;

/// So much of the digest is enough that no two answers to one reader are taken for the same.
const TAG_BYTES: usize = 16;

/// Gives what was read a weak `ETag`, and says no more than that it is unchanged to whoever names it. A strong one, which an
/// answer brings itself, is the version of one thing: it does not tell of all that the answer holds.
pub(crate) async fn not_modified(request: Request, next: Next) -> Response {
    let is_read = request.method() == Method::GET;
    let known = request.headers().get(header::IF_NONE_MATCH).cloned();
    let response = next.run(request).await;
    if !is_read || response.status() != StatusCode::OK || !is_tagged(response.headers()) {
        return response;
    }
    let (mut parts, body) = response.into_parts();
    let Ok(bytes) = to_bytes(body, usize::MAX).await else {
        return Problem::from(Failure::internal("an answer cannot be read")).into_response();
    };
    let tag = tag_of(&bytes);
    let is_known = known.is_some_and(|known| names(&known, &tag));
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        parts.headers.insert(header::ETAG, tag);
    }
    if !is_known {
        return Response::from_parts(parts, Body::from(bytes));
    }
    parts.status = StatusCode::NOT_MODIFIED;
    parts.headers.remove(header::CONTENT_TYPE);
    parts.headers.remove(header::CONTENT_LENGTH);
    Response::from_parts(parts, Body::empty())
}

/// Data without a version of its own; pages and their files say themselves how they are kept.
fn is_tagged(headers: &HeaderMap) -> bool {
    let is_data = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "application/json");
    is_data && !headers.contains_key(header::ETAG)
}

fn tag_of(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    let start = digest.get(..TAG_BYTES).unwrap_or(&digest);
    format!("W/\"{}\"", URL_SAFE_NO_PAD.encode(start))
}

/// Whether an `If-None-Match` names this tag.
fn names(known: &HeaderValue, tag: &str) -> bool {
    known.to_str().is_ok_and(|known| known.split(',').any(|one| one.trim() == tag))
}
