//! Parts of the address. A malformed id is an id that never was: the same 404.

use axum::{
    extract::{FromRequestParts, RawPathParams},
    http::request::Parts,
};
use serde::de::DeserializeOwned;

use crate::problem::{FieldProblem, Problem};

/// The ids in the path.
#[derive(Debug, Clone)]
pub struct Path<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned + Send> FromRequestParts<S> for Path<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Problem> {
        axum::extract::Path::<T>::from_request_parts(parts, state)
            .await
            .map(|path| Self(path.0))
            .map_err(|_| Problem::not_found())
    }
}

/// The values behind the `?`.
#[derive(Debug, Clone)]
pub struct Query<T>(pub T);

impl<S: Send + Sync, T: DeserializeOwned> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Problem> {
        axum::extract::Query::<T>::try_from_uri(&parts.uri).map(|query| Self(query.0)).map_err(|error| {
            let mut message = String::new();
            let mut cause: Option<&dyn std::error::Error> = Some(&error);
            while let Some(error) = cause {
                message = error.to_string();
                cause = error.source();
            }
            let field = message.split('`').nth(1).filter(|_| message.contains("field `")).unwrap_or_default();
            let code = if message.contains("unknown field `") {
                "unknown_field"
            } else if message.contains("missing field `") {
                "required"
            } else {
                sild_domain::field_code(&message)
            };
            Problem::invalid(vec![FieldProblem { pointer: format!("?{field}"), code }])
        })
    }
}

/// One part of the path by its name, however many there are.
///
/// # Errors
/// 404 when it is not there or cannot be read.
pub async fn part<T: std::str::FromStr>(parts: &mut Parts, name: &str) -> Result<T, Problem> {
    let params = RawPathParams::from_request_parts(parts, &()).await.map_err(|_| Problem::not_found())?;
    params
        .iter()
        .find(|(key, _)| *key == name)
        .and_then(|(_, value)| value.parse().ok())
        .ok_or_else(Problem::not_found)
}
