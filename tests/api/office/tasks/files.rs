//! `declare_file`, `complete_file` and `download_file`: one way, told as one.

use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::{put, upload};

use crate::desk::{Desk, path};

fn declared(name: &str, size_bytes: u64, visibility: &str) -> Value {
    json!({ "name": name, "size_bytes": size_bytes, "content_type": "application/pdf", "visibility": visibility })
}

fn of(task: &Value, ticket: &Value, what: &str) -> String {
    path(task, &format!("/files/{}/{what}", ticket["file_id"].as_str().unwrap()))
}

#[tokio::test]
async fn a_members_file_is_uploaded_and_comes_back_under_its_name() {
    // S34
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.mark_read(&mari, &task).await;
    let body = declared("arve märts \"1\".pdf", 7, "portal");
    let ticket = desk.owner.post(&path(&task, "/files"), body).await.expect(201);
    assert_eq!(ticket["method"], "PUT");
    assert_eq!(ticket["headers"], json!({ "content-type": "application/pdf", "if-none-match": "*" }));
    assert_eq!(ticket["expires_at"], "2026-03-02T08:05:00Z");
    let url = ticket["url"].as_str().unwrap();
    assert!(url.contains("content-length") && !url.contains("checksum") && !url.contains("arve"), "{url}");
    assert_eq!(desk.read(&task).await["files"], json!([]), "nobody sees it yet");
    assert_eq!(desk.seen_by(&mari, &task).await["file_count"], 0);

    upload(&ticket, b"content").await;
    let file = desk.owner.post(&of(&task, &ticket, "complete"), json!({})).await.expect(200);
    assert_eq!(file["name"], "arve märts \"1\".pdf");
    assert_eq!([&file["size_bytes"], &file["visibility"]], [&json!(7), &json!("portal")]);
    assert_eq!(desk.read(&task).await["files"], json!([file]));
    assert!(desk.is_unread_by(&mari, &task).await);
    assert_eq!(desk.seen_by(&mari, &task).await["file_count"], 1);

    let link = desk.owner.get(&of(&task, &ticket, "download")).await.expect(200);
    assert_eq!(link["expires_at"], "2026-03-02T08:01:00Z");
    let answer = reqwest::get(link["url"].as_str().unwrap()).await.unwrap();
    assert_eq!(answer.headers()["content-type"], "application/octet-stream");
    assert_eq!(
        answer.headers()["content-disposition"],
        "attachment; filename=\"arve m_rts _1_.pdf\"; filename*=UTF-8''arve%20m%C3%A4rts%20%221%22.pdf"
    );
    assert_eq!(answer.bytes().await.unwrap().as_ref(), b"content");
}

#[tokio::test]
async fn files_for_the_client_may_be_laid_ready_before_it_has_the_task() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.task(json!({})).await;
    let file = desk.file(&task, "form.txt", "portal").await;
    desk.act(&task, "assign").await.expect(200);
    assert_eq!(desk.seen_by(&mari, &task).await["files"][0]["id"], file["id"]);
}

#[tokio::test]
async fn ten_mebibytes_are_taken_and_one_byte_more_or_none_is_not() {
    // S34
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let files = path(&task, "/files");
    let large = desk.owner.post(&files, declared("a.pdf", 10_485_761, "internal")).await;
    large.expect_problem(413, "file_too_large");
    let empty = desk.owner.post(&files, declared("a.pdf", 0, "internal")).await;
    empty.expect_problem(422, "invalid_value");
    assert_eq!(empty.field_errors(), [("/size_bytes".to_owned(), "empty_file".to_owned())]);
    assert_eq!(desk.world.snapshot().await, before);

    let ticket = desk.owner.post(&files, declared("a.pdf", 10_485_760, "internal")).await.expect(201);
    assert_eq!(put(&ticket, vec![7; 10_485_761]).await, 403, "the store refuses it too");
    upload(&ticket, &vec![7; 10_485_760]).await;
    let file = desk.owner.post(&of(&task, &ticket, "complete"), json!({})).await.expect(200);
    assert_eq!(file["size_bytes"], 10_485_760);
}

#[tokio::test]
async fn the_ticket_takes_exactly_what_was_declared_and_once() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    let body = declared("a.pdf", 5, "internal");
    let ticket = desk.owner.post(&path(&task, "/files"), body).await.expect(201);
    for wrong in [b"four".to_vec(), b"six by".to_vec(), Vec::new()] {
        assert_eq!(put(&ticket, wrong).await, 403);
    }
    let mut other_type = ticket.clone();
    other_type["headers"]["content-type"] = json!("text/html");
    assert_eq!(put(&other_type, b"bytes".to_vec()).await, 403);
    upload(&ticket, b"bytes").await;
    assert_eq!(put(&ticket, b"other".to_vec()).await, 412);
}

#[tokio::test]
async fn what_did_not_arrive_is_not_completed_and_a_repeat_changes_nothing() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let body = declared("a.pdf", 5, "portal");
    let ticket = desk.owner.post(&path(&task, "/files"), body).await.expect(201);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let complete = of(&task, &ticket, "complete");
    desk.owner.post(&complete, json!({})).await.expect_problem(409, "file_not_uploaded");
    desk.owner.get(&of(&task, &ticket, "download")).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
    upload(&ticket, b"bytes").await;
    let (one, other) =
        tokio::join!(desk.owner.post(&complete, json!({})), desk.owner.post(&complete, json!({})));
    let first = one.expect(200);
    assert_eq!(other.expect(200), first);
    assert_eq!(desk.owner.post(&complete, json!({})).await.expect(200), first);
    assert_eq!(desk.seen_by(&mari, &task).await["file_count"], 1);
}

#[tokio::test]
async fn a_declaration_is_its_makers_alone() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let admin = desk.office.member("Ann", Role::Admin).await;
    let body = declared("a.pdf", 5, "portal");
    let ticket = desk.owner.post(&path(&task, "/files"), body).await.expect(201);
    upload(&ticket, b"bytes").await;
    admin.post(&of(&task, &ticket, "complete"), json!({})).await.expect_problem(404, "not_found");
    let rest = format!("/files/{}/complete", ticket["file_id"].as_str().unwrap());
    mari.post(&desk.portal_task(&task, &rest), json!({})).await.expect_problem(404, "not_found");
    desk.owner.post(&of(&task, &ticket, "complete"), json!({})).await.expect(200);
    admin.get(&of(&task, &ticket, "download")).await.expect(200);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_declares_one_file_whose_ticket_is_good() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    let owner = desk.owner.key("declare-once");
    let body = declared("a.pdf", 5, "internal");
    let first = owner.post(&path(&task, "/files"), body.clone()).await.expect(201);
    let before = desk.world.snapshot().await;
    let second = owner.post(&path(&task, "/files"), body).await.expect(201);
    assert_eq!(second["file_id"], first["file_id"]);
    assert_eq!(desk.world.snapshot().await, before);
    upload(&second, b"bytes").await;
    owner.post(&of(&task, &first, "complete"), json!({})).await.expect(200);
}

#[tokio::test]
async fn names_are_for_show_only() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    let files = path(&task, "/files");
    let ticket = desk.owner.post(&files, declared("../../etc/passwd", 5, "internal")).await.expect(201);
    assert!(!ticket["url"].as_str().unwrap().contains("passwd"));
    upload(&ticket, b"bytes").await;
    let file = desk.owner.post(&of(&task, &ticket, "complete"), json!({})).await.expect(200);
    assert_eq!(file["name"], "passwd");
    for (name, code) in [
        ("a\r\nb", "invalid_character"),
        ("a\u{0}", "invalid_character"),
        ("..", "invalid_format"),
        ("", "required"),
    ] {
        let reply = desk.owner.post(&files, declared(name, 5, "internal")).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/name".to_owned(), code.to_owned())]);
    }
}

#[tokio::test]
async fn a_file_of_another_task_or_office_is_not_there() {
    let desk = Desk::start().await;
    let (task, other_task) = (desk.task(json!({})).await, desk.task(json!({})).await);
    let file = desk.file(&task, "a.txt", "internal").await;
    let ticket = json!({ "file_id": file["id"] });
    let other = desk.world.office_named("Other Office", "other").await;
    desk.owner.get(&of(&other_task, &ticket, "download")).await.expect_problem(404, "not_found");
    other.owner().get(&of(&task, &ticket, "download")).await.expect_problem(404, "not_found");
    let body = declared("a.pdf", 5, "internal");
    other.owner().post(&path(&task, "/files"), body).await.expect_problem(404, "not_found");
    desk.owner.get(&of(&task, &ticket, "download")).await.expect(200);
}
