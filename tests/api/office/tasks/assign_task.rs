use serde_json::{Value, json};
use sild_domain::Role;

use crate::desk::{Desk, each, path};

#[tokio::test]
async fn an_assigned_task_is_in_the_portal_at_once_and_its_mail_waits() {
    // S32
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({ "due": "2026-03-31" })).await;
    assert_eq!(task["portal_state"], "assigned");
    assert_eq!(task["portal"]["assigned_at"], "2026-03-02T08:00:00Z");
    assert_eq!(task["portal"]["announce_at"], "2026-03-02T08:05:00Z");
    assert_eq!(task["portal"]["announced_at"], Value::Null);
    assert_eq!(desk.read(&task).await, task);
    let list = mari.get(&desk.portal("")).await.expect(200);
    assert_eq!(each(&list, "title"), ["Bank statement"]);
    assert!(desk.is_unread_by(&mari, &task).await);
    desk.world.settle().await;
    assert!(desk.world.mails().is_empty(), "S33: nothing before its time");
}

#[tokio::test]
async fn each_contact_with_access_is_told_once_after_the_wait() {
    // S26, S33, S52: the mail carries the way in
    let desk = Desk::start().await;
    desk.contact("mari").await;
    desk.contact("jaan").await;
    desk.office.contact_without_session(desk.client, "off@client.example", false).await;
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(7).await;
    let mut told = desk.world.mails().into_iter().map(|mail| mail.to).collect::<Vec<_>>();
    told.sort();
    assert_eq!(told, ["jaan@client.example", "mari@client.example"]);
    let panel = desk.read(&task).await["portal"].clone();
    assert_eq!(panel["announce_at"], Value::Null);
    assert_ne!(panel["announced_at"], Value::Null);
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails().len(), 2);
}

#[tokio::test]
async fn while_the_clients_portal_is_closed_it_is_refused_with_the_reason() {
    // S30
    let desk = Desk::closed().await;
    let task = desk.task(json!({})).await;
    assert_eq!(task["portal"]["client_portal_is_open"], false);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    desk.act(&task, "assign").await.expect_problem(409, "portal_closed");
    assert_eq!(desk.world.snapshot().await, before);
    let open = format!("/api/office/clients/{}/portal", desk.client);
    desk.owner.put(&open, json!({ "is_open": true })).await.expect(200);
    desk.act(&task, "assign").await.expect(200);
}

#[tokio::test]
async fn without_a_portal_of_the_office_it_is_refused_with_the_reason() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    desk.owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    desk.act(&task, "assign").await.expect_problem(409, "portal_inactive");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn what_is_assigned_or_completed_is_not_assigned_again() {
    let desk = Desk::start().await;
    let task = desk.assigned(json!({})).await;
    let completed = desk.task(json!({})).await;
    desk.act(&completed, "complete").await.expect(200);
    let outside = desk.office.member("Peeter", Role::Member).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    desk.act(&task, "assign").await.expect_problem(409, "already_assigned");
    desk.act(&completed, "assign").await.expect_problem(409, "task_completed");
    outside.post(&path(&task, "/assign"), json!({})).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn two_who_assign_at_once_assign_once() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let task = desk.task(json!({})).await;
    let (one, other) = tokio::join!(desk.act(&task, "assign"), desk.act(&task, "assign"));
    let mut answers = [one.status.as_u16(), other.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [200, 409]);
    desk.world.advance_minutes(7).await;
    assert_eq!(desk.world.mails().len(), 1);
}
