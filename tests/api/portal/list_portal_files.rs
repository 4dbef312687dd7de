use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use serde_json::json;

use crate::desk::{Desk, each, every, id, path, request_path};

/// S37
#[tokio::test]
async fn files_of_tasks_and_requests_come_newest_first_with_what_they_belong_to() {
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    let request = desk.request(&mari, "A new bank account").await;
    let first = desk.contact_file(&mari, &task, "statement.pdf").await;
    desk.world.advance_minutes(1).await;
    let second = desk.contact_request_file(&jaan, &request, "contract.pdf").await;
    desk.world.advance_minutes(1).await;
    let third = desk.file(&task, "answer.pdf", "portal").await;
    let list = mari.get(&desk.portal_files("")).await.expect(200);
    assert_eq!(each(&list, "id"), [&third["id"], &second["id"], &first["id"]].map(Clone::clone));
    assert_eq!(each(&list, "name"), ["answer.pdf", "contract.pdf", "statement.pdf"]);
    assert_eq!(list["next"], json!(null));
    let of_task = json!({ "kind": "task", "id": task["id"], "title": "Bank statement" });
    let of_request = json!({ "kind": "request", "id": request["id"], "title": "A new bank account" });
    assert_eq!(each(&list, "belongs_to"), [of_task.clone(), of_request, of_task]);
    let expected = json!({
        "id": first["id"], "name": "statement.pdf", "size_bytes": 5, "content_type": "text/plain",
        "author": { "kind": "contact", "name": "mari", "is_me": true }, "at": first["at"],
        "belongs_to": { "kind": "task", "id": task["id"], "title": "Bank statement" },
    });
    assert_eq!(list["items"][2], expected);
    assert_eq!(each(&jaan.get(&desk.portal_files("")).await.expect(200), "author")[2]["is_me"], false);
}

#[tokio::test]
async fn a_file_belongs_to_what_its_task_is_called_now() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.contact_file(&mari, &task, "statement.pdf").await;
    let version = desk.read(&task).await["version"].clone();
    let edit = json!({ "title": "Statement of March" });
    desk.owner.if_match(version).patch(&path(&task, ""), edit).await.expect(200);
    let list = mari.get(&desk.portal_files("")).await.expect(200);
    assert_eq!(list["items"][0]["belongs_to"]["title"], "Statement of March");
}

/// S38, S39
#[tokio::test]
async fn what_is_internal_is_neither_listed_nor_in_the_portals_index() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let request = desk.request(&mari, "Hello").await;
    desk.file(&task, "calculation.xlsx", "internal").await;
    desk.request_file(&request, "opinion.pdf", "internal").await;
    desk.contact_file(&mari, &task, "statement.pdf").await;
    let list = mari.get(&desk.portal_files("")).await;
    assert_eq!(each(&list.json, "name"), ["statement.pdf"]);
    let files = desk.world.snapshot().await.into_iter().filter(|item| item["ent"] == "file");
    let (internal, shared): (Vec<_>, Vec<_>) = files.partition(|item| item["visibility"] == "internal");
    assert_eq!((internal.len(), shared.len()), (2, 1));
    assert!(internal.iter().all(|item| item["gsi2pk"].is_string() && item.get("gsi3pk").is_none()));
    assert!(shared.iter().all(|item| item["gsi3pk"].is_string()));
}

#[tokio::test]
async fn what_was_declared_and_never_came_is_not_listed() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let declared = json!({ "name": "never.pdf", "size_bytes": 5, "content_type": "text/plain" });
    mari.post(&desk.portal_task(&task, "/files"), declared).await.expect(201);
    assert_eq!(mari.get(&desk.portal_files("")).await.expect(200), json!({ "items": [], "next": null }));
}

#[tokio::test]
async fn files_of_a_task_are_listed_while_the_client_has_it() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.task(json!({})).await;
    desk.file(&task, "form.pdf", "portal").await;
    let names = async || each(&mari.get(&desk.portal_files("")).await.expect(200), "name");
    assert!(names().await.is_empty(), "it is not assigned yet");
    desk.act(&task, "assign").await.expect(200);
    assert_eq!(names().await, ["form.pdf"]);
    desk.act(&task, "withdraw").await.expect(200);
    assert!(names().await.is_empty(), "it was taken back");
    desk.act(&task, "assign").await.expect(200);
    desk.act(&task, "complete").await.expect(200);
    assert_eq!(names().await, ["form.pdf"], "what is completed stays theirs");
}

#[tokio::test]
async fn files_of_another_client_are_not_there() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    desk.contact_file(&mari, &task, "statement.pdf").await;
    let other = desk.office.client("Another Client").await;
    let stranger = desk.office.contact(other, "stranger@other.example").await;
    stranger.get(&desk.portal_files("")).await.expect_problem(404, "not_found");
    let own = format!("/api/portal/{}/clients/{other}/files", desk.office.id);
    assert_eq!(stranger.get(&own).await.expect(200)["items"], json!([]));
    mari.get(&own).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn pages_lead_on_over_files_that_are_left_out() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let (kept, taken) = (desk.assigned(json!({})).await, desk.assigned(json!({})).await);
    for (task, name) in
        [(&kept, "1"), (&taken, "2"), (&kept, "3"), (&kept, "4"), (&taken, "5"), (&taken, "6"), (&kept, "7")]
    {
        desk.contact_file(&mari, task, name).await;
        desk.world.advance_minutes(1).await;
    }
    desk.act(&taken, "withdraw").await.expect(200);
    let (names, sizes) = every(&mari, &desk.portal_files("?limit=1"), "name").await;
    assert_eq!(names, ["7", "4", "3", "1"]);
    assert_eq!(sizes, [1, 0, 0, 1, 1, 0, 1], "a page may hold none and lead on");
    let (names, _) = every(&mari, &desk.portal_files("?limit=3"), "name").await;
    assert_eq!(names, ["7", "4", "3", "1"]);
}

#[tokio::test]
async fn a_page_holds_fifty_files_at_most() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    mari.get(&desk.portal_files("?limit=50")).await.expect(200);
    for (query, pointer) in [("?limit=0", "?limit"), ("?limit=51", "?limit"), ("?cursor=!", "?cursor")] {
        let reply = mari.get(&desk.portal_files(query)).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors()[0].0, pointer, "{query}");
    }
    // A cursor of another list, as somebody has it who mixes two up.
    let place = URL_SAFE_NO_PAD.encode(json!(["D#2026-03-31#another"]).to_string());
    let reply = mari.get(&desk.portal_files(&format!("?cursor={place}"))).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors()[0].0, "?cursor");
}

/// S47
#[tokio::test]
async fn a_file_of_a_request_that_became_a_task_is_listed_once_where_the_client_sent_it() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let request = desk.request(&mari, "A new bank account").await;
    let file = desk.contact_request_file(&mari, &request, "contract.pdf").await;
    let converted = desk.owner.post(&request_path(&request, "/convert"), json!({})).await.expect(201);
    let task = json!({ "id": converted["task_id"] });
    for command in ["assign", "withdraw", "assign"] {
        desk.act(&task, command).await.expect(200);
        let list = mari.get(&desk.portal_files("")).await.expect(200);
        assert_eq!(each(&list, "id"), [file["id"].clone()], "{command}");
        assert_eq!(list["items"][0]["belongs_to"]["id"], request["id"], "{command}");
    }
    let download = desk.portal_request(&request, &format!("/files/{}/download", id(&file)));
    mari.get(&download).await.expect(200);
    desk.contact_file(&mari, &task, "statement.pdf").await;
    let list = mari.get(&desk.portal_files("")).await.expect(200);
    assert_eq!(each(&list, "name"), ["statement.pdf", "contract.pdf"], "what comes to the task is its own");
}
