//! Somebody who uses the product's HTTP routes with a cookie.

use std::collections::BTreeMap;

use anyhow::{bail, ensure};
use axum::{Router, body::Body};
use http::{Method, Request, header};
use serde_json::Value;
use tower::ServiceExt as _;

/// The most bytes that an answer of the demo can have.
const ANSWER_MAX_BYTES: usize = 4 * 1024 * 1024;

/// A signed-in person, or one who signs in.
#[derive(Debug)]
pub(super) struct Person {
    router: Router,
    host: String,
    cookies: BTreeMap<String, String>,
}

/// A text of an answer; empty where it is none.
pub(super) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

impl Person {
    pub(super) fn new(router: &Router, host: &str) -> Self {
        Self { router: router.clone(), host: host.to_owned(), cookies: BTreeMap::new() }
    }

    pub(super) async fn get(&mut self, path: &str) -> anyhow::Result<Value> {
        self.send(Method::GET, path, None, None).await
    }

    pub(super) async fn post(&mut self, path: &str, body: Value) -> anyhow::Result<Value> {
        self.send(Method::POST, path, None, Some(body)).await
    }

    /// Edits what has this version.
    pub(super) async fn put(&mut self, path: &str, version: &Value, body: Value) -> anyhow::Result<Value> {
        self.send(Method::PUT, path, Some(version), Some(body)).await
    }

    async fn send(
        &mut self,
        method: Method,
        path: &str,
        version: Option<&Value>,
        body: Option<Value>,
    ) -> anyhow::Result<Value> {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &self.host)
            .header(header::ORIGIN, format!("http://{}", self.host))
            .header(header::COOKIE, cookies.join("; "))
            .header(header::CONTENT_TYPE, "application/json");
        if let Some(version) = version {
            request = request.header(header::IF_MATCH, format!("\"{version}\""));
        }
        let body = body.map_or_else(Body::empty, |body| Body::from(body.to_string()));
        let response = match self.router.clone().oneshot(request.body(body)?).await {
            Ok(response) => response,
            Err(never) => match never {},
        };
        let status = response.status();
        for line in response.headers().get_all(header::SET_COOKIE) {
            let pair = line.to_str()?.split(';').next().unwrap_or_default();
            if let Some((name, value)) = pair.split_once('=') {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        let bytes = axum::body::to_bytes(response.into_body(), ANSWER_MAX_BYTES).await?;
        if bytes.is_empty() {
            ensure!(status.is_success(), "{path} answered {status}");
            return Ok(Value::Null);
        }
        let answer = serde_json::from_slice::<Value>(&bytes)?;
        if !status.is_success() {
            bail!("{path} answered {status}: {answer}");
        }
        Ok(answer)
    }
}
