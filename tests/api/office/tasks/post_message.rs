use serde_json::{Value, json};
use sild_domain::Role;

use crate::desk::{Desk, id, path};

async fn say(desk: &Desk, task: &Value, visibility: &str, text: &str) -> Value {
    let body = json!({ "visibility": visibility, "text": text });
    desk.owner.post(&path(task, "/messages"), body).await.expect(201)
}

#[tokio::test]
async fn an_internal_comment_stays_in_the_office() {
    // S38, S39, S63
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.mark_read(&mari, &task).await;
    let shown = desk.seen_by(&mari, &task).await;
    let said = say(&desk, &task, "internal", "zebra-17").await;
    assert_eq!(said["author"], json!({ "kind": "member", "name": "Olivia Owner", "is_me": true }));
    assert_eq!([&said["visibility"], &said["reply_to"]], [&json!("internal"), &Value::Null]);
    assert_eq!(desk.read(&task).await["messages"], json!([said]));
    assert_eq!(desk.seen_by(&mari, &task).await, shown, "S39: no count, no time, no unread state");
    desk.act(&task, "complete").await.expect(200);
    desk.world.advance_minutes(30).await;
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn nothing_internal_is_in_any_answer_of_the_portal() {
    // S39
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({ "checklist": [{ "text": "a" }], "client_may_tick": true })).await;
    let comment = say(&desk, &task, "internal", "zebra-17").await;
    let file = desk.file(&task, "zebra-17.txt", "internal").await;
    let item = task["checklist"][0]["id"].as_str().unwrap();
    let answers = [
        mari.get(&desk.portal("")).await,
        mari.get(&desk.portal("?state=done")).await,
        mari.get(&desk.portal_task(&task, "")).await,
        mari.put(&desk.portal_task(&task, &format!("/checklist/{item}")), json!({ "is_done": true })).await,
        mari.post(&desk.portal_task(&task, "/messages"), json!({ "text": "Hello." })).await,
        mari.post(&desk.portal_task(&task, "/done"), json!({})).await,
        mari.post(&desk.portal_task(&task, "/reopen"), json!({})).await,
        mari.get(&format!("/api/portal/{}/session", desk.office.id)).await,
    ];
    for answer in answers {
        assert!(answer.status.is_success(), "{}", answer.text());
        for hidden in ["zebra-17", id(&comment), id(&file), "internal", "Internal"] {
            assert!(!answer.text().contains(hidden), "{hidden} in {}", answer.text());
        }
    }
    let seen = desk.seen_by(&mari, &task).await;
    assert_eq!([&seen["message_count"], &seen["file_count"]], [1, 0]);
}

#[tokio::test]
async fn a_message_to_the_client_is_unread_for_each_contact_and_told_by_mail() {
    // S31, S38, S53
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(7).await;
    for contact in [&mari, &jaan] {
        desk.mark_read(contact, &task).await;
    }
    let said = say(&desk, &task, "portal", "Please hurry.").await;
    let seen = desk.seen_by(&mari, &task).await;
    assert_eq!(seen["messages"][0]["text"], "Please hurry.");
    assert_eq!(
        seen["messages"][0]["author"],
        json!({ "kind": "member", "name": "Olivia Owner", "is_me": false })
    );
    assert_eq!(seen["messages"][0]["id"], said["id"]);
    assert_eq!(seen["message_count"], 1);
    for contact in [&mari, &jaan] {
        assert!(desk.is_unread_by(contact, &task).await);
    }
    desk.mark_read(&mari, &task).await;
    assert!(!desk.is_unread_by(&mari, &task).await);
    assert!(desk.is_unread_by(&jaan, &task).await, "each for themselves");
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to(&jaan.email).len(), 2, "the announcement and the message");
    assert_eq!(desk.world.mails_to(&mari.email).len(), 1, "who has read it before is not told of it");
}

#[tokio::test]
async fn a_message_to_the_client_takes_a_task_that_the_client_has() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let body = json!({ "visibility": "portal", "text": "Hello." });
    desk.owner.post(&path(&task, "/messages"), body).await.expect_problem(409, "not_assigned");
    assert_eq!(desk.world.snapshot().await, before);
    say(&desk, &task, "internal", "A note.").await;
}

#[tokio::test]
async fn a_message_to_the_client_answers_only_what_the_client_sees() {
    // S36
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let question = json!({ "text": "When?" });
    let asked = mari.post(&desk.portal_task(&task, "/messages"), question).await.expect(201);
    let internal = say(&desk, &task, "internal", "Let me see.").await;
    let post = |visibility: &str, reply_to: &Value| {
        let body = json!({ "visibility": visibility, "text": "So.", "reply_to": reply_to });
        let owner = desk.owner.clone();
        let to = path(&task, "/messages");
        async move { owner.post(&to, body).await }
    };
    let answer = post("portal", &asked["id"]).await.expect(201);
    assert_eq!(answer["reply_to"], asked["id"]);
    post("internal", &asked["id"]).await.expect(201);
    post("internal", &internal["id"]).await.expect(201);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for (visibility, reply_to) in [
        ("portal", internal["id"].clone()),
        ("portal", json!("msg_01jnb000000000000000000000")),
        ("internal", json!("msg_01jnb000000000000000000000")),
    ] {
        let reply = post(visibility, &reply_to).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/reply_to".to_owned(), "invalid_id".to_owned())]);
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn files_come_with_a_message_of_their_own_visibility_only() {
    // S37
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let shared = desk.file(&task, "shared.txt", "portal").await;
    let internal = desk.file(&task, "internal.txt", "internal").await;
    let with = |visibility: &str, files: Value| {
        let body = json!({ "visibility": visibility, "text": "Here.", "file_ids": files });
        let owner = desk.owner.clone();
        let to = path(&task, "/messages");
        async move { owner.post(&to, body).await }
    };
    let said = with("portal", json!([shared["id"]])).await.expect(201);
    assert_eq!(said["file_ids"], json!([shared["id"]]));
    assert_eq!(desk.seen_by(&mari, &task).await["files"][0]["message_id"], said["id"]);
    with("internal", json!([internal["id"]])).await.expect(201);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for (visibility, files, code) in [
        ("portal", json!([internal["id"]]), "invalid_id"),
        ("internal", json!([shared["id"]]), "invalid_id"),
        ("portal", json!([shared["id"], shared["id"]]), "duplicate_item"),
        ("internal", json!(["fil_01jnb000000000000000000000"]), "invalid_id"),
    ] {
        let reply = with(visibility, files).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/file_ids".to_owned(), code.to_owned())]);
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_says_it_once() {
    let desk = Desk::start().await;
    let task = desk.assigned(json!({})).await;
    let owner = desk.owner.key("say-it-once");
    let body = json!({ "visibility": "portal", "text": "Hello." });
    let first = owner.post(&path(&task, "/messages"), body.clone()).await.expect(201);
    let before = desk.world.snapshot().await;
    assert_eq!(owner.post(&path(&task, "/messages"), body).await.expect(201), first);
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn an_empty_text_and_a_stranger_are_refused() {
    let desk = Desk::start().await;
    let task = desk.assigned(json!({})).await;
    let outside = desk.office.member("Peeter", Role::Member).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let empty = json!({ "visibility": "internal", "text": " " });
    let reply = desk.owner.post(&path(&task, "/messages"), empty).await;
    reply.expect_problem(422, "invalid_value");
    let body = json!({ "visibility": "internal", "text": "Hello." });
    outside.post(&path(&task, "/messages"), body).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
}
