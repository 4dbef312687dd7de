//! DynamoDB's address: passes requests on to the engine and tells the stream of every write.

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::response::{IntoResponse, Response};
use axum::routing::post;
use http::uri::{Authority, PathAndQuery, Scheme};
use http::{StatusCode, Uri, header};
use hyper_util::client::legacy::Client;
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::rt::TokioExecutor;

use super::Table;

#[derive(Clone)]
struct Passage {
    table: Table,
    client: Client<HttpConnector, Body>,
    engine: Authority,
}

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

async fn pass_on(State(passage): State<Passage>, mut request: Request) -> Response {
    let target = request.headers().get("x-amz-target").and_then(|value| value.to_str().ok());
    let is_write = target.is_some_and(|target| WRITES.contains(&target));
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

fn unreachable_engine(cause: &dyn std::error::Error) -> Response {
    tracing::error!(%cause, "the table's engine does not answer");
    StatusCode::SERVICE_UNAVAILABLE.into_response()
}
