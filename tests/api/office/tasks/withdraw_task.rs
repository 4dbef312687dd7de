use serde_json::{Value, json};

use crate::desk::{Desk, each, path};

#[tokio::test]
async fn withdrawing_within_five_minutes_sends_nothing() {
    // S33
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(4).await;
    let withdrawn = desk.act(&task, "withdraw").await.expect(200);
    assert_eq!(withdrawn["portal_state"], "withdrawn");
    assert_eq!([&withdrawn["portal"]["announce_at"], &withdrawn["portal"]["assigned_at"]], [&Value::Null; 2]);
    mari.get(&desk.portal_task(&task, "")).await.expect_problem(404, "not_found");
    assert!(each(&mari.get(&desk.portal("")).await.expect(200), "id").is_empty());
    desk.world.advance_minutes(60).await;
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn what_was_announced_is_withdrawn_by_mail_too() {
    // S54
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(7).await;
    assert_eq!(desk.world.mails_to("mari@client.example").len(), 1);
    desk.act(&task, "withdraw").await.expect(200);
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to("mari@client.example").len(), 2);
}

#[tokio::test]
async fn assigned_again_it_waits_again_and_is_unread_again() {
    // S31, S33
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.mark_read(&mari, &task).await;
    mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200);
    desk.act(&task, "withdraw").await.expect(200);
    desk.world.advance_minutes(3).await;
    let again = desk.act(&task, "assign").await.expect(200);
    assert_eq!(again["portal"]["announce_at"], "2026-03-02T08:08:00Z");
    assert_eq!([&again["client_state"], &again["done"]], [&json!("open"), &Value::Null]);
    assert!(desk.is_unread_by(&mari, &task).await);
    let announcements = || desk.world.mails_to("mari@client.example").len();
    desk.world.advance_minutes(4).await;
    assert_eq!(announcements(), 0, "not by the first wait");
    desk.world.advance_minutes(3).await;
    assert_eq!(announcements(), 1);
}

#[tokio::test]
async fn what_the_client_does_not_have_cannot_be_withdrawn() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    let other = desk.world.office_named("Other Office", "other").await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    desk.act(&task, "withdraw").await.expect_problem(409, "not_assigned");
    let foreign = other.owner().post(&path(&task, "/withdraw"), json!({})).await;
    foreign.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
}
