//! What a browser that has an answer already gets.

use http::header;
use serde_json::json;
use sild_tests::{Reply, World};

const CLIENTS: &str = "/api/office/clients";

fn tag(reply: &Reply) -> &str {
    reply.headers[header::ETAG].to_str().unwrap()
}

#[tokio::test]
async fn what_is_unchanged_comes_without_a_body_until_it_changes() {
    let world = World::start().await;
    let office = world.office().await;
    office.client("Example Bakery").await;
    let browser = &office.owner().browser;
    let first = browser.get(CLIENTS).await;
    assert!(tag(&first).starts_with("W/\""));

    let knowing = browser.with_header("if-none-match", &format!("W/\"other\", {}", tag(&first)));
    let unchanged = knowing.get(CLIENTS).await;
    assert_eq!(unchanged.status.as_u16(), 304);
    assert!(unchanged.bytes.is_empty());
    assert_eq!(tag(&unchanged), tag(&first));
    assert_eq!(unchanged.headers[header::CACHE_CONTROL], "no-store");
    assert!(!unchanged.headers.contains_key(header::CONTENT_TYPE));

    office.client("Sample Café").await;
    let changed = knowing.get(CLIENTS).await;
    assert_ne!(tag(&changed), tag(&first));
    assert_eq!(changed.expect(200)["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn somebody_else_s_tag_shows_nothing_and_a_refusal_stays_one() {
    let world = World::start().await;
    let office = world.office().await;
    let reply = office.owner().get(CLIENTS).await;
    let stranger = world.browser().with_header("if-none-match", tag(&reply));
    stranger.get(CLIENTS).await.expect_problem(401, "not_signed_in");
}

#[tokio::test]
async fn a_version_of_one_thing_is_no_tag_of_all_that_an_answer_holds() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let owner = office.owner();
    let task = json!({ "client_id": client, "title": "Bank statement" });
    let path = format!(
        "/api/office/tasks/{}",
        owner.post("/api/office/tasks", task).await.expect(201)["id"].as_str().unwrap()
    );
    let reply = owner.get(&path).await;
    assert_eq!(tag(&reply), "\"1\"");
    let again = owner.browser.with_header("if-none-match", tag(&reply)).get(&path).await;
    assert_eq!(again.status.as_u16(), 200);
}

#[tokio::test]
async fn a_page_and_what_changes_something_have_no_tag() {
    let world = World::start().await;
    let office = world.office().await;
    let made = office.owner().post(CLIENTS, json!({ "name": "Example Bakery" })).await;
    assert_eq!(made.status.as_u16(), 201);
    assert!(!made.headers[header::ETAG].to_str().unwrap().starts_with("W/"));
    let page = world.browser().get("/p/demo").await;
    assert!(!page.headers.contains_key(header::ETAG));
}
