//! A browser: cookies, the page's own origin, JSON.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use axum::{Router, body::Body};
use http::{HeaderMap, Method, Request, StatusCode, header};
use http_body_util::BodyExt as _;
use serde_json::Value;
use tower::ServiceExt as _;

/// The host of the office app in tests.
pub(crate) const OFFICE_HOST: &str = "app.localhost";

/// What came back.
#[derive(Debug, Clone)]
pub struct Reply {
    /// The status.
    pub status: StatusCode,
    /// The headers.
    pub headers: HeaderMap,
    /// The body, byte for byte.
    pub bytes: Vec<u8>,
    /// The body as JSON; `null` where it is none.
    pub json: Value,
}

impl Reply {
    /// The body as text.
    #[must_use]
    pub fn text(&self) -> String {
        String::from_utf8_lossy(&self.bytes).into_owned()
    }

    /// A problem's code; empty where it is none.
    #[must_use]
    pub fn code(&self) -> &str {
        self.json["code"].as_str().unwrap_or_default()
    }

    /// The pointers and codes of a problem's fields.
    #[must_use]
    pub fn field_errors(&self) -> Vec<(String, String)> {
        let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
        self.json["errors"]
            .as_array()
            .map(|errors| {
                errors.iter().map(|error| (text(&error["pointer"]), text(&error["code"]))).collect()
            })
            .unwrap_or_default()
    }

    /// The body, if the status is this one; otherwise the test fails and shows both.
    #[track_caller]
    pub fn expect(self, status: u16) -> Value {
        assert_eq!(self.status.as_u16(), status, "answered {}: {}", self.status, self.text());
        self.json
    }

    /// Fails unless it is a problem of this status and code.
    #[track_caller]
    pub fn expect_problem(&self, status: u16, code: &str) {
        assert_eq!(
            (self.status.as_u16(), self.code()),
            (status, code),
            "answered {}: {}",
            self.status,
            self.text()
        );
        assert_eq!(self.headers[header::CONTENT_TYPE], "application/problem+json");
    }
}

/// Somebody's browser. Clones share its cookies.
#[derive(Debug, Clone)]
pub struct Browser {
    router: Router,
    host: String,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    headers: Vec<(String, String)>,
}

impl Browser {
    pub(crate) fn new(router: Router, host: &str) -> Self {
        Self { router, host: host.to_owned(), cookies: Arc::default(), headers: Vec::new() }
    }

    /// A browser with the same cookies that asks another application.
    pub(crate) fn moved_to(&self, router: Router) -> Self {
        let cookies = self.cookies.lock().unwrap().clone();
        Self { router, cookies: Arc::new(Mutex::new(cookies)), ..self.clone() }
    }

    /// The same browser on another host.
    #[must_use]
    pub fn at(&self, host: &str) -> Self {
        Self { host: host.to_owned(), ..self.clone() }
    }

    /// The same browser sending one header more, with the next requests.
    #[must_use]
    pub fn with_header(&self, name: &str, value: &str) -> Self {
        let mut browser = self.clone();
        browser.headers.push((name.to_owned(), value.to_owned()));
        browser
    }

    /// The same browser editing this version.
    #[must_use]
    pub fn if_match(&self, version: impl std::fmt::Display) -> Self {
        self.with_header("if-match", &format!("\"{version}\""))
    }

    /// The same browser with this `Idempotency-Key`.
    #[must_use]
    pub fn key(&self, key: &str) -> Self {
        self.with_header("idempotency-key", key)
    }

    /// Puts a cookie into the jar.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.to_owned(), value.to_owned());
    }

    /// A cookie of the jar.
    #[must_use]
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// `GET`
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, None).await
    }

    /// `POST`
    pub async fn post(&self, path: &str, body: Value) -> Reply {
        self.send(Method::POST, path, Some(body)).await
    }

    /// `PUT`
    pub async fn put(&self, path: &str, body: Value) -> Reply {
        self.send(Method::PUT, path, Some(body)).await
    }

    /// `PATCH`
    pub async fn patch(&self, path: &str, body: Value) -> Reply {
        self.send(Method::PATCH, path, Some(body)).await
    }

    /// `DELETE`
    pub async fn delete(&self, path: &str) -> Reply {
        self.send(Method::DELETE, path, None).await
    }

    /// Any method, with a JSON body or none.
    pub async fn send(&self, method: Method, path: &str, body: Option<Value>) -> Reply {
        let bytes = body.map(|body| (body.to_string().into_bytes(), "application/json"));
        self.send_bytes(method, path, bytes).await
    }

    /// Any method and body.
    pub async fn send_bytes(&self, method: Method, path: &str, body: Option<(Vec<u8>, &str)>) -> Reply {
        let request = self.request(&method, path, body).map(Body::from);
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        self.keep_cookies(&parts.headers);
        let bytes = body.collect().await.unwrap().to_bytes().to_vec();
        let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        Reply { status: parts.status, headers: parts.headers, bytes, json }
    }

    /// The request as it would be sent.
    pub(crate) fn request(
        &self,
        method: &Method,
        path: &str,
        body: Option<(Vec<u8>, &str)>,
    ) -> Request<Vec<u8>> {
        let mut request =
            Request::builder().method(method.clone()).uri(path).header(header::HOST, &self.host);
        if !matches!(*method, Method::GET | Method::HEAD) {
            request = request.header(header::ORIGIN, format!("http://{}", self.host));
        }
        let jar = {
            let cookies = self.cookies.lock().unwrap();
            cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join("; ")
        };
        if !jar.is_empty() {
            request = request.header(header::COOKIE, jar);
        }
        if let Some((_, content_type)) = &body {
            request = request.header(header::CONTENT_TYPE, *content_type);
        }
        let mut request = request.body(body.map(|(bytes, _)| bytes).unwrap_or_default()).unwrap();
        for (name, value) in &self.headers {
            let name = http::HeaderName::from_bytes(name.as_bytes()).unwrap();
            request.headers_mut().insert(name, value.parse().unwrap());
        }
        request
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        let mut jar = self.cookies.lock().unwrap();
        for line in headers.get_all(header::SET_COOKIE) {
            let line = line.to_str().unwrap();
            let (name, value) = line.split(';').next().unwrap().split_once('=').unwrap();
            if line.contains("Max-Age=0") {
                jar.remove(name);
            } else {
                jar.insert(name.to_owned(), value.to_owned());
            }
        }
    }
}
