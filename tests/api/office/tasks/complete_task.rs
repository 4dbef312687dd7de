use serde_json::{Value, json};

use crate::desk::{Desk, each, path};

#[tokio::test]
async fn completing_is_the_offices_word_and_the_client_sees_it() {
    // S44
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({ "due": "2026-03-31" })).await;
    desk.mark_read(&mari, &task).await;
    let completed = desk.act(&task, "complete").await.expect(200);
    assert_eq!([&completed["state"], &completed["client_state"]], ["completed", "open"]);
    assert_eq!(completed["completed"], json!({ "by": "Olivia Owner", "at": "2026-03-02T08:00:00Z" }));
    assert_eq!(desk.read(&task).await, completed);
    let seen = desk.seen_by(&mari, &task).await;
    assert_eq!([&seen["state"], &seen["completed_at"]], ["completed", "2026-03-02T08:00:00Z"]);
    assert_eq!(seen["is_unread"], false, "S31: it is no news");
    assert!(each(&mari.get(&desk.portal("")).await.expect(200), "id").is_empty());
    assert_eq!(each(&mari.get(&desk.portal("?state=done")).await.expect(200), "id"), [task["id"].clone()]);
    desk.world.settle().await;
    let client = desk.read_client().await;
    assert_eq!([&client["open_count"], &client["earliest_due"]], [&json!(0), &Value::Null]);
    desk.world.advance_minutes(30).await;
    assert!(desk.world.mails().is_empty(), "S33: closed before its announcement");
}

#[tokio::test]
async fn a_completed_task_is_not_completed_again() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    desk.act(&task, "complete").await.expect(200);
    let other = desk.world.office_named("Other Office", "other").await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    desk.act(&task, "complete").await.expect_problem(409, "task_completed");
    other.owner().post(&path(&task, "/complete"), json!({})).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
}
