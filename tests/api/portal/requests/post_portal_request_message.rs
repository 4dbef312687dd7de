use serde_json::json;

use crate::desk::{Desk, each, request_path};

/// S48
#[tokio::test]
async fn a_contacts_word_makes_an_answered_and_a_closed_request_new_again() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    let answer = json!({ "visibility": "portal", "text": "Like this." });
    let answered = desk.owner.post(&request_path(&request, "/messages"), answer).await.expect(201);
    assert_eq!(desk.read_request(&request).await["state"], "answered");
    let post = desk.portal_request(&request, "/messages");
    let reply = json!({ "text": "And then?", "reply_to": answered["id"] });
    let said = mari.post(&post, reply).await.expect(201);
    assert_eq!(said["reply_to"], answered["id"]);
    let seen = desk.read_request(&request).await;
    assert_eq!([&seen["state"], &seen["has_client_news"]], [&json!("new"), &json!(true)]);
    desk.owner.post(&request_path(&request, "/close"), json!({})).await.expect(200);
    mari.post(&post, json!({ "text": "One more thing." })).await.expect(201);
    assert_eq!(desk.read_request(&request).await["state"], "new");
    for list in [
        mari.get(&desk.portal_requests("")).await.expect(200),
        desk.owner.get("/api/office/requests").await.expect(200),
        desk.owner.get(&format!("/api/office/requests?client_id={}", desk.client)).await.expect(200),
    ] {
        assert_eq!(each(&list, "id"), [request["id"].clone()], "it is among the open ones again");
    }
    let own = desk.request_seen_by(&mari, &request).await;
    assert_eq!([&own["is_unread"], &own["message_count"]], [&json!(true), &json!(3)]);
}

/// S50, S53
#[tokio::test]
async fn the_office_and_the_other_contacts_are_told_and_who_wrote_is_not() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let request = desk.request(&mari, "A question").await;
    desk.world.advance_minutes(10).await;
    let told = desk.world.mails_to(&desk.owner.email).len();
    jaan.post(&desk.portal_request(&request, "/messages"), json!({ "text": "Me too." })).await.expect(201);
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.mails_to(&desk.owner.email).len(), told + 1);
    assert!(desk.world.mails_to(&jaan.email).is_empty());
    let mails = desk.world.mails_to(&mari.email);
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("A question") && !mails[0].text.contains("Me too."));
}

#[tokio::test]
async fn a_repeat_says_it_once_and_a_converted_request_takes_nothing_more() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A question").await;
    let post = desk.portal_request(&request, "/messages");
    let keyed = mari.key("say-it-once");
    let first = keyed.post(&post, json!({ "text": "Hello." })).await.expect(201);
    assert_eq!(keyed.post(&post, json!({ "text": "Hello." })).await.expect(201), first);
    desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    assert_eq!(keyed.post(&post, json!({ "text": "Hello." })).await.expect(201), first);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    mari.post(&post, json!({ "text": "More." })).await.expect_problem(409, "request_converted");
    let file = json!({ "name": "a.pdf", "size_bytes": 3, "content_type": "application/pdf" });
    let files = desk.portal_request(&request, "/files");
    mari.post(&files, file).await.expect_problem(409, "request_converted");
    mari.post(&post, json!({ "text": "" })).await.expect_problem(422, "invalid_value");
    assert_eq!(desk.world.snapshot().await, before);
}
