use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::upload;

use crate::desk::{Desk, each, id, request_path};

async fn task_of(desk: &Desk, request: &Value) -> Value {
    desk.owner.get(&format!("/api/office/tasks/{}", request["task_id"].as_str().unwrap())).await.expect(200)
}

/// S47
#[tokio::test]
async fn a_request_becomes_a_task_with_its_thread_and_files_and_both_know_each_other() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A new bank account").await;
    let files = desk.portal_request(&request, "/files");
    let file = json!({ "name": "contract.pdf", "size_bytes": 5, "content_type": "application/pdf" });
    let ticket = mari.post(&files, file).await.expect(201);
    upload(&ticket, b"bytes").await;
    let file = ticket["file_id"].as_str().unwrap();
    mari.post(&format!("{files}/{file}/complete"), json!({})).await.expect(200);
    let messages = request_path(&request, "/messages");
    let answer = json!({ "visibility": "portal", "text": "Which bank?" });
    let answer = desk.owner.post(&messages, answer).await.expect(201);
    let comment = json!({ "visibility": "internal", "text": "Add it to the chart." });
    desk.owner.post(&messages, comment).await.expect(201);
    let reply = json!({ "text": "This one.", "reply_to": answer["id"], "file_ids": [file] });
    mari.post(&desk.portal_request(&request, "/messages"), reply).await.expect(201);
    desk.world.advance_minutes(30).await;
    let mails = desk.world.mails().len();

    let converted = desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    assert_eq!([&converted["state"], &converted["ended"]["by"]], ["converted", "Olivia Owner"]);
    let task = task_of(&desk, &converted).await;
    assert_eq!(task["request_id"], request["id"]);
    assert_eq!([&task["title"], &task["description"]], ["A new bank account", "How do we book this?"]);
    assert_eq!([&task["portal_state"], &task["state"]], ["not_assigned", "open"]);
    let before = desk.read_request(&request).await;
    assert_eq!(task["messages"], before["messages"], "authors, order, replies and visibility");
    assert_eq!(task["files"], before["files"]);
    assert_eq!(task["messages"].as_array().unwrap().len(), 3);
    let download = format!("/api/office/tasks/{}/files/{file}/download", id(&task));
    let link = desk.owner.get(&download).await.expect(200);
    let bytes = reqwest::get(link["url"].as_str().unwrap()).await.unwrap().bytes().await.unwrap();
    assert_eq!(bytes.as_ref(), b"bytes");

    let seen = desk.request_seen_by(&mari, &request).await;
    assert_eq!([&seen["state"], &seen["task_id"]], [&json!("converted"), &json!(null)]);
    assert_eq!(seen["messages"].as_array().unwrap().len(), 2, "the client keeps the request as it was");
    mari.get(&desk.portal_task(&task, "")).await.expect_problem(404, "not_found");
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails().len(), mails, "it is not assigned back by itself");

    desk.act(&task, "assign").await.expect(200);
    let theirs = desk.seen_by(&mari, &task).await;
    assert_eq!(theirs["request_id"], request["id"]);
    assert_eq!([&theirs["message_count"], &theirs["file_count"]], [&json!(2), &json!(1)]);
    assert_eq!(theirs["messages"].as_array().unwrap().len(), 2);
    assert_eq!(desk.request_seen_by(&mari, &request).await["task_id"], task["id"]);
    assert_eq!(desk.read_client().await["open_count"], 1);
}

/// S47
#[tokio::test]
async fn a_member_says_what_the_task_is_to_be() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "Hello").await;
    let assignee = desk.responsible("Riina").await;
    let body = json!({
        "title": "Book the account", "description": "In the ledger.", "due": "2026-03-31",
        "checklist": [{ "text": "Chart" }], "client_may_tick": true, "auto_complete": true,
        "assignee_id": assignee.id,
    });
    let converted = desk.owner.post(&request_path(&request, "/convert"), body).await.expect(201);
    let task = task_of(&desk, &converted).await;
    assert_eq!([&task["title"], &task["description"]], ["Book the account", "In the ledger."]);
    assert_eq!([&task["due"], &task["assignee"]["name"]], ["2026-03-31", "Riina"]);
    assert_eq!([&task["client_may_tick"], &task["auto_complete"]], [&json!(true), &json!(true)]);
    assert_eq!(task["checklist"][0]["text"], "Chart");
    let mine = assignee.get("/api/office/tasks?assignee=me").await.expect(200);
    assert_eq!(each(&mine, "id"), [task["id"].clone()]);
}

/// S47
#[tokio::test]
async fn however_often_it_is_asked_there_is_one_task() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "Hello").await;
    let convert = request_path(&request, "/convert");
    let keyed = desk.owner.key("convert-once");
    let first = keyed.post(&convert, json!({})).await.expect(201);
    assert_eq!(keyed.post(&convert, json!({})).await.expect(201), first);
    let other = keyed.post(&convert, json!({ "title": "Another" })).await;
    other.expect_problem(422, "idempotency_key_reused");
    desk.owner.post(&convert, json!({})).await.expect_problem(409, "request_converted");
    let tasks = desk.owner.get(&format!("/api/office/tasks?client_id={}", desk.client)).await.expect(200);
    assert_eq!(each(&tasks, "id"), [first["task_id"].clone()]);
}

/// S47
#[tokio::test]
async fn a_thread_too_long_for_one_transaction_comes_along_whole() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A long talk").await;
    for n in 0..170 {
        let text = format!("Word {n}");
        let message = json!({ "text": text });
        mari.post(&desk.portal_request(&request, "/messages"), message).await.expect(201);
    }
    let converted = desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    desk.world.settle().await;
    let task = task_of(&desk, &converted).await;
    assert_eq!(task["messages"], desk.read_request(&request).await["messages"]);
    assert_eq!(task["messages"].as_array().unwrap().len(), 170);
    assert!(desk.world.cloud.dead_letters().unwrap().is_empty());
}

#[tokio::test]
async fn what_cannot_become_a_task_leaves_the_request_as_it_was() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "Hello").await;
    let outside = desk.office.member("Outside", Role::Member).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let convert = request_path(&request, "/convert");
    for (body, pointer) in [
        (json!({ "title": "" }), "/title"),
        (json!({ "due": "31.3.2026" }), "/due"),
        (json!({ "assignee_id": outside.id }), "/assignee_id"),
        (json!({ "assignee_id": "mem_01jnb000000000000000000000" }), "/assignee_id"),
    ] {
        let reply = desk.owner.post(&convert, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors()[0].0, pointer);
    }
    assert_eq!(desk.world.snapshot().await, before);
}
