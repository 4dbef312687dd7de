//! Files of requests: `declare_request_file`, `complete_request_file`, `download_request_file`.

use serde_json::json;
use sild_tests::upload;

use crate::desk::{Desk, request_path};

#[tokio::test]
async fn a_members_file_is_stored_under_the_limit_and_news_for_the_client() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    let files = request_path(&request, "/files");
    let new = |size: u64| json!({ "name": "a.txt", "size_bytes": size, "content_type": "text/plain", "visibility": "portal" });
    desk.owner.post(&files, new(10_485_761)).await.expect_problem(413, "file_too_large");
    let keyed = desk.owner.key("declare-once");
    let ticket = keyed.post(&files, new(5)).await.expect(201);
    assert_eq!(keyed.post(&files, new(5)).await.expect(201)["file_id"], ticket["file_id"]);
    let complete = format!("{files}/{}/complete", ticket["file_id"].as_str().unwrap());
    desk.owner.post(&complete, json!({})).await.expect_problem(409, "file_not_uploaded");
    upload(&ticket, b"bytes").await;
    let file = desk.owner.post(&complete, json!({})).await.expect(200);
    assert_eq!(file["visibility"], "portal");
    let seen = desk.request_seen_by(&mari, &request).await;
    assert_eq!([&seen["is_unread"], &seen["file_count"]], [&json!(true), &json!(1)]);
    assert_eq!(seen["state"], "new", "a file is no answer");
}

#[tokio::test]
async fn a_converted_request_takes_no_file_that_was_declared_before() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    let files = request_path(&request, "/files");
    let new = json!({
        "name": "a.txt", "size_bytes": 5, "content_type": "text/plain", "visibility": "portal",
    });
    let keyed = desk.owner.key("declare-once");
    let ticket = keyed.post(&files, new.clone()).await.expect(201);
    upload(&ticket, b"bytes").await;
    desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let complete = format!("{files}/{}/complete", ticket["file_id"].as_str().unwrap());
    desk.owner.post(&complete, json!({})).await.expect_problem(409, "request_converted");
    desk.owner.post(&files, new.clone()).await.expect_problem(409, "request_converted");
    assert_eq!(keyed.post(&files, new).await.expect(201)["file_id"], ticket["file_id"]);
    assert_eq!(desk.world.snapshot().await, before);
}
