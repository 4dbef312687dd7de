use serde_json::{Value, json};

use crate::desk::Desk;

#[tokio::test]
async fn the_clients_done_is_not_the_offices_and_the_office_is_told() {
    // S42, S51
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let state = mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200);
    let word = json!({ "by": "mari", "at": "2026-03-02T08:00:00Z" });
    assert_eq!(state, json!({ "state": "done", "done": word, "completed_at": null }));
    let seen = desk.read(&task).await;
    assert_eq!([&seen["state"], &seen["client_state"]], ["open", "done"]);
    assert_eq!([&seen["done"], &seen["completed"]], [&word, &Value::Null]);
    assert_eq!(seen["portal"]["announce_at"], Value::Null, "nobody needs to be told of it any more");
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to(&desk.owner.email).len(), 1);
    assert!(desk.world.mails_to(&mari.email).is_empty());
}

#[tokio::test]
async fn the_first_contact_counts_and_a_later_word_is_harmless() {
    // S43
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    let done = desk.portal_task(&task, "/done");
    let first = mari.post(&done, json!({})).await.expect(200);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    desk.world.advance_minutes(1).await;
    assert_eq!(jaan.post(&done, json!({})).await.expect(200), first);
    assert_eq!(mari.post(&done, json!({})).await.expect(200), first);
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn two_who_finish_at_once_finish_once() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    let done = desk.portal_task(&task, "/done");
    let (one, other) = tokio::join!(mari.post(&done, json!({})), jaan.post(&done, json!({})));
    assert_eq!(one.expect(200), other.expect(200));
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to(&desk.owner.email).len(), 1);
}

#[tokio::test]
async fn with_automatic_completion_it_completes_at_once() {
    // S43
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({ "auto_complete": true, "due": "2026-03-31" })).await;
    let state = mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200);
    assert_eq!([&state["state"], &state["completed_at"]], ["completed", "2026-03-02T08:00:00Z"]);
    let seen = desk.read(&task).await;
    assert_eq!([&seen["state"], &seen["completed"]["by"]], ["completed", "mari"]);
    desk.world.settle().await;
    let client = desk.read_client().await;
    assert_eq!([&client["open_count"], &client["earliest_due"]], [&json!(0), &Value::Null]);
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to(&desk.owner.email).len(), 1, "S51: with auto-completion too");
}

#[tokio::test]
async fn a_done_after_the_offices_word_is_harmless_and_tells_nobody() {
    // S44
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.act(&task, "complete").await.expect(200);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let state = mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200);
    assert_eq!([&state["state"], &state["done"]], [&json!("completed"), &Value::Null]);
    assert_eq!(desk.world.snapshot().await, before);
    desk.world.advance_minutes(30).await;
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn what_the_client_does_not_have_cannot_be_done() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.task(json!({})).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
}
