//! What the path names below a client: a request, and something of it.

use axum::{extract::FromRequestParts, http::request::Parts};
use sild_domain::{FileId, RequestId};
use sild_http::{Problem, path::part};

/// The request of the path.
#[derive(Debug, Clone, Copy)]
pub struct InRequest(pub RequestId);

/// The file of the path's request.
#[derive(Debug, Clone, Copy)]
pub struct InRequestFile(pub RequestId, pub FileId);

impl<S: Send + Sync> FromRequestParts<S> for InRequest {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Ok(Self(part(parts, "request").await?))
    }
}

impl<S: Send + Sync> FromRequestParts<S> for InRequestFile {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        Ok(Self(part(parts, "request").await?, part(parts, "file").await?))
    }
}
