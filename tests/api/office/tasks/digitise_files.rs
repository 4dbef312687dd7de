//! `digitise_files` (S61).

use serde_json::{Value, json};
use sild_domain::Role;

use crate::desk::{Desk, id, path};

const READER: &str = "documents@reader.example";

async fn digitise(desk: &Desk, task: &Value, body: Value) -> sild_tests::Reply {
    desk.owner.post(&path(task, "/digitise"), body).await
}

fn ids(answer: &Value) -> Vec<&str> {
    answer["files"].as_array().unwrap().iter().map(id).collect()
}

/// What the office sees of each file: its name and how far it is.
async fn states(desk: &Desk, task: &Value) -> Vec<(String, Value)> {
    let read = desk.read(task).await;
    let files = read["files"].as_array().unwrap().iter();
    files
        .map(|file| (file["name"].as_str().unwrap().to_owned(), file["digitisation"]["state"].clone()))
        .collect()
}

#[tokio::test]
async fn what_the_client_sees_is_sent_by_default_and_the_portal_never_hears_of_it() {
    let desk = Desk::start().await;
    desk.digitises(READER).await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.contact_file(&mari, &task, "arve.pdf").await;
    desk.file(&task, "contract.pdf", "portal").await;
    desk.file(&task, "notes.txt", "internal").await;
    let seen_before = desk.seen_by(&mari, &task).await;
    let answer = digitise(&desk, &task, json!({})).await.expect(202);
    let first = &answer["files"][0]["digitisation"];
    assert_eq!(
        first,
        &json!({ "state": "queued", "at": "2026-03-02T08:00:00Z", "by": "Olivia Owner", "to": null, "reason": null })
    );
    assert_eq!(ids(&answer).len(), 2);
    desk.world.advance_minutes(2).await;

    let mails = desk.world.mails_to(READER);
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].subject, "Example Bakery: Bank statement");
    assert!(mails[0].text.contains("arve.pdf") && mails[0].text.contains("contract.pdf"));
    assert!(!mails[0].text.contains("notes.txt"));
    let expected = [("arve.pdf", "sent"), ("contract.pdf", "sent")];
    let states = states(&desk, &task).await;
    for (name, state) in expected {
        assert!(states.contains(&(name.to_owned(), json!(state))), "{states:?}");
    }
    assert!(states.contains(&("notes.txt".to_owned(), Value::Null)));
    let read = desk.read(&task).await;
    assert_eq!(read["files"][0]["digitisation"]["to"], READER);

    let seen = desk.seen_by(&mari, &task).await;
    assert_eq!(seen["files"], seen_before["files"]);
    assert!(!seen.to_string().contains("digitis") && !seen.to_string().contains(READER));
    let portal = desk.portal_task(&task, "/digitise");
    assert_eq!(mari.post(&portal, json!({})).await.status.as_u16(), 404);
}

#[tokio::test]
async fn internal_files_go_only_where_they_are_named() {
    let desk = Desk::start().await;
    desk.digitises(READER).await;
    let task = desk.task(json!({})).await;
    let internal = desk.file(&task, "notes.txt", "internal").await;
    digitise(&desk, &task, json!({})).await.expect_problem(409, "nothing_to_digitise");
    let named = json!({ "file_ids": [id(&internal)] });
    digitise(&desk, &task, named).await.expect(202);
    desk.world.advance_minutes(2).await;
    assert_eq!(desk.world.mails_to(READER).len(), 1);
}

#[tokio::test]
async fn sending_one_again_asks_first() {
    let desk = Desk::start().await;
    desk.digitises(READER).await;
    let task = desk.task(json!({})).await;
    let [one, other] = [desk.file(&task, "1.pdf", "portal").await, desk.file(&task, "2.pdf", "portal").await];
    let named = |resend: bool| json!({ "file_ids": [id(&one)], "resend": resend });
    digitise(&desk, &task, named(false)).await.expect(202);
    let queued = desk.world.snapshot().await;
    digitise(&desk, &task, named(false)).await.expect_problem(409, "already_digitised");
    assert_eq!(desk.world.snapshot().await, queued, "one that is queued neither");
    desk.world.advance_minutes(2).await;
    let sent = desk.world.snapshot().await;
    let both = json!({ "file_ids": [id(&one), id(&other)] });
    digitise(&desk, &task, both).await.expect_problem(409, "already_digitised");
    assert_eq!(desk.world.snapshot().await, sent, "not even the one that was not sent");
    desk.world.advance_minutes(15).await;
    assert_eq!(desk.world.mails_to(READER).len(), 1);

    let rest = digitise(&desk, &task, json!({})).await.expect(202);
    assert_eq!(ids(&rest), [id(&other)], "all that were not sent yet");
    let again = digitise(&desk, &task, named(true)).await.expect(202);
    assert_eq!(ids(&again), [id(&one)]);
    desk.world.advance_minutes(2).await;
    assert_eq!(desk.world.mails_to(READER).len(), 3);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_sends_once_and_answers_the_same() {
    let desk = Desk::start().await;
    desk.digitises(READER).await;
    let task = desk.task(json!({})).await;
    desk.file(&task, "1.pdf", "portal").await;
    let owner = desk.owner.key("digitise-once");
    let first = owner.post(&path(&task, "/digitise"), json!({})).await.expect(202);
    desk.world.advance_minutes(2).await;
    let again = owner.post(&path(&task, "/digitise"), json!({})).await.expect(202);
    assert_eq!(first, again);
    let other = owner.post(&path(&task, "/digitise"), json!({ "resend": true })).await;
    other.expect_problem(422, "idempotency_key_reused");
    desk.world.advance_minutes(15).await;
    assert_eq!(desk.world.mails_to(READER).len(), 1);
}

#[tokio::test]
async fn two_who_press_at_once_send_a_file_once() {
    let desk = Desk::start().await;
    desk.digitises(READER).await;
    let task = desk.task(json!({})).await;
    desk.file(&task, "1.pdf", "portal").await;
    let (one, other) = tokio::join!(digitise(&desk, &task, json!({})), digitise(&desk, &task, json!({})));
    let mut answers = [one.status.as_u16(), other.status.as_u16()];
    answers.sort_unstable();
    assert_eq!(answers, [202, 409]);
    desk.world.advance_minutes(20).await;
    assert_eq!(desk.world.mails_to(READER).len(), 1);
}

#[tokio::test]
async fn without_the_setting_or_an_address_it_is_refused_with_the_reason() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    desk.file(&task, "1.pdf", "portal").await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    digitise(&desk, &task, json!({})).await.expect_problem(409, "digitisation_off");
    assert_eq!(desk.world.snapshot().await, before);
    desk.settings(json!({ "digitisation_is_on": true })).await;
    let before = desk.world.snapshot().await;
    digitise(&desk, &task, json!({})).await.expect_problem(409, "no_digitisation_address");
    assert_eq!(desk.world.snapshot().await, before);
    desk.world.advance_minutes(15).await;
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn files_that_are_none_of_the_task_are_refused() {
    let desk = Desk::start().await;
    desk.digitises(READER).await;
    let task = desk.task(json!({})).await;
    let other = desk.task(json!({})).await;
    let [mine, foreign] =
        [desk.file(&task, "1.pdf", "portal").await, desk.file(&other, "2.pdf", "portal").await];
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let many = (0..51).map(|n| format!("fil_{n:026}")).collect::<Vec<_>>();
    for (ids, code) in [
        (json!([id(&mine), id(&foreign)]), "invalid_id"),
        (json!([id(&mine), id(&mine)]), "duplicate_item"),
        (json!([]), "required"),
        (json!(many), "too_many_items"),
    ] {
        let reply = digitise(&desk, &task, json!({ "file_ids": ids })).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/file_ids".to_owned(), code.to_owned())]);
    }
    let outside = desk.office.member("Peeter", Role::Member).await;
    let before_outside = desk.world.snapshot().await;
    outside.post(&path(&task, "/digitise"), json!({})).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before_outside);
    assert!(before.len() < before_outside.len(), "only the member came");
}
