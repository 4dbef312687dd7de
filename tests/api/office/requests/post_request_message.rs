use serde_json::json;

use crate::desk::{Desk, request_path};

/// S48, S53
#[tokio::test]
async fn a_message_to_the_client_answers_the_request_and_its_contacts_are_told() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let request = desk.request(&mari, "A question").await;
    desk.world.advance_minutes(10).await;
    let answer = json!({ "visibility": "portal", "text": "Like this." });
    desk.owner.post(&request_path(&request, "/messages"), answer).await.expect(201);
    assert_eq!(desk.read_request(&request).await["state"], "answered");
    let seen = desk.request_seen_by(&mari, &request).await;
    assert_eq!([&seen["state"], &seen["messages"][0]["text"]], ["answered", "Like this."]);
    desk.world.advance_minutes(10).await;
    for contact in [&mari, &jaan] {
        let mails = desk.world.mails_to(&contact.email);
        assert_eq!(mails.len(), 1, "{}", contact.email);
        assert!(mails[0].text.contains("A question") && !mails[0].text.contains("Like this."));
    }
}

/// S39
#[tokio::test]
async fn a_comment_stays_in_the_office_and_answers_nothing() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    desk.world.advance_minutes(10).await;
    let seen_before = desk.request_seen_by(&mari, &request).await;
    let comment = json!({ "visibility": "internal", "text": "Ask the tax office first." });
    desk.owner.post(&request_path(&request, "/messages"), comment).await.expect(201);
    let seen = desk.read_request(&request).await;
    assert_eq!([&seen["state"], &seen["messages"][0]["visibility"]], ["new", "internal"]);
    assert_eq!(desk.request_seen_by(&mari, &request).await, seen_before);
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails_to(&mari.email).is_empty());
}

#[tokio::test]
async fn the_last_word_to_a_closed_request_leaves_it_closed() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    desk.owner.post(&request_path(&request, "/close"), json!({})).await.expect(200);
    let answer = json!({ "visibility": "portal", "text": "It is done." });
    let keyed = desk.owner.key("last-word");
    let said = keyed.post(&request_path(&request, "/messages"), answer.clone()).await.expect(201);
    assert_eq!(keyed.post(&request_path(&request, "/messages"), answer).await.expect(201), said);
    let seen = desk.read_request(&request).await;
    assert_eq!([&seen["state"], &seen["message_count"]], [&json!("closed"), &json!(1)]);
}

#[tokio::test]
async fn what_was_said_before_the_request_became_a_task_is_answered_again_the_same() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    let messages = request_path(&request, "/messages");
    let message = json!({ "visibility": "portal", "text": "Like this." });
    let keyed = desk.owner.key("answer-once");
    let said = keyed.post(&messages, message.clone()).await.expect(201);
    desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    assert_eq!(keyed.post(&messages, message).await.expect(201), said);
    let other = json!({ "visibility": "portal", "text": "Like that." });
    keyed.post(&messages, other).await.expect_problem(422, "idempotency_key_reused");
}

#[tokio::test]
async fn what_a_request_does_not_take_writes_nothing() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let messages = request_path(&request, "/messages");
    for visibility in ["internal", "portal"] {
        let message = json!({ "visibility": visibility, "text": "More." });
        desk.owner.post(&messages, message).await.expect_problem(409, "request_converted");
    }
    let unseen =
        json!({ "visibility": "portal", "text": "So.", "reply_to": "msg_01jnb000000000000000000000" });
    desk.owner.post(&messages, unseen).await.expect_problem(422, "invalid_value");
    desk.owner.post(&messages, json!({ "text": "So." })).await.expect_problem(422, "invalid_value");
    assert_eq!(desk.world.snapshot().await, before);
}
