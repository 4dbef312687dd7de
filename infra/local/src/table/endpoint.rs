//! DynamoDB's address: answers reads, passes everything else on to the engine and tells the stream of every write.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use dynoxide::Database;
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{StatusCode, Uri, header};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::Table;

#[derive(Clone)]
struct Passage {
    table: Table,
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
    Router::new().route("/", post(pass_on)).with_state(Passage { table, client, engine })
}

async fn pass_on(State(passage): State<Passage>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let target = parts.headers.get("x-amz-target").and_then(|value| value.to_str().ok()).unwrap_or_default();
    let is_write = WRITES.contains(&target);
    let Ok(body) = axum::body::to_bytes(body, LARGEST_REQUEST).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    if let Some(answer) = read(&passage.table.database(), target, &body) {
        return ([(header::CONTENT_TYPE, "application/x-amz-json-1.0")], answer).into_response();
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

/// Answers a read in place, without a second hop: most of what the product asks for is one. `None` leaves it to the engine,
/// which also says in its own words what it refuses.
fn read(database: &Database, target: &str, body: &[u8]) -> Option<Vec<u8>> {
    match target {
        "DynamoDB_20120810.GetItem" => answer(body, |request| database.get_item(request)),
        "DynamoDB_20120810.BatchGetItem" => answer(body, |request| database.batch_get_item(request)),
        "DynamoDB_20120810.Query" => answer(body, |request| database.query(request)),
        _ => None,
    }
}

fn answer<Q: DeserializeOwned, A: Serialize, E>(
    body: &[u8],
    ask: impl FnOnce(Q) -> Result<A, E>,
) -> Option<Vec<u8>> {
    let answer = ask(serde_json::from_slice(body).ok()?).ok()?;
    serde_json::to_vec(&answer).ok()
}

fn unreachable_engine(cause: &dyn std::error::Error) -> Response {
    tracing::error!(%cause, "the table's engine does not answer");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
