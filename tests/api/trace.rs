use serde_json::{Value, json};
use sild_tests::World;

const ROOT: &str = "1-69a54300-0000000000000000000000ff";

/// Gives a client a task, each request with a trace of its own, and leaves the time for the announcement.
async fn announced(header: Option<&str>) -> Vec<Value> {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, "mari@client.example", true).await;
    let owner = office.owner();
    let task = json!({ "client_id": client.to_string(), "title": "Bank statement" });
    let task = owner.post("/api/office/tasks", task).await.expect(201);
    let assign = format!("/api/office/tasks/{}/assign", task["id"].as_str().unwrap());
    let browser = header
        .map_or_else(|| owner.browser.clone(), |header| owner.browser.with_header("x-amzn-trace-id", header));
    world.hold(&["announce_tasks"]);
    browser.post(&assign, json!({})).await.expect(200);
    world.advance_minutes(10).await;
    world.events_of("announce_tasks")
}

#[tokio::test]
async fn the_trace_of_a_request_goes_through_the_outbox_into_the_schedule_that_it_arms() {
    let events = announced(Some(&format!("Root={ROOT};Parent=53995c3f42cd8ad8;Sampled=0"))).await;
    assert_eq!(events.len(), 1);
    assert_eq!(events[0]["trace"], ROOT);
}

#[tokio::test]
async fn a_request_without_a_trace_that_can_be_read_gets_one() {
    for header in [None, Some("Root=1-x"), Some("' || true")] {
        let events = announced(header).await;
        let trace = events[0]["trace"].as_str().unwrap();
        assert!(trace.starts_with("1-69a54") && trace.len() == ROOT.len(), "{trace}");
    }
}

#[tokio::test]
async fn an_error_of_ours_names_its_trace_and_a_refusal_does_not() {
    let world = World::start().await;
    let header = format!("Root={ROOT}");
    let refused = world.browser().with_header("x-amzn-trace-id", &header).get("/api/office/session").await;
    refused.expect_problem(401, "not_signed_in");
    assert_eq!(refused.headers.get("x-amzn-trace-id"), None);

    let browser = world.browser_without_table().with_header("x-amzn-trace-id", &header);
    let failed = browser.post("/api/office-login", json!({ "email": "owner@demo.example" })).await;
    failed.expect_problem(500, "internal_error");
    assert_eq!(failed.headers["x-amzn-trace-id"], header);
}
