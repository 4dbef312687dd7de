//! Bodies: JSON of at most 256 kB, no unknown field, every error with its place.

use axum::{
    body::Bytes,
    extract::{FromRequest, Request},
    http::{HeaderMap, StatusCode, header},
};
use serde::{Deserialize, de::DeserializeOwned};
use sild_app::{Context, Creation, secrets};
use sild_domain::field_code;
use utoipa::ToSchema;

use crate::problem::{FieldProblem, Problem};

/// The most bytes that a body may have.
pub const BODY_MAX_BYTES: usize = 256 * 1024;

/// The body of a command that says everything by its address: `{}`.
#[derive(Debug, Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoFields {}

/// A JSON body.
#[derive(Debug)]
pub struct JsonBody<T>(pub T);

impl<T: DeserializeOwned> FromRequest<Context> for JsonBody<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &Context) -> Result<Self, Problem> {
        let (_, bytes) = read(request, state).await?;
        parse(&bytes).map(Self)
    }
}

/// The JSON body of a creating request with its `Idempotency-Key`.
#[derive(Debug)]
pub struct Create<T> {
    /// What is to be created.
    pub body: T,
    /// How a repeat is told.
    pub creation: Creation,
}

impl<T: DeserializeOwned> FromRequest<Context> for Create<T> {
    type Rejection = Problem;

    async fn from_request(request: Request, state: &Context) -> Result<Self, Problem> {
        let key = idempotency_key(request.headers())?;
        let path = request.uri().path().to_owned();
        let (_, bytes) = read(request, state).await?;
        let text = std::str::from_utf8(&bytes).map_err(|_| Problem::malformed("The body is not UTF-8."))?;
        let fingerprint = secrets::hash(&[&path, text]);
        Ok(Self { body: parse(&bytes)?, creation: Creation { key, fingerprint } })
    }
}

fn idempotency_key(headers: &HeaderMap) -> Result<Option<String>, Problem> {
    let Some(value) = headers.get("idempotency-key") else { return Ok(None) };
    value
        .to_str()
        .ok()
        .filter(|key| (8..=64).contains(&key.len()))
        .filter(|key| key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'))
        .map(|key| Some(key.to_owned()))
        .ok_or_else(|| {
            Problem::malformed("Idempotency-Key has 8 to 64 letters, digits, hyphens and underscores.")
        })
}

async fn read(request: Request, state: &Context) -> Result<(HeaderMap, Bytes), Problem> {
    let headers = request.headers().clone();
    if !is_json(&headers) {
        return Err(Problem::malformed("Send the body as content-type: application/json."));
    }
    let bytes = read_bytes(request, state).await?;
    Ok((headers, bytes))
}

/// Reads a body whatever its type, up to the limit.
///
/// # Errors
/// 413 when it is larger, 400 when it breaks off.
pub async fn read_bytes(request: Request, state: &Context) -> Result<Bytes, Problem> {
    Bytes::from_request(request, state).await.map_err(|rejection| {
        if rejection.status() == StatusCode::PAYLOAD_TOO_LARGE {
            Problem::new(StatusCode::PAYLOAD_TOO_LARGE, "body_too_large", "The body may have at most 256 kB.")
        } else {
            Problem::malformed("The body broke off.")
        }
    })
}

fn is_json(headers: &HeaderMap) -> bool {
    headers
        .get(header::CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .is_some_and(|media_type| media_type.trim().eq_ignore_ascii_case("application/json"))
}

/// Reads JSON, naming the field that cannot be taken.
///
/// # Errors
/// 400 for what is not JSON, 422 with a pointer for a value that cannot be taken.
pub fn parse<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, Problem> {
    let mut json = serde_json::Deserializer::from_slice(bytes);
    let value = serde_path_to_error::deserialize(&mut json).map_err(|error| {
        let pointer = pointer(error.path());
        let inner = error.into_inner();
        if inner.is_data() {
            let (pointer, code) = place_and_code(pointer, &inner.to_string());
            Problem::invalid(vec![FieldProblem { pointer, code }])
        } else {
            Problem::malformed("The body is not JSON.")
        }
    })?;
    json.end().map_err(|_| Problem::malformed("Something stands behind the JSON of the body."))?;
    Ok(value)
}

fn pointer(path: &serde_path_to_error::Path) -> String {
    use serde_path_to_error::Segment;
    path.iter().fold(String::new(), |mut pointer, segment| {
        let part = match segment {
            Segment::Seq { index } => index.to_string(),
            Segment::Map { key } => key.replace('~', "~0").replace('/', "~1"),
            Segment::Enum { .. } | Segment::Unknown => return pointer,
        };
        pointer.push('/');
        pointer.push_str(&part);
        pointer
    })
}

/// A missing or unknown field is named by serde's message, not by the path.
fn place_and_code(pointer: String, message: &str) -> (String, &'static str) {
    let named = |prefix: &str| {
        message
            .strip_prefix(prefix)
            .and_then(|rest| rest.split('`').next())
            .map(|field| format!("{pointer}/{field}"))
    };
    if let Some(missing) = named("missing field `") {
        return (missing, "required");
    }
    if message.starts_with("unknown field `") {
        return (pointer, "unknown_field");
    }
    (pointer, field_code(message))
}

#[cfg(test)]
mod tests {
    use serde::Deserialize;
    use sild_domain::Title;

    use super::*;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Line {
        text: Title,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Request {
        title: Title,
        #[serde(default)]
        lines: Vec<Line>,
    }

    fn errors(json: &str) -> Vec<(String, &'static str)> {
        let problem = parse::<Request>(json.as_bytes()).unwrap_err();
        problem.errors.into_iter().map(|error| (error.pointer, error.code)).collect()
    }

    #[test]
    fn a_good_body_is_read() {
        let request = parse::<Request>(br#"{"title":"Receipts","lines":[{"text":"One"}]}"#).unwrap();
        assert_eq!(request.title.as_str(), "Receipts");
        assert_eq!(request.lines[0].text.as_str(), "One");
    }

    #[test]
    fn every_error_has_its_place_and_code() {
        assert_eq!(errors(r#"{"title":""}"#), [("/title".to_owned(), "required")]);
        assert_eq!(errors(r"{}"), [("/title".to_owned(), "required")]);
        assert_eq!(
            errors(r#"{"title":"a","lines":[{"text":"a\u0000b"}]}"#),
            [("/lines/0/text".to_owned(), "invalid_character")]
        );
        assert_eq!(errors(r#"{"title":"a","colour":"red"}"#), [("/colour".to_owned(), "unknown_field")]);
        assert_eq!(errors(r#"{"title":7}"#), [("/title".to_owned(), "invalid_format")]);
    }

    #[test]
    fn what_is_not_json_is_malformed() {
        for bad in [&b"{"[..], b"", b"{\"title\":\"a\"} x", b"\xff"] {
            assert_eq!(parse::<Request>(bad).unwrap_err().code, "malformed_request");
        }
    }
}
