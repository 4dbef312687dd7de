//! Answers in the shape of AWS's REST-JSON services.

use axum::response::{IntoResponse, Response};
use http::StatusCode;
use serde_json::{Value, json};

pub(crate) fn ok(body: &Value) -> Response {
    answer(StatusCode::OK, body)
}

/// An error whose `kind` the SDK turns into its typed variant.
pub(crate) fn error(status: StatusCode, kind: &'static str, message: &str) -> Response {
    let body = json!({ "message": message, "Message": message });
    let mut response = answer(status, &body);
    response.headers_mut().insert("x-amzn-errortype", http::HeaderValue::from_static(kind));
    response
}

/// The cloud's own records failed: said in the log, and to the client as AWS would.
pub(crate) fn internal(cause: &rusqlite::Error) -> Response {
    tracing::error!(%cause, "the cloud's records cannot be used");
    error(StatusCode::INTERNAL_SERVER_ERROR, "InternalServerException", "The service failed.")
}

fn answer(status: StatusCode, body: &Value) -> Response {
    (status, [("content-type", "application/json")], body.to_string()).into_response()
}
