//! `declare_portal_file`, `complete_portal_file` and `download_portal_file`: one way, told as one.

use serde_json::{Value, json};
use sild_tests::{put, upload};

use crate::desk::Desk;

fn declared(size_bytes: u64) -> Value {
    json!({ "name": "photo.jpg", "size_bytes": size_bytes, "content_type": "image/jpeg" })
}

fn of(desk: &Desk, task: &Value, file: &Value, what: &str) -> String {
    desk.portal_task(task, &format!("/files/{}/{what}", file.as_str().unwrap()))
}

#[tokio::test]
async fn a_contacts_file_is_seen_by_both_sides_and_the_office_is_told() {
    // S37, S50
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    for contact in [&mari, &jaan] {
        desk.mark_read(contact, &task).await;
    }
    let ticket = mari.post(&desk.portal_task(&task, "/files"), declared(5)).await.expect(201);
    upload(&ticket, b"bytes").await;
    let complete = of(&desk, &task, &ticket["file_id"], "complete");
    let file = mari.post(&complete, json!({})).await.expect(200);
    assert_eq!([&file["name"], &file["content_type"]], ["photo.jpg", "image/jpeg"]);
    assert_eq!(file["author"], json!({ "kind": "contact", "name": "mari", "is_me": true }));
    assert_eq!(mari.post(&complete, json!({})).await.expect(200), file);
    assert!(!desk.is_unread_by(&mari, &task).await);
    assert!(desk.is_unread_by(&jaan, &task).await);
    let seen = desk.read(&task).await;
    assert_eq!([&seen["has_client_news"], &seen["files"][0]["visibility"]], [&json!(true), &json!("portal")]);
    assert_eq!(desk.seen_by(&jaan, &task).await["file_count"], 1);
    let link = jaan.get(&of(&desk, &task, &file["id"], "download")).await.expect(200);
    let answer = reqwest::get(link["url"].as_str().unwrap()).await.unwrap();
    assert!(answer.headers()["content-disposition"].to_str().unwrap().starts_with("attachment;"));
    assert_eq!(answer.bytes().await.unwrap().as_ref(), b"bytes");
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to(&desk.owner.email).len(), 1);
}

#[tokio::test]
async fn the_limit_holds_before_the_upload_and_at_the_store() {
    // S34
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let files = desk.portal_task(&task, "/files");
    let large = mari.post(&files, declared(10_485_761)).await;
    large.expect_problem(413, "file_too_large");
    assert!(large.json["detail"].as_str().unwrap().contains("10,485,760"), "the limit and the remedy");
    mari.post(&files, declared(0)).await.expect_problem(422, "invalid_value");
    assert_eq!(desk.world.snapshot().await, before);
    let ticket = mari.post(&files, declared(100)).await.expect(201);
    assert_eq!(put(&ticket, vec![7; 101]).await, 403);
    let complete = of(&desk, &task, &ticket["file_id"], "complete");
    mari.post(&complete, json!({})).await.expect_problem(409, "file_not_uploaded");
    assert_eq!(desk.seen_by(&mari, &task).await["files"], json!([]));
}

#[tokio::test]
async fn internal_files_and_declarations_of_others_are_not_there() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    let internal = desk.file(&task, "a.txt", "internal").await;
    let never = mari.get(&of(&desk, &task, &json!("fil_01jnb000000000000000000000"), "download")).await;
    never.expect_problem(404, "not_found");
    for what in ["download", "complete"] {
        let path = of(&desk, &task, &internal["id"], what);
        let reply =
            if what == "download" { mari.get(&path).await } else { mari.post(&path, json!({})).await };
        assert_eq!((reply.status, reply.bytes), (never.status, never.bytes.clone()));
    }
    let ticket = mari.post(&desk.portal_task(&task, "/files"), declared(5)).await.expect(201);
    upload(&ticket, b"bytes").await;
    let complete = of(&desk, &task, &ticket["file_id"], "complete");
    jaan.post(&complete, json!({})).await.expect_problem(404, "not_found");
    mari.get(&of(&desk, &task, &ticket["file_id"], "download")).await.expect_problem(404, "not_found");
    mari.post(&complete, json!({})).await.expect(200);
}

#[tokio::test]
async fn once_the_task_is_taken_back_its_files_are_out_of_reach() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let file = desk.contact_file(&mari, &task, "a.txt").await;
    let ticket = mari.post(&desk.portal_task(&task, "/files"), declared(5)).await.expect(201);
    upload(&ticket, b"bytes").await;
    desk.act(&task, "withdraw").await.expect(200);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for reply in [
        mari.get(&of(&desk, &task, &file["id"], "download")).await,
        mari.post(&of(&desk, &task, &ticket["file_id"], "complete"), json!({})).await,
        mari.post(&desk.portal_task(&task, "/files"), declared(5)).await,
    ] {
        reply.expect_problem(404, "not_found");
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_contact_declares_so_many_files_an_hour_and_no_more() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(30).await;
    let limit = desk.world.cx.config.rates.uploads_per_contact;
    let files = desk.portal_task(&task, "/files");
    for _ in 0..limit {
        mari.post(&files, declared(5)).await.expect(201);
    }
    let before = desk.world.snapshot().await;
    let refused = mari.post(&files, declared(5)).await;
    refused.expect_problem(429, "too_many_requests");
    assert_eq!(refused.headers["retry-after"], "1800");
    assert_eq!(desk.world.snapshot().await, before);
    jaan.post(&files, declared(5)).await.expect(201);
    desk.world.advance_minutes(30).await;
    mari.post(&files, declared(5)).await.expect(201);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_declares_one_file() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await.key("declare-once");
    let task = desk.assigned(json!({})).await;
    let files = desk.portal_task(&task, "/files");
    let first = mari.post(&files, declared(5)).await.expect(201);
    let before = desk.world.snapshot().await;
    assert_eq!(mari.post(&files, declared(5)).await.expect(201)["file_id"], first["file_id"]);
    assert_eq!(desk.world.snapshot().await, before);
    mari.post(&files, declared(6)).await.expect_problem(422, "idempotency_key_reused");
}
