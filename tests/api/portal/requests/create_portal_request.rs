use serde_json::json;
use sild_domain::Role;

use crate::desk::{Desk, each, request_path};

/// S45, S46, S49
#[tokio::test]
async fn a_request_is_told_to_who_answers_for_the_client_and_seen_by_nobody_else_but_managers() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let responsible = desk.responsible("Riina").await;
    let added = desk.office.member("Anu", Role::Member).await;
    added.add_to(desk.client).await;
    let admin = desk.office.member("Ants", Role::Admin).await;
    let request = desk.request(&mari, "A new bank account").await;
    assert_eq!(request["seen_by"], json!(["Olivia Owner", "Riina"]));
    assert_eq!([&request["state"], &request["is_unread"]], [&json!("new"), &json!(false)]);
    assert_eq!(request["author"], json!({ "kind": "contact", "name": "mari", "is_me": true }));
    for member in [&responsible, &admin, &desk.owner] {
        let seen = member.get(&request_path(&request, "")).await.expect(200);
        assert_eq!([&seen["subject"], &seen["text"]], ["A new bank account", "How do we book this?"]);
        assert_eq!(seen["has_client_news"], true);
    }
    added.get(&request_path(&request, "")).await.expect_problem(404, "not_found");
    desk.world.advance_minutes(10).await;
    let mails = desk.world.mails_to(&responsible.email);
    assert_eq!(mails.len(), 1, "one mail");
    assert!(mails[0].text.contains("A new bank account"), "the subject");
    assert!(!mails[0].text.contains("How do we book this?"), "and no word of the text");
    assert!(mails[0].text.contains(&format!("/requests/{}", request["id"].as_str().unwrap())));
    let told = responsible.get("/api/office/notifications").await.expect(200);
    assert_eq!(each(&told, "kind"), ["new_request"]);
    assert_eq!(each(&told, "request_id"), [request["id"].clone()]);
    assert_eq!(desk.world.mails_to(&desk.owner.email).len(), 1, "who made the client answers for it too");
    for other in [&admin, &added] {
        assert!(desk.world.mails_to(&other.email).is_empty(), "{}", other.email);
    }
    assert!(desk.world.mails_to(&mari.email).is_empty(), "nobody is told of their own act");
}

/// S46
#[tokio::test]
async fn where_nobody_answers_for_the_client_admins_and_the_owner_are_told() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let admin = desk.office.member("Ants", Role::Admin).await;
    let version = desk.read_client().await["version"].clone();
    let client = format!("/api/office/clients/{}", desk.client);
    desk.owner.if_match(version).patch(&client, json!({ "responsible_ids": [] })).await.expect(200);
    let request = desk.request(&mari, "A question").await;
    assert_eq!(request["seen_by"], json!([]));
    desk.world.advance_minutes(10).await;
    for member in [&desk.owner, &admin] {
        assert_eq!(desk.world.mails_to(&member.email).len(), 1, "{}", member.email);
    }
}

#[tokio::test]
async fn a_repeat_with_the_same_key_sends_one_request() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await.key("ask-once");
    let ask = json!({ "subject": "A question", "text": "Hello." });
    let first = mari.post(&desk.portal_requests(""), ask.clone()).await.expect(201);
    assert_eq!(mari.post(&desk.portal_requests(""), ask).await.expect(201), first);
    let all = mari.get(&desk.portal_requests("")).await.expect(200);
    assert_eq!(each(&all, "id"), [first["id"].clone()]);
    let other = json!({ "subject": "Another", "text": "Hello." });
    mari.post(&desk.portal_requests(""), other).await.expect_problem(422, "idempotency_key_reused");
}

#[tokio::test]
async fn what_cannot_be_taken_is_refused_and_writes_nothing() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for (body, pointer, code) in [
        (json!({ "subject": "", "text": "Hello." }), "/subject", "required"),
        (json!({ "subject": "A\nB", "text": "Hello." }), "/subject", "invalid_character"),
        (json!({ "subject": "A", "text": " \n" }), "/text", "required"),
        (json!({ "subject": "A", "text": "B", "state": "closed" }), "/state", "unknown_field"),
    ] {
        let reply = mari.post(&desk.portal_requests(""), body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(desk.world.snapshot().await, before);
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn a_contact_sends_so_many_requests_an_hour_and_no_more() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    for _ in 0..desk.world.cx.config.rates.requests_per_contact {
        desk.request(&mari, "Again").await;
    }
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let refused = mari.post(&desk.portal_requests(""), json!({ "subject": "Again", "text": "Hello." })).await;
    refused.expect_problem(429, "too_many_requests");
    assert_eq!(refused.headers["retry-after"], "3600");
    assert_eq!(desk.world.snapshot().await, before);
    desk.request(&jaan, "Mine").await;
}
