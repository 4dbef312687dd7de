//! `remind_now` (S62).

use serde_json::{Value, json};
use sild_domain::Role;

use crate::desk::{Desk, id, path};

/// Whom a reminder has reached, in the order of their addresses.
fn reminded(desk: &Desk) -> Vec<String> {
    let mails = desk.world.mails().into_iter().filter(|mail| mail.subject.starts_with("Reminder"));
    let mut to = mails.map(|mail| mail.to).collect::<Vec<_>>();
    to.sort();
    to
}

/// A task that was announced.
async fn announced(desk: &Desk, fields: Value) -> Value {
    let task = desk.assigned(fields).await;
    desk.world.advance_minutes(7).await;
    task
}

#[tokio::test]
async fn every_contact_who_can_enter_is_reminded_and_nobody_else() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    desk.contact("jaan").await;
    desk.office.contact_without_session(desk.client, "off@client.example", false).await;
    let task = announced(&desk, json!({ "due": "2026-03-02" })).await;
    let asked = desk.act(&task, "remind").await.expect(202);
    assert_eq!(asked["asked_at"], "2026-03-02T08:07:00Z");
    assert_eq!([&asked["count"], &asked["last_at"]], [&json!(0), &Value::Null]);
    desk.world.settle().await;
    assert_eq!(reminded(&desk), ["jaan@client.example", "mari@client.example"]);
    let mail = desk.world.mails_to("mari@client.example").pop().unwrap();
    assert_eq!(mail.subject, "Reminder: Bank statement");
    assert!(mail.text.contains("Due today") && mail.text.contains("/login#t="), "{}", mail.text);
    assert!(mail.text.contains(id(&task)));
    let reminders = desk.read(&task).await["reminders"].clone();
    assert_eq!([&reminders["count"], &reminders["last_at"]], [&json!(1), &json!("2026-03-02T08:07:00Z")]);
    assert_eq!(desk.read(&task).await["version"], task["version"], "it is no edit");
}

#[tokio::test]
async fn once_an_hour_and_a_doubled_click_once() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let task = announced(&desk, json!({})).await;
    let (one, other) = tokio::join!(desk.act(&task, "remind"), desk.act(&task, "remind"));
    let mut answers = [one.status.as_u16(), other.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [202, 409]);
    desk.world.advance_minutes(59).await;
    let before = desk.world.snapshot().await;
    desk.act(&task, "remind").await.expect_problem(409, "reminded_recently");
    assert_eq!(desk.world.snapshot().await, before);
    desk.world.advance_minutes(2).await;
    desk.act(&task, "remind").await.expect(202);
    desk.world.settle().await;
    assert_eq!(reminded(&desk).len(), 2);
    assert_eq!(desk.read(&task).await["reminders"]["count"], 2);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_gets_the_first_answer() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let task = announced(&desk, json!({})).await;
    let owner = desk.owner.key("remind-once");
    let first = owner.post(&path(&task, "/remind"), json!({})).await.expect(202);
    desk.world.advance_minutes(3).await;
    assert_eq!(owner.post(&path(&task, "/remind"), json!({})).await.expect(202), first);
    desk.world.advance_minutes(3).await;
    assert_eq!(reminded(&desk).len(), 1);
}

#[tokio::test]
async fn what_the_client_need_not_do_is_refused_with_the_reason() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let not_assigned = desk.task(json!({})).await;
    let withdrawn = desk.assigned(json!({})).await;
    desk.act(&withdrawn, "withdraw").await.expect(200);
    let completed = announced(&desk, json!({})).await;
    desk.act(&completed, "complete").await.expect(200);
    let done = announced(&desk, json!({})).await;
    mari.post(&desk.portal_task(&done, "/done"), json!({})).await.expect(200);
    let fresh = desk.assigned(json!({})).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for (task, code) in [
        (&not_assigned, "not_assigned"),
        (&withdrawn, "not_assigned"),
        (&completed, "task_completed"),
        (&done, "task_done"),
        (&fresh, "not_announced"),
    ] {
        desk.act(task, "remind").await.expect_problem(409, code);
    }
    assert_eq!(desk.world.snapshot().await, before);
    let outside = desk.office.member("Peeter", Role::Member).await;
    outside.post(&path(&fresh, "/remind"), json!({})).await.expect_problem(404, "not_found");
    desk.world.settle().await;
    assert!(reminded(&desk).is_empty());
}

#[tokio::test]
async fn while_nobody_can_enter_the_portal_nobody_is_reminded() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let task = announced(&desk, json!({})).await;
    let portal = format!("/api/office/clients/{}/portal", desk.client);
    desk.owner.put(&portal, json!({ "is_open": false })).await.expect(200);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    desk.act(&task, "remind").await.expect_problem(409, "portal_closed");
    assert_eq!(desk.world.snapshot().await, before);
    desk.owner.put(&portal, json!({ "is_open": true })).await.expect(200);
    desk.owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    desk.act(&task, "remind").await.expect_problem(409, "portal_inactive");
    desk.world.settle().await;
    assert!(reminded(&desk).is_empty());
}

#[tokio::test]
async fn a_reminder_that_reaches_nobody_does_not_count() {
    let desk = Desk::start().await;
    desk.office.contact_without_session(desk.client, "off@client.example", false).await;
    let task = announced(&desk, json!({})).await;
    desk.act(&task, "remind").await.expect(202);
    desk.world.settle().await;
    let reminders = desk.read(&task).await["reminders"].clone();
    assert_eq!([&reminders["count"], &reminders["last_at"]], [&json!(0), &Value::Null]);
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn who_finished_it_in_between_is_not_reminded() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = announced(&desk, json!({})).await;
    desk.world.hold(&["send_mail", "sweep_outbox"]);
    desk.act(&task, "remind").await.expect(202);
    desk.world.settle().await;
    mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200);
    let event = desk.world.events_of("send_mail").pop().unwrap();
    desk.world.call("send_mail", event).await.unwrap();
    assert!(reminded(&desk).is_empty());
}
