use serde_json::{Value, json};

use crate::desk::{Desk, path};

#[tokio::test]
async fn a_contact_sees_checklist_files_and_description_as_the_office_does() {
    // S37
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let fields = json!({
        "description": "Every account.", "due": "2026-03-31", "checklist": [{ "text": "a" }], "client_may_tick": true,
    });
    let task = desk.assigned(fields).await;
    let file = desk.file(&task, "form.txt", "portal").await;
    let seen = desk.seen_by(&mari, &task).await;
    assert_eq!([&seen["title"], &seen["description"]], ["Bank statement", "Every account."]);
    assert_eq!(seen["checklist"], task["checklist"]);
    assert_eq!([&seen["client_may_tick"], &seen["is_unread"]], [true, true]);
    assert_eq!([&seen["state"], &seen["assigned_at"]], ["open", "2026-03-02T08:00:00Z"]);
    assert_eq!([&seen["done"], &seen["completed_at"]], [&Value::Null; 2]);
    assert_eq!(seen["files"][0]["id"], file["id"]);
    let expected = [
        "activity",
        "assigned_at",
        "checklist",
        "checklist_done",
        "checklist_total",
        "client_may_tick",
        "completed_at",
        "description",
        "done",
        "due",
        "file_count",
        "files",
        "id",
        "is_overdue",
        "is_sample",
        "is_unread",
        "message_count",
        "messages",
        "request_id",
        "state",
        "title",
    ];
    let mut names = seen.as_object().unwrap().keys().collect::<Vec<_>>();
    names.sort();
    assert_eq!(names, expected, "S39: every field that leaves the office is here on purpose");
}

#[tokio::test]
async fn what_the_client_does_not_have_does_not_exist() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let second = desk.office.client("Second Client").await;
    let never = mari.get(&desk.portal("/tsk_01jnb000000000000000000000")).await;
    never.expect_problem(404, "not_found");
    let unassigned = desk.task(json!({})).await;
    let withdrawn = desk.assigned(json!({})).await;
    desk.act(&withdrawn, "withdraw").await.expect(200);
    let body = json!({ "client_id": second, "title": "Theirs" });
    let siblings = desk.owner.post("/api/office/tasks", body).await.expect(201);
    desk.owner.post(&path(&siblings, "/assign"), json!({})).await.expect(200);
    for task in [&unassigned, &withdrawn, &siblings] {
        let reply = mari.get(&desk.portal_task(task, "")).await;
        assert_eq!((reply.status, reply.bytes), (never.status, never.bytes.clone()));
    }
}

#[tokio::test]
async fn a_contact_of_two_clients_reads_each_under_its_own() {
    // S27
    let desk = Desk::start().await;
    let second = desk.office.client("Second Client").await;
    let mari = desk.contact("mari").await;
    desk.office.add_contact_to(mari.id.parse().unwrap(), second, true).await;
    let task = desk.assigned(json!({})).await;
    mari.get(&desk.portal_task(&task, "")).await.expect(200);
    let id = task["id"].as_str().unwrap();
    let crossed = format!("/api/portal/{}/clients/{second}/tasks/{id}", desk.office.id);
    mari.get(&crossed).await.expect_problem(404, "not_found");
}
