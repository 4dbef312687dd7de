//! What was asked of AWS, seen at the HTTP client under the SDK.

use std::{
    sync::{Arc, Mutex},
    time::Instant,
};

use aws_smithy_runtime_api::client::{
    http::{
        HttpClient, HttpConnector, HttpConnectorFuture, HttpConnectorSettings, SharedHttpClient,
        SharedHttpConnector,
    },
    orchestrator::HttpRequest,
    result::ConnectorError,
    runtime_components::RuntimeComponents,
};
use http_body_util::BodyExt as _;
use serde_json::Value;

/// How the names of the table's calls begin.
const TABLE: &str = "DynamoDB_20120810.";

/// One call, from its first byte to its answer.
#[derive(Debug, Clone)]
pub struct Call {
    /// Such as `DynamoDB_20120810.Query`, or method and path where the service has no target header.
    pub what: String,
    /// What IAM must allow for it of the table, such as `dynamodb:GetItem`, and `index/gsi1` where it asks an index; a
    /// transaction takes one action a kind of its items.
    pub actions: Vec<String>,
    /// The partitions of the table that it names, none where it asks an index.
    pub partitions: Vec<String>,
    /// How many items of the table its answer says were read: what a query looked at, whether a filter let it through or not.
    pub items_read: usize,
    /// When it was sent.
    pub began: Instant,
    /// When its answer was there.
    pub ended: Instant,
}

/// How many of the calls had to wait for one before: calls that overlap count once.
#[must_use]
pub fn serial_depth(calls: &[Call]) -> usize {
    let mut calls = calls.to_vec();
    calls.sort_by_key(|call| call.ended);
    let mut depth = 0;
    let mut last_end: Option<Instant> = None;
    for call in calls {
        if last_end.is_none_or(|end| call.began >= end) {
            depth += 1;
            last_end = Some(call.ended);
        }
    }
    depth
}

/// Keeps every call that passes.
#[derive(Debug, Clone)]
pub(crate) struct Recorder {
    inner: SharedHttpClient,
    calls: Arc<Mutex<Vec<Call>>>,
}

impl Recorder {
    pub(crate) fn new() -> Self {
        Self { inner: aws_smithy_http_client::Builder::new().build_http(), calls: Arc::default() }
    }

    /// The calls since the last time that they were taken.
    pub(crate) fn take(&self) -> Vec<Call> {
        std::mem::take(&mut *self.calls.lock().unwrap())
    }
}

impl HttpClient for Recorder {
    fn http_connector(
        &self,
        settings: &HttpConnectorSettings,
        components: &RuntimeComponents,
    ) -> SharedHttpConnector {
        let inner = self.inner.http_connector(settings, components);
        SharedHttpConnector::new(Recording { inner, calls: Arc::clone(&self.calls) })
    }
}

#[derive(Debug)]
struct Recording {
    inner: SharedHttpConnector,
    calls: Arc<Mutex<Vec<Call>>>,
}

impl HttpConnector for Recording {
    #[expect(clippy::disallowed_methods, reason = "overlap in real time is what is measured")]
    fn call(&self, request: HttpRequest) -> HttpConnectorFuture {
        let what = request.headers().get("x-amz-target").map_or_else(
            || format!("{} {}", request.method(), request.uri().split('?').next().unwrap_or_default()),
            str::to_owned,
        );
        let body = request.body().bytes().unwrap_or_default();
        let (partitions, actions) = (partitions_of(body), actions_of(&what, body));
        let began = Instant::now();
        let answer = self.inner.call(request);
        let calls = Arc::clone(&self.calls);
        HttpConnectorFuture::new(async move {
            let mut answer = answer.await?;
            let ended = Instant::now();
            let items_read = if what.starts_with(TABLE) {
                let told = answer.take_body().collect().await.map_err(ConnectorError::io)?.to_bytes();
                let items_read = items_read(&told);
                *answer.body_mut() = told.into();
                items_read
            } else {
                0
            };
            calls.lock().unwrap().push(Call { what, actions, partitions, items_read, began, ended });
            Ok(answer)
        })
    }
}

/// What IAM asks about a call of the table.
fn actions_of(what: &str, body: &[u8]) -> Vec<String> {
    let Some(operation) = what.strip_prefix(TABLE) else { return Vec::new() };
    let body = serde_json::from_slice::<Value>(body).unwrap_or_default();
    let kinds = body["TransactItems"].as_array().into_iter().flatten().filter_map(Value::as_object);
    let kinds = kinds.flat_map(|item| item.keys()).map(|kind| match kind.as_str() {
        "ConditionCheck" => "dynamodb:ConditionCheckItem".to_owned(),
        kind => format!("dynamodb:{kind}Item"),
    });
    let index = body["IndexName"].as_str().map(|index| format!("index/{index}"));
    if operation == "TransactWriteItems" {
        kinds.collect()
    } else {
        std::iter::once(format!("dynamodb:{operation}")).chain(index).collect()
    }
}

/// What `dynamodb:LeadingKeys` holds when AWS looks at a call: the partition of each key, and of a query of the table.
fn partitions_of(body: &[u8]) -> Vec<String> {
    let body = serde_json::from_slice::<Value>(body).unwrap_or_default();
    let mut found = Vec::new();
    if body.get("IndexName").is_none() {
        collect(&body, &mut found);
    }
    found
}

/// What a query looked at, what a batch found, or one item.
fn items_read(answer: &[u8]) -> usize {
    let answer = serde_json::from_slice::<Value>(answer).unwrap_or_default();
    let looked_at = answer["ScannedCount"].as_u64().and_then(|count| usize::try_from(count).ok());
    let tables = answer["Responses"].as_object().into_iter().flat_map(|tables| tables.values());
    let found = tables.filter_map(Value::as_array).map(Vec::len).sum::<usize>();
    looked_at.unwrap_or(found) + usize::from(answer["Item"].is_object())
}

/// Partitions are called `pk` in keys and items, and `:pk` among the values of a query.
fn collect(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Object(members) => {
            for (name, member) in members {
                match member["S"].as_str() {
                    Some(partition) if name == "pk" || name == ":pk" => found.push(partition.to_owned()),
                    _ => collect(member, found),
                }
            }
        }
        Value::Array(members) => members.iter().for_each(|member| collect(member, found)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use serde_json::json;

    use super::*;

    #[test]
    fn a_call_names_the_partitions_of_its_keys_and_none_of_an_index() {
        let told = |body: Value| partitions_of(body.to_string().as_bytes());
        let key = |pk: &str| json!({ "pk": { "S": pk }, "sk": { "S": "A" } });
        assert_eq!(told(json!({ "Key": key("O#1") })), ["O#1"]);
        assert_eq!(
            told(json!({ "RequestItems": { "t": { "Keys": [key("O#1"), key("O#2")] } } })),
            ["O#1", "O#2"]
        );
        let put = json!({ "Put": { "Item": key("O#1") } });
        let check = json!({ "ConditionCheck": { "Key": key("SLUG#x") } });
        assert_eq!(told(json!({ "TransactItems": [put, check] })), ["O#1", "SLUG#x"]);
        let query = json!({ "ExpressionAttributeValues": { ":pk": { "S": "O#1" }, ":from": { "S": "T#" } } });
        assert_eq!(told(query), ["O#1"]);
        let index = json!({ "IndexName": "gsi1", "ExpressionAttributeValues": { ":pk": { "S": "OUT#1" } } });
        assert_eq!(told(index), Vec::<String>::new());
    }

    #[test]
    fn a_transaction_takes_an_action_a_kind_and_a_query_of_an_index_the_index() {
        let told = |what: &str, body: Value| {
            actions_of(&format!("DynamoDB_20120810.{what}"), body.to_string().as_bytes())
        };
        let items = json!({ "TransactItems": [{ "Put": {} }, { "ConditionCheck": {} }, { "Delete": {} }] });
        assert_eq!(
            told("TransactWriteItems", items),
            ["dynamodb:PutItem", "dynamodb:ConditionCheckItem", "dynamodb:DeleteItem"]
        );
        assert_eq!(told("Query", json!({ "IndexName": "gsi1" })), ["dynamodb:Query", "index/gsi1"]);
        assert_eq!(actions_of("HEAD /o/1", b""), Vec::<String>::new());
    }

    #[test]
    fn an_answer_says_how_many_items_were_read() {
        let told = |answer: Value| items_read(answer.to_string().as_bytes());
        assert_eq!(told(json!({ "Items": [{}], "Count": 1, "ScannedCount": 21 })), 21, "filtered ones too");
        assert_eq!(told(json!({ "Responses": { "t": [{}, {}] }, "UnprocessedKeys": {} })), 2);
        assert_eq!(told(json!({ "Item": { "pk": { "S": "O#1" } } })), 1);
        assert_eq!(told(json!({})), 0);
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "any instant will do")]
    fn calls_that_overlap_count_once() {
        let start = Instant::now();
        let call = |began: u64, ended: u64| Call {
            what: String::new(),
            actions: Vec::new(),
            partitions: Vec::new(),
            items_read: 0,
            began: start + Duration::from_millis(began),
            ended: start + Duration::from_millis(ended),
        };
        assert_eq!(serial_depth(&[]), 0);
        assert_eq!(serial_depth(&[call(0, 5), call(1, 9)]), 1);
        assert_eq!(serial_depth(&[call(0, 5), call(1, 9), call(5, 8)]), 2);
        assert_eq!(serial_depth(&[call(0, 5), call(6, 9), call(10, 12)]), 3);
    }
}
