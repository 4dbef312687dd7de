use serde_json::json;

use crate::desk::Desk;

#[tokio::test]
async fn a_contacts_message_is_news_for_the_others_and_not_for_themselves() {
    // S35, S50
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    for contact in [&mari, &jaan] {
        desk.mark_read(contact, &task).await;
    }
    let message = desk.portal_task(&task, "/messages");
    let said = mari.post(&message, json!({ "text": "\nHere it is. \n" })).await.expect(201);
    assert_eq!(said["text"], "Here it is.");
    assert_eq!(said["author"], json!({ "kind": "contact", "name": "mari", "is_me": true }));
    assert!(!desk.is_unread_by(&mari, &task).await);
    assert!(desk.is_unread_by(&jaan, &task).await);
    let seen = desk.read(&task).await;
    assert_eq!(
        [&seen["has_client_news"], &seen["messages"][0]["visibility"]],
        [&json!(true), &json!("portal")]
    );
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to(&desk.owner.email).len(), 1);
}

#[tokio::test]
async fn ones_own_message_does_not_hide_what_one_has_not_seen() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    desk.mark_read(&mari, &task).await;
    let message = desk.portal_task(&task, "/messages");
    jaan.post(&message, json!({ "text": "First." })).await.expect(201);
    mari.post(&message, json!({ "text": "Second." })).await.expect(201);
    assert!(desk.is_unread_by(&mari, &task).await, "there is one of jaan's");
    assert!(desk.is_unread_by(&jaan, &task).await, "they never opened it");
}

#[tokio::test]
async fn a_contact_answers_and_attaches_what_they_see_only() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let say = |visibility: &str| json!({ "visibility": visibility, "text": "Hello." });
    let messages = crate::desk::path(&task, "/messages");
    let shared = desk.owner.post(&messages, say("portal")).await.expect(201);
    let internal = desk.owner.post(&messages, say("internal")).await.expect(201);
    let hidden_file = desk.file(&task, "a.txt", "internal").await;
    let own_file = desk.contact_file(&mari, &task, "b.txt").await;
    let post = desk.portal_task(&task, "/messages");
    let good = json!({ "text": "So.", "reply_to": shared["id"], "file_ids": [own_file["id"]] });
    let said = mari.post(&post, good).await.expect(201);
    assert_eq!(said["reply_to"], shared["id"]);
    assert_eq!(desk.seen_by(&mari, &task).await["files"][0]["message_id"], said["id"]);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let never = json!("msg_01jnb000000000000000000000");
    let bodies = [
        (json!({ "text": "So.", "reply_to": internal["id"] }), "/reply_to"),
        (json!({ "text": "So.", "reply_to": never }), "/reply_to"),
        (json!({ "text": "So.", "file_ids": [hidden_file["id"]] }), "/file_ids"),
    ];
    let mut answers = Vec::new();
    for (body, pointer) in bodies {
        let reply = mari.post(&post, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), "invalid_id".to_owned())]);
        answers.push(reply.bytes);
    }
    assert_eq!(answers[0], answers[1], "internal and never are the same");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_says_it_once_even_after_the_task_was_taken_back() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let post = desk.portal_task(&task, "/messages");
    let keyed = mari.key("say-it-once");
    let first = keyed.post(&post, json!({ "text": "Hello." })).await.expect(201);
    assert_eq!(keyed.post(&post, json!({ "text": "Hello." })).await.expect(201), first);
    assert_eq!(desk.read(&task).await["messages"].as_array().unwrap().len(), 1);
    desk.act(&task, "withdraw").await.expect(200);
    assert_eq!(keyed.post(&post, json!({ "text": "Hello." })).await.expect(201), first);
}

#[tokio::test]
async fn what_the_client_does_not_have_takes_no_message() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.task(json!({})).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let post = desk.portal_task(&task, "/messages");
    let reply_to = json!({ "text": "Hello.", "reply_to": "msg_01jnb000000000000000000000" });
    mari.post(&post, reply_to).await.expect_problem(404, "not_found");
    mari.post(&post, json!({ "text": "" })).await.expect_problem(422, "invalid_value");
    assert_eq!(desk.world.snapshot().await, before);
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails().is_empty());
}
