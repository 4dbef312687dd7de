use serde_json::{Value, json};
use sild_tests::Person;

use crate::desk::{Desk, path};

fn settings(desk: &Desk) -> String {
    format!("/api/portal/{}/notification-settings", desk.office.id)
}

async fn switch_off(desk: &Desk, contact: &Person, kind: &str) {
    let version = contact.get(&settings(desk)).await.expect(200)["version"].clone();
    let edit = json!({ kind: { "mail": false } });
    contact.if_match(version).patch(&settings(desk), edit).await.expect(200);
}

/// A task is assigned and announced, written to, and taken back: the subjects of the mails of it.
async fn told_of(desk: &Desk, contact: &Person) -> Vec<String> {
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    write(desk, &task).await;
    desk.world.advance_minutes(10).await;
    desk.act(&task, "withdraw").await.expect(200);
    desk.world.advance_minutes(10).await;
    assert!(desk.world.cloud.dead_letters().unwrap().is_empty());
    desk.world.mails_to(&contact.email).into_iter().map(|mail| mail.subject).collect()
}

async fn write(desk: &Desk, task: &Value) {
    let message = json!({ "visibility": "portal", "text": "One more thing." });
    desk.owner.post(&path(task, "/messages"), message).await.expect(201);
}

const ASSIGNED: &str = "New task: Bank statement";
const REMINDED: &str = "Reminder: Bank statement";
const WRITTEN: &str = "Bank statement: 1 new message";
const WITHDRAWN: &str = "Bank statement: taken back; nothing is left to do";

#[tokio::test]
async fn whoever_never_chose_is_told_of_everything() {
    // S52, S53, S54, S56
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let all = mari.get(&settings(&desk)).await.expect(200);
    let on = json!({ "mail": true });
    let expected = json!({
        "task_assigned": on, "reminder": on, "portal_message": on, "task_withdrawn": on, "version": all["version"],
    });
    assert_eq!(all, expected);
    assert_eq!(told_of(&desk, &mari).await, [ASSIGNED, WRITTEN, WITHDRAWN]);
}

#[tokio::test]
async fn each_kind_of_mail_is_switched_off_by_itself() {
    for (kind, told) in [
        ("portal_message", [ASSIGNED, WITHDRAWN]),
        ("task_withdrawn", [ASSIGNED, WRITTEN]),
        // Who was not told of a task is not told that it is gone.
        ("task_assigned", [WRITTEN, ""]),
    ] {
        let desk = Desk::start().await;
        let mari = desk.contact("mari").await;
        switch_off(&desk, &mari, kind).await;
        let told = told.into_iter().filter(|subject| !subject.is_empty()).collect::<Vec<_>>();
        assert_eq!(told_of(&desk, &mari).await, told, "{kind}");
    }
}

#[tokio::test]
async fn reminders_are_switched_off_without_new_tasks_and_new_tasks_without_reminders() {
    // S56, S62
    for (kind, told) in [("reminder", [ASSIGNED]), ("task_assigned", [REMINDED])] {
        let desk = Desk::start().await;
        let mari = desk.contact("mari").await;
        switch_off(&desk, &mari, kind).await;
        let task = desk.assigned(json!({})).await;
        desk.world.advance_minutes(10).await;
        desk.act(&task, "remind").await.expect(202);
        desk.world.settle().await;
        let subjects = desk.world.mails_to(&mari.email).into_iter().map(|mail| mail.subject);
        assert_eq!(subjects.collect::<Vec<_>>(), told, "{kind}");
    }
}

#[tokio::test]
async fn the_others_are_told_all_the_same() {
    // S54
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    switch_off(&desk, &mari, "task_assigned").await;
    assert_eq!(told_of(&desk, &mari).await, [WRITTEN]);
    let subjects = desk.world.mails_to(&jaan.email).into_iter().map(|mail| mail.subject);
    assert_eq!(subjects.collect::<Vec<_>>(), [ASSIGNED, WRITTEN, WITHDRAWN]);
}

#[tokio::test]
async fn who_was_told_of_a_task_hears_that_it_is_gone_whatever_they_chose_since() {
    // S54
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    switch_off(&desk, &mari, "task_assigned").await;
    desk.act(&task, "withdraw").await.expect(200);
    desk.world.advance_minutes(10).await;
    let subjects = desk.world.mails_to(&mari.email).into_iter().map(|mail| mail.subject);
    assert_eq!(subjects.collect::<Vec<_>>(), [ASSIGNED, WITHDRAWN]);
}

#[tokio::test]
async fn an_announcement_that_nobody_wants_is_over_all_the_same() {
    // S33
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    switch_off(&desk, &mari, "task_assigned").await;
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    let panel = desk.read(&task).await["portal"].clone();
    assert_eq!(panel["announce_at"], Value::Null, "nothing waits any more");
    assert!(panel["announced_at"].is_string());
    let left = desk.world.snapshot().await;
    assert!(left.iter().all(|item| item["ent"] != "notice"));
    assert!(desk.world.mails_to(&mari.email).is_empty());
}

#[tokio::test]
async fn what_a_contact_has_read_before_its_mail_leaves_is_not_mailed() {
    // S53
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    let before = [mari.email.clone(), jaan.email.clone()].map(|email| desk.world.mails_to(&email).len());
    assert_eq!(before, [1, 1]);
    write(&desk, &task).await;
    desk.world.settle().await;
    desk.mark_read(&mari, &task).await;
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.mails_to(&mari.email).len(), 1, "read already");
    assert_eq!(desk.world.mails_to(&jaan.email).len(), 2, "not read by him");
}

#[tokio::test]
async fn what_comes_after_reading_is_told_of() {
    // S53: once something is unread, its mail leaves, whatever was read before
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    write(&desk, &task).await;
    desk.world.settle().await;
    desk.mark_read(&mari, &task).await;
    write(&desk, &task).await;
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.mails_to(&mari.email).len(), 2, "the announcement, and one mail of what is unread");
}

#[tokio::test]
async fn an_answer_to_a_request_that_was_read_is_not_mailed() {
    // S53
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    let answer = json!({ "visibility": "portal", "text": "Like this." });
    let messages = crate::desk::request_path(&request, "/messages");
    desk.owner.post(&messages, answer.clone()).await.expect(201);
    desk.world.settle().await;
    let activity = desk.request_seen_by(&mari, &request).await["activity"].clone();
    let read = desk.portal_request(&request, "/read");
    mari.post(&read, json!({ "activity": activity })).await.expect(204);
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails_to(&mari.email).is_empty());
    desk.owner.post(&messages, answer).await.expect(201);
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.mails_to(&mari.email).len(), 1);
}

#[tokio::test]
async fn a_change_is_of_one_version_and_refusals_change_nothing() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let path = settings(&desk);
    let version = mari.get(&path).await.expect(200)["version"].as_u64().unwrap();
    let edit = json!({ "portal_message": { "mail": false } });
    let after = mari.if_match(version).patch(&path, edit.clone()).await.expect(200);
    assert_eq!((&after["portal_message"]["mail"], &after["version"]), (&json!(false), &json!(version + 1)));
    let before = desk.world.snapshot().await;
    mari.patch(&path, edit.clone()).await.expect_problem(428, "version_required");
    mari.if_match(version).patch(&path, edit.clone()).await.expect_problem(412, "version_mismatch");
    desk.owner.if_match(version + 1).patch(&path, edit).await.expect_problem(401, "not_signed_in");
    for (edit, pointer, code) in [
        (json!({ "new_request": { "mail": false } }), "/new_request", "unknown_field"),
        (json!({ "portal_message": { "in_app": false } }), "/portal_message/in_app", "unknown_field"),
        (json!({ "portal_message": false }), "/portal_message", "invalid_format"),
    ] {
        let reply = mari.if_match(version + 1).patch(&path, edit).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_login_link_comes_whatever_was_switched_off() {
    // S10
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    for kind in ["task_assigned", "reminder", "portal_message", "task_withdrawn"] {
        switch_off(&desk, &mari, kind).await;
    }
    let login = json!({ "email": mari.email });
    desk.world.browser().post("/api/portals/demo/login", login).await.expect(202);
    desk.world.settle().await;
    assert_eq!(desk.world.mails_to(&mari.email).len(), 1);
}
