//! Answers with a version.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use sild_store::Version;

/// A body and its `ETag`.
#[derive(Debug)]
pub struct Versioned<T> {
    status: StatusCode,
    version: Version,
    body: T,
}

impl<T> Versioned<T> {
    /// 200 with this version.
    pub const fn ok(version: Version, body: T) -> Self {
        Self { status: StatusCode::OK, version, body }
    }

    /// 201 with this version.
    pub const fn created(version: Version, body: T) -> Self {
        Self { status: StatusCode::CREATED, version, body }
    }
}

impl<T: Serialize> IntoResponse for Versioned<T> {
    fn into_response(self) -> Response {
        let mut response = (self.status, Json(self.body)).into_response();
        if let Ok(etag) = HeaderValue::from_str(&format!("\"{}\"", self.version)) {
            response.headers_mut().insert(header::ETAG, etag);
        }
        response
    }
}
