use serde_json::{Value, json};
use sild_domain::Role;

use crate::desk::{Desk, path};

async fn edit(desk: &Desk, task: &Value, fields: Value) -> Value {
    let version = desk.read(task).await["version"].clone();
    desk.owner.if_match(version).patch(&path(task, ""), fields).await.expect(200)
}

#[tokio::test]
async fn what_is_left_out_stays_and_null_empties() {
    let desk = Desk::start().await;
    let fields = json!({
        "description": "Old.", "due": "2026-03-31", "assignee_id": desk.owner.id, "client_may_tick": true,
    });
    let task = desk.task(fields).await;
    let edited = edit(&desk, &task, json!({ "title": "Renamed", "due": null, "assignee_id": null })).await;
    assert_eq!(edited["title"], "Renamed");
    assert_eq!([&edited["due"], &edited["assignee"]], [&Value::Null, &Value::Null]);
    assert_eq!([&edited["description"], &edited["client_may_tick"]], [&json!("Old."), &json!(true)]);
    assert_eq!(edited["version"], 2);
    let edited = edit(
        &desk,
        &task,
        json!({ "description": "", "due": "2026-04-01", "auto_complete": true, "client_may_tick": false }),
    )
    .await;
    assert_eq!([&edited["description"], &edited["due"]], ["", "2026-04-01"]);
    assert_eq!([&edited["auto_complete"], &edited["client_may_tick"]], [true, false]);
    assert_eq!(desk.read(&task).await, edited);
}

#[tokio::test]
async fn a_stale_version_is_refused_and_none_is_asked_for() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    edit(&desk, &task, json!({ "title": "First" })).await;
    let before = desk.world.snapshot().await;
    let late = desk.owner.if_match(1).patch(&path(&task, ""), json!({ "title": "Second" })).await;
    late.expect_problem(412, "version_mismatch");
    let blind = desk.owner.patch(&path(&task, ""), json!({ "title": "Second" })).await;
    blind.expect_problem(428, "version_required");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_message_does_not_make_the_version_stale() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    mari.post(&desk.portal_task(&task, "/messages"), json!({ "text": "Hello." })).await.expect(201);
    desk.mark_read(&mari, &task).await;
    let reply = desk.owner.if_match(&task["version"]).patch(&path(&task, ""), json!({ "title": "b" })).await;
    reply.expect(200);
    assert_eq!(desk.read(&task).await["messages"].as_array().unwrap().len(), 1, "and it stays");
}

#[tokio::test]
async fn known_lines_of_the_checklist_keep_their_ids_and_ticks() {
    let desk = Desk::start().await;
    let task = desk.task(json!({ "checklist": [{ "text": "a" }, { "text": "b" }, { "text": "c" }] })).await;
    let lines = &task["checklist"];
    let tick = path(&task, &format!("/checklist/{}", lines[1]["id"].as_str().unwrap()));
    desk.owner.put(&tick, json!({ "is_done": true })).await.expect(200);
    let checklist = json!([
        { "id": lines[1]["id"], "text": "B" },
        { "text": "new" },
        { "id": lines[0]["id"], "text": "a", "is_done": true },
    ]);
    let edited = edit(&desk, &task, json!({ "checklist": checklist })).await;
    assert_eq!(edited["checklist"][0], json!({ "id": lines[1]["id"], "text": "B", "is_done": true }));
    assert_eq!(edited["checklist"][1]["is_done"], false);
    assert_eq!(edited["checklist"][2], json!({ "id": lines[0]["id"], "text": "a", "is_done": true }));
    assert_eq!([&edited["checklist_done"], &edited["checklist_total"]], [2, 3]);
}

#[tokio::test]
async fn bad_values_are_named_and_write_nothing() {
    let desk = Desk::start().await;
    let task = desk.task(json!({ "checklist": [{ "text": "a" }] })).await;
    let known = task["checklist"][0]["id"].clone();
    let outside = desk.office.member("Peeter", Role::Member).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for (fields, pointer, code) in [
        (json!({ "title": "" }), "/title", "required"),
        (json!({ "due": "soon" }), "/due", "invalid_format"),
        (
            json!({ "checklist": [{ "text": "a" }, { "id": "chk_01jnb000000000000000000000", "text": "b" }] }),
            "/checklist/1/id",
            "invalid_id",
        ),
        (
            json!({ "checklist": [{ "id": known, "text": "a" }, { "id": known, "text": "b" }] }),
            "/checklist",
            "duplicate_item",
        ),
        (json!({ "assignee_id": "mem_01jnb000000000000000000000" }), "/assignee_id", "invalid_id"),
        (json!({ "assignee_id": outside.id }), "/assignee_id", "not_on_client"),
        (json!({ "client_id": desk.client }), "/client_id", "unknown_field"),
    ] {
        let reply = desk.owner.if_match(1).patch(&path(&task, ""), fields).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    outside
        .if_match(1)
        .patch(&path(&task, ""), json!({ "title": "b" }))
        .await
        .expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn only_another_deadline_or_description_makes_a_task_unread_again() {
    // S31
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({ "checklist": [{ "text": "a" }] })).await;
    for (fields, is_news) in [
        (json!({ "title": "Renamed" }), false),
        (json!({ "checklist": [{ "text": "b" }] }), false),
        (json!({ "auto_complete": true, "client_may_tick": true, "assignee_id": desk.owner.id }), false),
        (json!({ "due": "2026-03-31" }), true),
        (json!({ "due": "2026-03-31", "title": "Again" }), false),
        (json!({ "description": "New." }), true),
        (json!({ "due": null }), true),
    ] {
        desk.mark_read(&mari, &task).await;
        edit(&desk, &task, fields.clone()).await;
        assert_eq!(desk.is_unread_by(&mari, &task).await, is_news, "{fields}");
    }
}

#[tokio::test]
async fn the_clients_earliest_deadline_follows() {
    let desk = Desk::start().await;
    let one = desk.task(json!({ "due": "2026-03-10" })).await;
    desk.task(json!({ "due": "2026-03-20" })).await;
    for (due, earliest) in [
        (json!("2026-03-25"), json!("2026-03-20")),
        (json!("2026-03-05"), json!("2026-03-05")),
        (json!(null), json!("2026-03-20")),
    ] {
        edit(&desk, &one, json!({ "due": due })).await;
        desk.world.settle().await;
        assert_eq!(desk.read_client().await["earliest_due"], earliest);
    }
}
