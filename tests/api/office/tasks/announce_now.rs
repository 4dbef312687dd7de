//! `announce_now` (S33). A world begins on Monday, 2 March 2026, at 10:00 in Tallinn.

use serde_json::json;

use crate::desk::{Desk, path};

const MARI: &str = "mari@client.example";

#[tokio::test]
async fn the_client_is_told_with_the_next_minute_and_once() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    assert_eq!(task["portal"]["announce_at"], "2026-03-02T08:05:00Z");
    desk.world.advance(jiff::SignedDuration::from_secs(30)).await;
    let hastened = desk.act(&task, "announce").await.expect(200);
    assert_eq!(hastened["portal"]["announce_at"], "2026-03-02T08:01:00Z");
    assert_eq!(hastened["version"].as_i64(), task["version"].as_i64().map(|version| version + 1));
    assert_eq!(desk.act(&task, "announce").await.expect(200), hastened, "asked again, it stays");
    assert!(desk.world.mails_to(MARI).is_empty());
    desk.world.advance_minutes(1).await;
    assert_eq!(desk.world.mails_to(MARI).len(), 1);
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to(MARI).len(), 1, "the wait that was cut short tells nobody again");
    let told = desk.owner.get(&path(&task, "")).await.expect(200);
    assert!(told["portal"]["announced_at"].is_string());
    assert_eq!(
        desk.act(&task, "announce").await.expect(200),
        told,
        "what was announced is not announced again"
    );
}

#[tokio::test]
async fn what_leaves_in_one_minute_leaves_in_one_mail() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let first = desk.assigned(json!({ "title": "Receipts" })).await;
    let second = desk.assigned(json!({ "title": "Statement" })).await;
    let third = desk.assigned(json!({ "title": "Inventory" })).await;
    for task in [&first, &second] {
        desk.act(task, "announce").await.expect(200);
    }
    desk.world.advance_minutes(2).await;
    let mails = desk.world.mails_to(MARI);
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("Receipts") && mails[0].text.contains("Statement"), "{}", mails[0].text);
    assert!(!mails[0].text.contains("Inventory"));
    desk.world.advance_minutes(4).await;
    assert_eq!(desk.world.mails_to(MARI).len(), 2);
    assert!(desk.world.mails_to(MARI)[1].text.contains(third["title"].as_str().unwrap()));
}

#[tokio::test]
async fn it_can_still_be_taken_back_until_then() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.world.advance(jiff::SignedDuration::from_secs(5)).await;
    desk.act(&task, "announce").await.expect(200);
    desk.act(&task, "withdraw").await.expect(200);
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails_to(MARI).is_empty());
}

#[tokio::test]
async fn what_the_client_does_not_have_or_has_done_is_not_announced() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let draft = desk.task(json!({})).await;
    let done = desk.assigned(json!({})).await;
    mari.post(&desk.portal_task(&done, "/done"), json!({})).await.expect(200);
    let other = desk.world.office_named("Other Office", "other").await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    desk.act(&draft, "announce").await.expect_problem(409, "not_assigned");
    let foreign = other.owner().post(&path(&done, "/announce"), json!({})).await;
    foreign.expect_problem(404, "not_found");
    let same = desk.act(&done, "announce").await.expect(200);
    assert_eq!(same["portal"]["announce_at"], json!(null));
    assert_eq!(desk.world.snapshot().await, before);
}
