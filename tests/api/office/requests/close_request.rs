//! `close_request` and `reopen_request`.

use serde_json::json;

use crate::desk::{Desk, request_path};

/// S48
#[tokio::test]
async fn a_request_is_closed_and_opened_again() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    desk.world.advance_minutes(10).await;
    let mails = desk.world.mails().len();
    let closed = desk.owner.post(&request_path(&request, "/close"), json!({})).await.expect(200);
    assert_eq!([&closed["state"], &closed["ended"]["by"]], ["closed", "Olivia Owner"]);
    let again = desk.owner.post(&request_path(&request, "/close"), json!({})).await;
    again.expect_problem(409, "request_closed");
    let open = desk.owner.post(&request_path(&request, "/reopen"), json!({})).await.expect(200);
    assert_eq!([&open["state"], &open["ended"]], [&json!("new"), &json!(null)]);
    let again = desk.owner.post(&request_path(&request, "/reopen"), json!({})).await;
    again.expect_problem(409, "request_not_closed");
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.mails().len(), mails, "nobody is mailed");
}

#[tokio::test]
async fn a_converted_request_is_neither_closed_nor_opened() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for command in ["/close", "/reopen", "/convert"] {
        let reply = desk.owner.post(&request_path(&request, command), json!({})).await;
        reply.expect_problem(409, "request_converted");
    }
    assert_eq!(desk.world.snapshot().await, before);
}
