use serde_json::{Value, json};

use crate::desk::Desk;

#[tokio::test]
async fn a_reopened_task_is_open_and_counts_again() {
    // S42
    let desk = Desk::start().await;
    let task = desk.task(json!({ "due": "2026-03-31" })).await;
    desk.act(&task, "complete").await.expect(200);
    let reopened = desk.act(&task, "reopen").await.expect(200);
    assert_eq!([&reopened["state"], &reopened["completed"]], [&json!("open"), &Value::Null]);
    desk.world.settle().await;
    let client = desk.read_client().await;
    assert_eq!([&client["open_count"], &client["earliest_due"]], [&json!(1), &json!("2026-03-31")]);
    desk.act(&task, "reopen").await.expect_problem(409, "task_not_completed");
}

#[tokio::test]
async fn the_clients_word_stays_unless_it_was_what_completed_the_task() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    for (auto_complete, client_state) in [(false, "done"), (true, "open")] {
        let task = desk.assigned(json!({ "auto_complete": auto_complete })).await;
        mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200);
        if !auto_complete {
            desk.act(&task, "complete").await.expect(200);
        }
        let reopened = desk.act(&task, "reopen").await.expect(200);
        assert_eq!(reopened["client_state"], client_state);
        assert_eq!(reopened["done"].is_null(), auto_complete);
    }
}

#[tokio::test]
async fn who_was_not_told_before_it_was_completed_is_told_after_it_waits_again() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.act(&task, "complete").await.expect(200);
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails().is_empty());
    let reopened = desk.act(&task, "reopen").await.expect(200);
    assert_eq!(reopened["portal"]["announce_at"], "2026-03-02T08:15:00Z");
    desk.world.advance_minutes(7).await;
    assert_eq!(desk.world.mails_to("mari@client.example").len(), 1);
    desk.act(&task, "complete").await.expect(200);
    desk.act(&task, "reopen").await.expect(200);
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to("mari@client.example").len(), 1, "once an assignment");
}
