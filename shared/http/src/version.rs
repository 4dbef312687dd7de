//! Versions: `If-Match` in, `ETag` out.

use axum::{
    extract::FromRequestParts,
    http::{StatusCode, header, request::Parts},
};
use sild_store::Version;

use crate::Problem;

/// The version that a change was made from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IfMatch(pub Version);

impl<S: Send + Sync> FromRequestParts<S> for IfMatch {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        let Some(value) = parts.headers.get(header::IF_MATCH) else {
            return Err(Problem::new(
                StatusCode::PRECONDITION_REQUIRED,
                "version_required",
                "Send If-Match with the version that you read.",
            ));
        };
        value
            .to_str()
            .ok()
            .and_then(|text| text.strip_prefix('"')?.strip_suffix('"')?.parse().ok())
            .map(Self)
            .ok_or_else(|| {
                Problem::new(
                    StatusCode::PRECONDITION_FAILED,
                    "version_mismatch",
                    "If-Match is not a version of this; read it again.",
                )
            })
    }
}
