use serde_json::{Value, json};

use super::{create, generate, monthly, titles, weekly};
use crate::desk::{Desk, id};

async fn edit(desk: &Desk, series: &Value, fields: Value) -> Value {
    let path = format!("/api/office/series/{}", id(series));
    let version = desk.owner.get(&path).await.expect(200)["version"].clone();
    desk.owner.if_match(version).patch(&path, fields).await.expect(200)
}

#[tokio::test]
async fn what_a_series_made_stays_and_what_follows_is_new() {
    let desk = Desk::start().await;
    let series = create(&desk, monthly(2, "2026-03-02")).await;
    desk.world.settle().await;
    let edited =
        edit(&desk, &series, json!({ "title": "Renamed", "recurrence": monthly(5, "2026-03-01") })).await;
    assert_eq!(edited["next_dates"][0]["date"], "2026-03-05");
    assert_eq!([&edited["created_count"], &edited["version"]], [1, 3]);
    desk.world.advance_days(3).await;
    generate(&desk).await;
    assert_eq!(titles(&desk).await, ["Bank statement", "Renamed"]);
}

#[tokio::test]
async fn the_same_rule_again_makes_no_second_task_of_a_day() {
    let desk = Desk::start().await;
    let series = create(&desk, monthly(2, "2026-03-02")).await;
    desk.world.settle().await;
    let edited = edit(&desk, &series, json!({ "recurrence": monthly(2, "2026-03-01") })).await;
    assert_eq!(edited["next_dates"][0]["date"], "2026-04-02");
    desk.world.settle().await;
    generate(&desk).await;
    assert_eq!(titles(&desk).await, ["Bank statement"]);
}

#[tokio::test]
async fn what_comes_while_a_series_rests_is_passed_over() {
    // S41: pause
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday"])).await;
    let paused = edit(&desk, &series, json!({ "is_paused": true })).await;
    assert_eq!(paused["is_paused"], true);
    desk.world.advance_days(9).await;
    generate(&desk).await;
    assert!(titles(&desk).await.is_empty());
    let resumed = edit(&desk, &series, json!({ "is_paused": false })).await;
    assert_eq!(resumed["next_dates"][0]["date"], "2026-03-17", "today is 11 March");
    desk.world.settle().await;
    assert!(titles(&desk).await.is_empty());
    desk.world.advance_days(6).await;
    generate(&desk).await;
    assert_eq!(titles(&desk).await.len(), 1);
}

#[tokio::test]
async fn a_series_that_goes_on_on_its_day_makes_the_task_at_once() {
    let desk = Desk::start().await;
    let series = create(&desk, monthly(4, "2026-03-01")).await;
    edit(&desk, &series, json!({ "is_paused": true })).await;
    desk.world.advance_days(2).await;
    edit(&desk, &series, json!({ "is_paused": false })).await;
    desk.world.settle().await;
    assert_eq!(titles(&desk).await.len(), 1);
}

#[tokio::test]
async fn stale_versions_and_bad_values_are_refused() {
    let desk = Desk::start().await;
    let series = create(&desk, monthly(10, "2026-03-01")).await;
    let path = format!("/api/office/series/{}", id(&series));
    edit(&desk, &series, json!({ "title": "First" })).await;
    let before = desk.world.snapshot().await;
    let late = desk.owner.if_match(1).patch(&path, json!({ "title": "Second" })).await;
    late.expect_problem(412, "version_mismatch");
    desk.owner.patch(&path, json!({ "title": "Second" })).await.expect_problem(428, "version_required");
    let mut over = monthly(10, "2026-01-01");
    over["end"] = json!({ "kind": "on", "date": "2026-02-20" });
    let reply = desk.owner.if_match(2).patch(&path, json!({ "recurrence": over })).await;
    assert_eq!(reply.field_errors(), [("/recurrence".to_owned(), "no_occurrence".to_owned())]);
    let reply = desk.owner.if_match(2).patch(&path, json!({ "client_id": desk.client })).await;
    reply.expect_problem(422, "invalid_value");
    let other = desk.world.office_named("Other Office", "other").await;
    let snapshot = desk.world.snapshot().await;
    other.owner().if_match(2).patch(&path, json!({ "title": "b" })).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, snapshot);
    assert!(before.iter().all(|item| snapshot.contains(item)));
}

#[tokio::test]
async fn an_edit_of_one_task_can_hold_for_all_that_follow() {
    // S41
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["monday"])).await;
    desk.world.settle().await;
    let of_client = format!("/api/office/tasks?client_id={}&state=open", desk.client);
    let task = desk.owner.get(&of_client).await.expect(200)["items"][0].clone();
    let path = format!("/api/office/tasks/{}", id(&task));
    let edit = |fields: Value| async {
        let version = desk.owner.get(&path).await.expect(200)["version"].clone();
        desk.owner.if_match(version).patch(&path, fields).await
    };
    edit(json!({ "title": "Only this" })).await.expect(200);
    let series_path = format!("/api/office/series/{}", id(&series));
    assert_eq!(desk.owner.get(&series_path).await.expect(200)["title"], "Bank statement");
    let lines = json!([{ "text": "All accounts" }, { "text": "Signed" }]);
    let fields = json!({
        "title": "Bank statements", "checklist": lines, "assignee_id": desk.owner.id, "due": "2026-03-09",
        "and_following": true,
    });
    edit(fields).await.expect(200);
    let after = desk.owner.get(&series_path).await.expect(200);
    assert_eq!(after["title"], "Bank statements");
    assert_eq!(after["checklist"], lines);
    assert_eq!(after["assignee"]["id"], desk.owner.id);
    assert_eq!(after["description"], series["description"], "what was not edited stays");
    assert_eq!(after["recurrence"], series["recurrence"], "and so does the rule");
    desk.world.advance_days(7).await;
    generate(&desk).await;
    assert_eq!(titles(&desk).await, ["Bank statements", "Bank statements"]);
    edit(json!({ "assignee_id": null, "and_following": true })).await.expect(200);
    assert_eq!(desk.owner.get(&series_path).await.expect(200)["assignee"], Value::Null);

    let alone = desk.task(json!({})).await;
    let before = desk.world.snapshot().await;
    let path = format!("/api/office/tasks/{}", id(&alone));
    let reply = desk.owner.if_match(1).patch(&path, json!({ "title": "x", "and_following": true })).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors(), [("/and_following".to_owned(), "not_recurring".to_owned())]);
    assert_eq!(desk.world.snapshot().await, before);
}
