use serde_json::json;
use sild_domain::Role;

use crate::desk::{Desk, path};

#[tokio::test]
async fn reading_changes_nothing_and_the_version_is_its_etag() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    mari.post(&desk.portal_task(&task, "/messages"), json!({ "text": "A question." })).await.expect(201);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let reply = desk.owner.get(&path(&task, "")).await;
    assert_eq!(reply.headers["etag"], "\"2\"");
    let read = reply.expect(200);
    assert_eq!([&read["version"], &read["has_client_news"]], [&json!(2), &json!(true)]);
    assert_eq!(read["messages"][0]["author"], json!({ "kind": "contact", "name": "mari", "is_me": false }));
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_task_exists_for_who_works_with_its_client_only() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    let outside = desk.office.member("Peeter", Role::Member).await;
    let inside = desk.office.member("Kati", Role::Member).await;
    inside.add_to(desk.client).await;
    let other = desk.world.office_named("Other Office", "other").await;
    inside.get(&path(&task, "")).await.expect(200);
    let never = desk.owner.get("/api/office/tasks/tsk_01jnb000000000000000000000").await;
    never.expect_problem(404, "not_found");
    for reply in [
        outside.get(&path(&task, "")).await,
        other.owner().get(&path(&task, "")).await,
        desk.owner.get("/api/office/tasks/tsk_malformed").await,
    ] {
        assert_eq!((reply.status, reply.bytes), (never.status, never.bytes.clone()));
    }
    desk.world.browser().get(&path(&task, "")).await.expect_problem(401, "not_signed_in");
}

#[tokio::test]
async fn a_deadline_is_over_after_its_day_in_the_office_and_never_for_what_is_completed() {
    // S40
    let desk = Desk::start().await;
    let task = desk.task(json!({ "due": "2026-03-02" })).await;
    // 23:59 and 00:00 in Tallinn.
    desk.world.advance_minutes(13 * 60 + 59).await;
    assert_eq!(desk.read(&task).await["is_overdue"], false);
    desk.world.advance_minutes(1).await;
    assert_eq!(desk.read(&task).await["is_overdue"], true);
    assert_eq!(desk.act(&task, "complete").await.expect(200)["is_overdue"], false);
}
