//! Errors as RFC 9457 `application/problem+json`.

use axum::{
    Json,
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use serde::Serialize;
use sild_app::Failure;
use utoipa::ToSchema;

/// What went wrong. `code` is for programs, `detail` for people.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Problem {
    /// Always `about:blank`: `code` tells problems apart.
    #[serde(rename = "type")]
    #[schema(example = "about:blank")]
    pub kind: &'static str,
    /// The status in words.
    #[schema(example = "Conflict")]
    pub title: &'static str,
    /// The HTTP status.
    #[schema(example = 409)]
    pub status: u16,
    /// A stable code.
    #[schema(example = "portal_closed")]
    pub code: &'static str,
    /// What failed and what to do.
    #[schema(example = "The client's portal is closed; open it first.")]
    pub detail: String,
    /// The fields that cannot be taken, if any.
    pub errors: Vec<FieldProblem>,
    /// After how many seconds to try again.
    #[serde(skip)]
    pub retry_after_seconds: Option<u32>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct FieldProblem {
    /// JSON pointer into the request, such as `/due`.
    #[schema(example = "/due")]
    pub pointer: String,
    /// A stable code.
    #[schema(example = "required")]
    pub code: &'static str,
}

/// What is said of a field that is above its limit.
const TOO_LARGE: [(&str, &str); 3] = [
    (
        "file_too_large",
        "A file may have at most 10 MB (10,485,760 bytes). Make it smaller, split it, or send a link.",
    ),
    ("picture_too_large", "A picture may have at most 1 MB (1,048,576 bytes). Save it with fewer pixels."),
    ("video_too_large", "A welcome video may have at most 20 MB (20,971,520 bytes). Save it smaller."),
];

impl Problem {
    /// A problem of this status and code.
    pub fn new(status: StatusCode, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind: "about:blank",
            title: status.canonical_reason().unwrap_or("Error"),
            status: status.as_u16(),
            code,
            detail: detail.into(),
            errors: Vec::new(),
            retry_after_seconds: None,
        }
    }

    /// The one answer for what is foreign, hidden, malformed or never was.
    #[must_use]
    pub fn not_found() -> Self {
        Self::new(StatusCode::NOT_FOUND, "not_found", "There is nothing here, or it is not yours to see.")
    }

    /// The request cannot be read.
    pub fn malformed(detail: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "malformed_request", detail)
    }

    /// Values of the request cannot be taken.
    #[must_use]
    pub fn invalid(errors: Vec<FieldProblem>) -> Self {
        let too_large =
            errors.iter().find_map(|error| TOO_LARGE.iter().find(|(code, _)| *code == error.code));
        let problem = match too_large {
            Some((_, detail)) => Self::new(StatusCode::PAYLOAD_TOO_LARGE, "file_too_large", *detail),
            None => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "invalid_value",
                "Some values cannot be taken; see `errors`.",
            ),
        };
        Self { errors, ..problem }
    }
}

impl From<Failure> for Problem {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::NotSignedIn => Self::new(
                StatusCode::UNAUTHORIZED,
                "not_signed_in",
                "You are not signed in, or not any more.",
            ),
            Failure::RoleRequired => Self::new(
                StatusCode::FORBIDDEN,
                "role_required",
                "This takes an admin or the owner of the office.",
            ),
            Failure::SignUpClosed => {
                Self::new(StatusCode::FORBIDDEN, "sign_up_closed", "This deployment takes no new offices.")
            }
            Failure::NotFound => Self::not_found(),
            Failure::Conflict(conflict) => {
                Self::new(StatusCode::CONFLICT, conflict.code(), conflict.to_string())
            }
            Failure::VersionMismatch => Self::new(
                StatusCode::PRECONDITION_FAILED,
                "version_mismatch",
                "Somebody changed this since you read it; read it again.",
            ),
            Failure::Invalid(errors) => Self::invalid(
                errors
                    .into_iter()
                    .map(|error| FieldProblem { pointer: error.pointer, code: error.code })
                    .collect(),
            ),
            Failure::IdempotencyKeyReused => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "idempotency_key_reused",
                "This Idempotency-Key came with another request before; use a new one.",
            ),
            Failure::TooManyRequests { retry_after_seconds } => Self {
                retry_after_seconds: Some(retry_after_seconds),
                ..Self::new(
                    StatusCode::TOO_MANY_REQUESTS,
                    "too_many_requests",
                    "Too many tries; wait a little.",
                )
            },
            Failure::Internal(cause) => {
                tracing::error!(cause, "request failed");
                Self::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "internal_error",
                    "Something went wrong on our side; nothing was changed.",
                )
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let retry_after = self.retry_after_seconds;
        let mut response = (status, Json(self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = retry_after {
            headers.insert(header::RETRY_AFTER, seconds.into());
        }
        response
    }
}
