use serde_json::json;
use sild_domain::Role;

use crate::desk::{Desk, id, path};

#[tokio::test]
async fn a_new_task_is_open_and_the_client_does_not_have_it() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk
        .owner
        .post(
            "/api/office/tasks",
            json!({
                "client_id": desk.client, "title": " Bank  statement ", "description": "Every account.",
                "due": "2026-03-31", "checklist": [{ "text": "Swedbank" }, { "text": "LHV" }],
                "client_may_tick": true, "auto_complete": true, "assignee_id": desk.owner.id,
            }),
        )
        .await
        .expect(201);
    assert_eq!(task["title"], "Bank statement");
    assert_eq!(task["client"], json!({ "id": desk.client, "name": "Example Bakery" }));
    assert_eq!(task["assignee"], json!({ "id": desk.owner.id, "name": "Olivia Owner" }));
    assert_eq!(
        [&task["state"], &task["portal_state"], &task["client_state"]],
        ["open", "not_assigned", "open"]
    );
    assert_eq!([&task["checklist_done"], &task["checklist_total"]], [0, 2]);
    assert_eq!(task["checklist"][1]["text"], "LHV");
    assert_eq!(task["due"], "2026-03-31");
    assert_eq!([&task["client_may_tick"], &task["auto_complete"]], [true, true]);
    assert_eq!(
        task["portal"],
        json!({
            "client_portal_is_open": true, "assigned_at": null, "announce_at": null, "announced_at": null,
            "recipients": [{ "id": mari.id, "name": "mari", "has_access": true }],
        })
    );
    assert_eq!(desk.read(&task).await, task);
    desk.world.settle().await;
    assert!(desk.world.mails().is_empty());
    mari.get(&desk.portal_task(&task, "")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn the_clients_open_tasks_and_earliest_deadline_are_counted() {
    let desk = Desk::start().await;
    for due in [json!("2026-03-10"), json!("2026-03-03"), json!(null)] {
        desk.task(json!({ "due": due })).await;
    }
    desk.world.settle().await;
    let client = desk.read_client().await;
    assert_eq!(client["open_count"], 3);
    assert_eq!(client["earliest_due"], "2026-03-03");
    assert_eq!(client["is_overdue"], false);
    desk.world.advance_days(2).await;
    assert_eq!(desk.read_client().await["is_overdue"], true, "on 4 March");
}

#[tokio::test]
async fn a_repeat_with_the_same_key_makes_one_task() {
    let desk = Desk::start().await;
    let owner = desk.owner.key("make-it-once");
    let body = json!({ "client_id": desk.client, "title": "Bank statement", "due": "2026-03-31" });
    let first = owner.post("/api/office/tasks", body.clone()).await.expect(201);
    let before = desk.world.snapshot().await;
    assert_eq!(owner.post("/api/office/tasks", body).await.expect(201), first);
    let other = json!({ "client_id": desk.client, "title": "Another" });
    owner.post("/api/office/tasks", other).await.expect_problem(422, "idempotency_key_reused");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_foreign_client_and_one_that_never_was_are_the_same() {
    let desk = Desk::start().await;
    let other = desk.world.office_named("Other Office", "other").await;
    let foreign = other.client("Other Client").await;
    let plain = desk.office.member("Peeter", Role::Member).await;
    let before = desk.world.snapshot().await;
    let make = |client: String| json!({ "client_id": client, "title": "Bank statement" });
    let never = desk.owner.post("/api/office/tasks", make("cli_01jnb000000000000000000000".to_owned())).await;
    never.expect_problem(404, "not_found");
    for (who, client) in [(&desk.owner, foreign), (&plain, desk.client)] {
        let reply = who.post("/api/office/tasks", make(client.to_string())).await;
        assert_eq!((reply.status, reply.bytes), (never.status, never.bytes.clone()));
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn bad_values_are_named_and_write_nothing() {
    let desk = Desk::start().await;
    let other = desk.world.office_named("Other Office", "other").await;
    let outside = desk.office.member("Peeter", Role::Member).await;
    let many = (0..101).map(|n| json!({ "text": n.to_string() })).collect::<Vec<_>>();
    let before = desk.world.snapshot().await;
    for (fields, pointer, code) in [
        (json!({ "title": "" }), "/title", "required"),
        (json!({ "title": "a\nb" }), "/title", "invalid_character"),
        (json!({ "title": "a", "due": "2026-02-30" }), "/due", "invalid_format"),
        (json!({ "title": "a", "colour": 1 }), "/colour", "unknown_field"),
        (
            json!({ "title": "a", "checklist": [{ "text": "b" }, { "text": "" }] }),
            "/checklist/1/text",
            "required",
        ),
        (json!({ "title": "a", "checklist": many }), "/checklist", "too_many_items"),
        (json!({ "title": "a", "assignee_id": other.owner().id }), "/assignee_id", "invalid_id"),
        (json!({ "title": "a", "assignee_id": outside.id }), "/assignee_id", "not_on_client"),
    ] {
        let mut body = json!({ "client_id": desk.client });
        body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let reply = desk.owner.post("/api/office/tasks", body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_plain_member_makes_tasks_for_their_clients_and_gives_them_to_who_works_there() {
    let desk = Desk::start().await;
    let peeter = desk.office.member("Peeter", Role::Member).await;
    let kati = desk.office.member("Kati", Role::Member).await;
    peeter.add_to(desk.client).await;
    kati.add_to(desk.client).await;
    let body = json!({ "client_id": desk.client, "title": "Payroll", "assignee_id": kati.id });
    let task = peeter.post("/api/office/tasks", body).await.expect(201);
    assert_eq!(task["assignee"]["name"], "Kati");
    kati.get(&path(&task, "")).await.expect(200);
    let mine = kati.get("/api/office/tasks?assignee=me").await.expect(200);
    assert_eq!(mine["items"][0]["id"].as_str(), Some(id(&task)));
}
