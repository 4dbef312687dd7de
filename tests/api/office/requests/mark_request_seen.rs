use serde_json::json;

use crate::desk::{Desk, request_path};

#[tokio::test]
async fn looking_at_a_request_clears_its_news_for_the_office_and_nothing_else() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    let before = desk.read_request(&request).await;
    assert_eq!(before["has_client_news"], true);
    desk.owner.post(&request_path(&request, "/seen"), json!({})).await.expect(204);
    let after = desk.read_request(&request).await;
    assert_eq!([&after["has_client_news"], &after["state"]], [&json!(false), &json!("new")]);
    let snapshot = desk.world.snapshot().await;
    desk.owner.post(&request_path(&request, "/seen"), json!({})).await.expect(204);
    assert_eq!(desk.world.snapshot().await, snapshot, "a second look writes nothing");
}
