use serde_json::json;

use crate::desk::{Desk, request_path};

#[tokio::test]
async fn an_answer_is_unread_until_each_contact_has_seen_it() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let request = desk.request(&mari, "A question").await;
    let answer = json!({ "visibility": "portal", "text": "Like this." });
    desk.owner.post(&request_path(&request, "/messages"), answer).await.expect(201);
    let read = desk.portal_request(&request, "/read");
    let seen = desk.request_seen_by(&mari, &request).await;
    assert_eq!(seen["is_unread"], true);
    mari.post(&read, json!({ "activity": seen["activity"] })).await.expect(204);
    assert_eq!(desk.request_seen_by(&mari, &request).await["is_unread"], false);
    assert_eq!(desk.request_seen_by(&jaan, &request).await["is_unread"], true);
    mari.post(&read, json!({ "activity": 1 })).await.expect(204);
    assert_eq!(desk.request_seen_by(&mari, &request).await["is_unread"], false, "never less than before");
    let before = desk.world.snapshot().await;
    mari.post(&read, json!({ "activity": 99 })).await.expect_problem(422, "invalid_value");
    assert_eq!(desk.world.snapshot().await, before);
}
