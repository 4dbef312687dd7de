use serde_json::json;

use crate::desk::Desk;

#[tokio::test]
async fn what_is_read_is_not_bold_until_something_happens() {
    // S31
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    let version = desk.read(&task).await["version"].clone();
    assert!(desk.is_unread_by(&mari, &task).await, "S31: new is bold");
    desk.mark_read(&mari, &task).await;
    assert!(!desk.is_unread_by(&mari, &task).await);
    assert!(desk.is_unread_by(&jaan, &task).await, "each for themselves");
    assert_eq!(desk.read(&task).await["version"], version, "reading is no edit");
}

#[tokio::test]
async fn a_late_mark_does_not_take_back_a_newer_one() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    let early = desk.seen_by(&mari, &task).await["activity"].clone();
    jaan.post(&desk.portal_task(&task, "/messages"), json!({ "text": "Hello." })).await.expect(201);
    desk.mark_read(&mari, &task).await;
    let before = desk.world.snapshot().await;
    let read = desk.portal_task(&task, "/read");
    mari.post(&read, json!({ "activity": early })).await.expect(204);
    assert_eq!(desk.world.snapshot().await, before);
    assert!(!desk.is_unread_by(&mari, &task).await);
}

#[tokio::test]
async fn more_than_has_happened_cannot_be_seen() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let hidden = desk.task(json!({})).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let reply = mari.post(&desk.portal_task(&task, "/read"), json!({ "activity": 4_000_000_000_u32 })).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors(), [("/activity".to_owned(), "out_of_range".to_owned())]);
    let reply = mari.post(&desk.portal_task(&hidden, "/read"), json!({ "activity": 0 })).await;
    reply.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
}
