//! What API Gateway sends a function for a request: an HTTP API's payload, format 2.0.
//!
//! <https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html>

use http::{Request, header};
use jiff::Timestamp;
use serde_json::{Map, Value, json};
use sild_local::ACCOUNT;

/// The event of a request that takes the route `GET /api/office/tasks/{task}`.
pub(super) fn event(request: &Request<Vec<u8>>, route: &str, at: Timestamp) -> Value {
    let path = request.uri().path();
    let host = request.headers()[header::HOST].to_str().unwrap();
    let mut headers = Map::new();
    let mut cookies = Vec::new();
    for (name, value) in request.headers() {
        let value = value.to_str().unwrap();
        if name == header::COOKIE {
            cookies.extend(value.split("; "));
        } else {
            headers.insert(name.to_string(), json!(value));
        }
    }
    let mut event = json!({
        "version": "2.0",
        "routeKey": route,
        "rawPath": path,
        "rawQueryString": request.uri().query().unwrap_or_default(),
        "cookies": cookies,
        "headers": headers,
        "pathParameters": parameters(route, path),
        "requestContext": {
            "accountId": ACCOUNT,
            "apiId": "api",
            "domainName": host,
            "domainPrefix": host.split('.').next(),
            "http": {
                "method": request.method().as_str(),
                "path": path,
                "protocol": "HTTP/1.1",
                "sourceIp": "203.0.113.7",
                "userAgent": "Mozilla/5.0",
            },
            "requestId": "JKJaXmPLvHcESHA=",
            "routeKey": route,
            "stage": "$default",
            "time": at.strftime("%d/%b/%Y:%H:%M:%S +0000").to_string(),
            "timeEpoch": at.as_millisecond(),
        },
        "isBase64Encoded": false,
    });
    if !request.body().is_empty() {
        event["body"] = json!(std::str::from_utf8(request.body()).unwrap());
    }
    event
}

/// What the placeholders of a route stand for in a path.
fn parameters(route: &str, path: &str) -> Value {
    let (_, template) = route.split_once(' ').unwrap();
    let named = template.split('/').zip(path.split('/')).filter_map(|(name, value)| {
        let name = name.strip_prefix('{')?.strip_suffix('}')?;
        Some((name.to_owned(), json!(value)))
    });
    Value::Object(named.collect())
}
