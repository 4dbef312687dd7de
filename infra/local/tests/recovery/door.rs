//! The one port of a machine that may die while it answers.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use reqwest::{Client, Method, RequestBuilder, header};
use serde_json::Value;

/// The machine died before its answer was whole: whether it did what was asked is not known.
#[derive(Debug)]
pub(crate) struct NoAnswer;

impl From<reqwest::Error> for NoAnswer {
    fn from(_: reqwest::Error) -> Self {
        Self
    }
}

/// Somebody's browser: where it is, and its session.
#[derive(Clone, Default)]
pub(crate) struct Person {
    /// The label before `.localhost`.
    pub(crate) host: String,
    pub(crate) cookie: String,
}

/// A whole answer.
pub(crate) struct Answer {
    asked: String,
    pub(crate) status: u16,
    pub(crate) json: Value,
    /// The cookies that it sets, as a browser sends them back.
    pub(crate) cookies: String,
}

impl Answer {
    /// The body, if the status is this one.
    #[track_caller]
    pub(crate) fn expect(self, status: u16) -> Value {
        assert_eq!(self.status, status, "{} answered {}", self.asked, self.json);
        self.json
    }

    /// Whether it was done; `false` for a repeat that is told `code`, because the first time had been done.
    #[track_caller]
    pub(crate) fn is_done_now(&self, is_repeat: bool, code: &str) -> bool {
        let is_done_before = self.status == 409 && is_repeat && self.json["code"] == code;
        assert!(self.status == 200 || is_done_before, "{} answered {}", self.asked, self.json);
        !is_done_before
    }
}

/// One life of a machine, as its callers see it.
pub(crate) struct Door {
    client: Client,
    port: u16,
    answers: AtomicU64,
}

impl Door {
    pub(crate) fn new(port: u16) -> Self {
        let client = Client::builder().timeout(Duration::from_mins(1)).no_proxy().build().unwrap();
        Self { client, port, answers: AtomicU64::new(0) }
    }

    /// Waits until it has given so many whole answers.
    pub(crate) async fn has_answered(&self, count: u64) {
        while self.answers.load(Ordering::Relaxed) < count {
            tokio::time::sleep(Duration::from_millis(1)).await;
        }
    }

    pub(crate) async fn get(&self, who: &Person, path: &str) -> Result<Answer, NoAnswer> {
        self.send(self.request(Method::GET, who, path), format!("GET {path}")).await
    }

    pub(crate) async fn post(&self, who: &Person, path: &str, body: &Value) -> Result<Answer, NoAnswer> {
        let request = self.request(Method::POST, who, path).json(body);
        self.send(request, format!("POST {path} {body}")).await
    }

    pub(crate) async fn put(&self, who: &Person, path: &str, body: &Value) -> Result<Answer, NoAnswer> {
        self.send(self.request(Method::PUT, who, path).json(body), format!("PUT {path} {body}")).await
    }

    /// As [`Door::post`], safe to ask again with the same key.
    pub(crate) async fn create(
        &self,
        who: &Person,
        path: &str,
        body: &Value,
        key: &str,
    ) -> Result<Answer, NoAnswer> {
        let request = self.request(Method::POST, who, path).json(body).header("idempotency-key", key);
        self.send(request, format!("POST {path} {body}")).await
    }

    /// Changes what is at this version.
    pub(crate) async fn edit(
        &self,
        method: Method,
        who: &Person,
        path: &str,
        body: &Value,
        version: u64,
    ) -> Result<Answer, NoAnswer> {
        let asked = format!("{method} {path} {body}");
        let request =
            self.request(method, who, path).json(body).header(header::IF_MATCH, format!("\"{version}\""));
        self.send(request, asked).await
    }

    /// Sends the bytes of a file where its ticket allows: the status that the bucket answers.
    pub(crate) async fn upload(&self, ticket: &Value, bytes: &[u8]) -> Result<u16, NoAnswer> {
        let mut request = self.client.put(ticket["url"].as_str().unwrap()).body(bytes.to_vec());
        for (name, value) in ticket["headers"].as_object().unwrap() {
            request = request.header(name, value.as_str().unwrap());
        }
        let answer = request.send().await?;
        let status = answer.status().as_u16();
        answer.bytes().await?;
        Ok(status)
    }

    /// The bytes at a signed address.
    pub(crate) async fn download(&self, url: &str) -> Result<Vec<u8>, NoAnswer> {
        Ok(self.client.get(url).send().await?.error_for_status()?.bytes().await?.to_vec())
    }

    fn request(&self, method: Method, who: &Person, path: &str) -> RequestBuilder {
        let host = format!("{}.localhost:{}", who.host, self.port);
        let address = format!("http://127.0.0.1:{}{path}", self.port);
        let mut request = self.client.request(method, address);
        if !who.cookie.is_empty() {
            request = request.header(header::COOKIE, &who.cookie);
        }
        request.header(header::ORIGIN, format!("http://{host}")).header(header::HOST, host)
    }

    async fn send(&self, request: RequestBuilder, asked: String) -> Result<Answer, NoAnswer> {
        let answer = request.send().await?;
        let status = answer.status().as_u16();
        let cookies = answer
            .headers()
            .get_all(header::SET_COOKIE)
            .iter()
            .filter_map(|line| line.to_str().ok()?.split(';').next().map(str::to_owned))
            .collect::<Vec<_>>()
            .join("; ");
        let bytes = answer.bytes().await?;
        let json = serde_json::from_slice(&bytes).unwrap_or(Value::Null);
        self.answers.fetch_add(1, Ordering::Relaxed);
        assert!(status < 500, "{asked} answered {status} {json}");
        Ok(Answer { asked, status, json, cookies })
    }
}
