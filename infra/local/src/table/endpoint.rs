//! DynamoDB's address: answers what the product asks for in place, passes everything else on to the engine, and tells the
//! stream of every write.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use bytes::Bytes;
use dynoxide::actions::transact_write_items::TransactWriteItemsRequest;
use dynoxide::{Database, DynoxideError};
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{StatusCode, Uri, header};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Serialize;
use serde::de::DeserializeOwned;
use tokio::sync::Mutex;

use super::Table;
use super::tokens::{Tokens, Used};

#[derive(Clone)]
struct Passage {
    table: Table,
    tokens: Arc<Mutex<Tokens>>,
    client: Client<HttpConnector, Body>,
    engine: Authority,
}

/// DynamoDB takes no more in one request.
const LARGEST_REQUEST: usize = 16 * 1024 * 1024;

/// The operations after which the stream may have grown.
const WRITES: [&str; 7] = [
    "DynamoDB_20120810.PutItem",
    "DynamoDB_20120810.UpdateItem",
    "DynamoDB_20120810.DeleteItem",
    "DynamoDB_20120810.TransactWriteItems",
    "DynamoDB_20120810.BatchWriteItem",
    "DynamoDB_20120810.ExecuteStatement",
    "DynamoDB_20120810.ExecuteTransaction",
];

/// DynamoDB's route; requests have passed the key check.
pub(crate) fn router(table: Table, engine: Authority) -> Router {
    let mut connector = HttpConnector::new();
    connector.set_nodelay(true);
    let client = Client::builder(TokioExecutor::new()).build(connector);
    Router::new().route("/", post(pass_on)).with_state(Passage {
        table,
        tokens: Arc::default(),
        client,
        engine,
    })
}

async fn pass_on(State(passage): State<Passage>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let target = parts.headers.get("x-amz-target").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_write = WRITES.contains(&target);
    let Ok(body) = axum::body::to_bytes(body, LARGEST_REQUEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    if let Some(answer) = passage.in_place(target, &body).await {
        if is_write && answer.status == StatusCode::OK {
            passage.table.wrote();
        }
        let headers = [(header::CONTENT_TYPE, "application/x-amz-json-1.0")];
        return (answer.status, headers, answer.body).into_response();
    }
    let mut request = Request::from_parts(parts, Body::from(body));
    let mut parts = http::uri::Parts::default();
    parts.scheme = Some(Scheme::HTTP);
    parts.authority = Some(passage.engine.clone());
    parts.path_and_query = Some(PathAndQuery::from_static("/"));
    match Uri::from_parts(parts) {
        Ok(uri) => *request.uri_mut() = uri,
        Err(cause) => return unreachable_engine(&cause),
    }
    request.headers_mut().remove(header::HOST);
    match passage.client.request(request).await {
        Ok(response) => {
            if is_write && response.status().is_success() {
                passage.table.wrote();
            }
            response.map(Body::new)
        }
        Err(cause) => unreachable_engine(&cause),
    }
}

/// What DynamoDB says to a request.
struct Answer {
    status: StatusCode,
    body: Bytes,
}

impl Passage {
    /// Answers without a second hop what nearly every request of the product is. `None` leaves it to the engine, which also
    /// says in its own words what it cannot read.
    async fn in_place(&self, target: &str, body: &Bytes) -> Option<Answer> {
        let database = self.table.database();
        match target.strip_prefix("DynamoDB_20120810.")? {
            "GetItem" => ask(body, |request| database.get_item(request)),
            "BatchGetItem" => ask(body, |request| database.batch_get_item(request)),
            "Query" => ask(body, |request| database.query(request)),
            "PutItem" => ask(body, |request| database.put_item(request)),
            "UpdateItem" => ask(body, |request| database.update_item(request)),
            "DeleteItem" => ask(body, |request| database.delete_item(request)),
            "TransactWriteItems" => self.transact(&database, body).await,
            _ => None,
        }
    }

    /// The engine looks through all tokens of ten minutes with each transaction, so they are kept here.
    async fn transact(&self, database: &Database, body: &Bytes) -> Option<Answer> {
        let mut request = serde_json::from_slice::<TransactWriteItemsRequest>(body).ok()?;
        let Some(token) = request.client_request_token.take() else {
            return told(database.transact_write_items(request));
        };
        // Held until it is done: a repeat that comes meanwhile waits for the first answer.
        let mut tokens = self.tokens.lock().await;
        match tokens.used(&token, body) {
            Used::Before(answer) => Some(Answer { status: StatusCode::OK, body: answer }),
            Used::Otherwise => told::<()>(Err(DynoxideError::IdempotentParameterMismatchException(
                "The token was used for another transaction".to_owned(),
            ))),
            Used::Never => {
                let answer = told(database.transact_write_items(request))?;
                if answer.status == StatusCode::OK {
                    tokens.keep(token, body.clone(), answer.body.clone());
                }
                Some(answer)
            }
        }
    }
}

fn ask<Q: DeserializeOwned, A: Serialize>(
    body: &[u8],
    ask: impl FnOnce(Q) -> Result<A, DynoxideError>,
) -> Option<Answer> {
    told(ask(serde_json::from_slice(body).ok()?))
}

fn told<A: Serialize>(outcome: Result<A, DynoxideError>) -> Option<Answer> {
    match outcome {
        Ok(answer) => Some(Answer { status: StatusCode::OK, body: serde_json::to_vec(&answer).ok()?.into() }),
        Err(refusal) => {
            let status = StatusCode::from_u16(refusal.status_code()).ok()?;
            Some(Answer { status, body: refusal.to_json().into() })
        }
    }
}

fn unreachable_engine(cause: &dyn std::error::Error) -> Response {
    tracing::error!(%cause, "the table's engine does not answer");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
