//! `/media/…`: the pictures and videos of portals out of the bucket, as CloudFront hands them out.

use aws_sdk_s3::operation::get_object::GetObjectError;
use axum::body::Body;
use axum::extract::Request;
use axum::response::{IntoResponse, Response};
use http::{HeaderMap, HeaderName, HeaderValue, Method, StatusCode, header};

use crate::cloud::Cloud;

/// What lies under `media/` in the bucket, and nothing else of it.
#[derive(Clone)]
pub(super) struct Media {
    s3: aws_sdk_s3::Client,
    bucket: String,
}

impl Media {
    pub(super) fn of(cloud: &Cloud) -> Self {
        let endpoints = cloud.endpoints();
        let shared = endpoints.sdk_config(&endpoints.s3);
        let config = aws_sdk_s3::config::Builder::from(&shared).force_path_style(true).build();
        Self { s3: aws_sdk_s3::Client::from_conf(config), bucket: cloud.bucket().to_owned() }
    }

    /// One file, or a part of it; what is not there is a plain 404.
    pub(super) async fn serve(&self, request: Request) -> Response {
        let Some(key) = key(request.uri().path()) else { return StatusCode::NOT_FOUND.into_response() };
        if request.method() != Method::GET && request.method() != Method::HEAD {
            return StatusCode::METHOD_NOT_ALLOWED.into_response();
        }
        let range = request.headers().get(header::RANGE).and_then(|range| range.to_str().ok());
        let found =
            self.s3.get_object().bucket(&self.bucket).key(key).set_range(range.map(str::to_owned)).send();
        let object = match found.await {
            Ok(object) => object,
            Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => {
                return StatusCode::NOT_FOUND.into_response();
            }
            Err(error) if error.raw_response().is_some_and(|raw| raw.status().as_u16() == 416) => {
                return StatusCode::RANGE_NOT_SATISFIABLE.into_response();
            }
            Err(cause) => {
                tracing::error!(?cause, "a file of a portal cannot be read");
                return StatusCode::INTERNAL_SERVER_ERROR.into_response();
            }
        };
        let mut headers = HeaderMap::new();
        let said = [
            (header::CONTENT_TYPE, object.content_type.clone()),
            (header::CACHE_CONTROL, object.cache_control.clone()),
            (header::ETAG, object.e_tag.clone()),
            (header::CONTENT_RANGE, object.content_range.clone()),
            (header::CONTENT_LENGTH, object.content_length.map(|length| length.to_string())),
            (header::ACCEPT_RANGES, Some("bytes".to_owned())),
        ];
        for (name, value) in said {
            insert(&mut headers, name, value);
        }
        let status =
            if object.content_range.is_some() { StatusCode::PARTIAL_CONTENT } else { StatusCode::OK };
        if request.method() == Method::HEAD {
            return (status, headers).into_response();
        }
        match object.body.collect().await {
            Ok(bytes) => (status, headers, Body::from(bytes.into_bytes())).into_response(),
            Err(cause) => {
                tracing::error!(%cause, "a file of a portal cannot be read");
                StatusCode::INTERNAL_SERVER_ERROR.into_response()
            }
        }
    }
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: Option<String>) {
    if let Some(value) = value.and_then(|value| HeaderValue::from_str(&value).ok()) {
        headers.insert(name, value);
    }
}

/// The key that a path names: an office's folder and a plain name in it.
fn key(path: &str) -> Option<&str> {
    let key = path.strip_prefix('/')?;
    let mut parts = key.split('/');
    let is_media = parts.next() == Some("media");
    let is_plain = |part: &str| {
        !part.is_empty()
            && !part.starts_with('.')
            && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'))
    };
    let (office, name) = (parts.next()?, parts.next()?);
    (is_media && is_plain(office) && is_plain(name) && parts.next().is_none()).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_name_in_an_offices_folder_is_a_key() {
        assert_eq!(key("/media/01jnb/icon-0a.png"), Some("media/01jnb/icon-0a.png"));
        for path in [
            "/media",
            "/media/",
            "/media/01jnb",
            "/media/01jnb/",
            "/media/01jnb/../o/x",
            "/media/../o/01jnb",
            "/media/01jnb/a/b",
            "/media/01jnb/%2e%2e",
            "/media//a",
            "/media/.a/b",
            "/o/01jnb/f",
        ] {
            assert_eq!(key(path), None, "{path}");
        }
    }
}
