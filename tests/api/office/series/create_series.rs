use serde_json::json;
use sild_domain::Role;

use super::{create, monthly, series_body};
use crate::desk::{Desk, each};

#[tokio::test]
async fn a_series_shows_its_next_five_dates_and_makes_nothing_yet() {
    // S41
    let desk = Desk::start().await;
    let mut body = series_body(&desk, monthly(15, "2026-03-01"));
    body["recurrence"]["weekend"] = json!("after");
    body["recurrence"]["due_after_days"] = json!(5);
    body["checklist"] = json!([{ "text": "Swedbank" }]);
    let series = desk.owner.post("/api/office/series", body).await.expect(201);
    assert_eq!(series["client"], json!({ "id": desk.client, "name": "Example Bakery" }));
    assert_eq!(series["checklist"], json!([{ "text": "Swedbank" }]));
    assert_eq!(
        series["next_dates"],
        json!([
            { "nominal": "2026-03-15", "date": "2026-03-16", "due": "2026-03-21" },
            { "nominal": "2026-04-15", "date": "2026-04-15", "due": "2026-04-20" },
            { "nominal": "2026-05-15", "date": "2026-05-15", "due": "2026-05-20" },
            { "nominal": "2026-06-15", "date": "2026-06-15", "due": "2026-06-20" },
            { "nominal": "2026-07-15", "date": "2026-07-15", "due": "2026-07-20" },
        ])
    );
    assert_eq!([&series["created_count"], &series["version"]], [0, 1]);
    let path = format!("/api/office/series/{}", series["id"].as_str().unwrap());
    assert_eq!(desk.owner.get(&path).await.expect(200), series);
    desk.world.settle().await;
    assert_eq!(desk.read_client().await["open_count"], 0);
}

#[tokio::test]
async fn a_series_that_begins_today_makes_its_first_task_at_once() {
    // S41
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let series = create(&desk, monthly(2, "2026-03-02")).await;
    desk.world.settle().await;
    let list = mari.get(&desk.portal("")).await.expect(200);
    assert_eq!(each(&list, "title"), ["Bank statement"]);
    assert_eq!(each(&list, "due"), ["2026-03-02"]);
    let path = format!("/api/office/series/{}", series["id"].as_str().unwrap());
    let after = desk.owner.get(&path).await.expect(200);
    assert_eq!([&after["created_count"], &after["next_dates"][0]["date"]], [&json!(1), &json!("2026-04-02")]);
    let tasks = desk.owner.get(&format!("/api/office/tasks?client_id={}", desk.client)).await.expect(200);
    assert_eq!(each(&tasks, "series_id"), [series["id"].clone()]);
    desk.world.advance_minutes(7).await;
    assert_eq!(desk.world.mails_to(&mari.email).len(), 1, "announced as every assigned task is");
}

#[tokio::test]
async fn a_repeat_with_the_same_key_makes_one_series() {
    let desk = Desk::start().await;
    let owner = desk.owner.key("make-it-once");
    let body = series_body(&desk, monthly(2, "2026-03-02"));
    let first = owner.post("/api/office/series", body.clone()).await.expect(201);
    let before = desk.world.snapshot().await;
    assert_eq!(owner.post("/api/office/series", body).await.expect(201), first);
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn recurrences_that_make_no_sense_are_named() {
    let desk = Desk::start().await;
    let before = desk.world.snapshot().await;
    let changed = |part: &str, value: serde_json::Value| {
        let mut recurrence = monthly(15, "2026-03-01");
        recurrence[part] = value;
        recurrence
    };
    for (recurrence, code) in [
        (changed("every", json!(0)), "out_of_range"),
        (changed("frequency", json!({ "kind": "weekly", "weekdays": [] })), "required"),
        (changed("end", json!({ "kind": "on", "date": "2026-02-01" })), "end_before_start"),
        (changed("end", json!({ "kind": "on", "date": "2026-03-05" })), "no_occurrence"),
        (changed("due_after_days", json!(367)), "out_of_range"),
    ] {
        let reply = desk.owner.post("/api/office/series", series_body(&desk, recurrence)).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/recurrence".to_owned(), code.to_owned())]);
    }
    let mut over = monthly(15, "2025-01-01");
    over["end"] = json!({ "kind": "on", "date": "2026-02-20" });
    let reply = desk.owner.post("/api/office/series", series_body(&desk, over)).await;
    assert_eq!(reply.field_errors(), [("/recurrence".to_owned(), "no_occurrence".to_owned())]);
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn the_client_and_the_member_must_be_there() {
    let desk = Desk::start().await;
    let plain = desk.office.member("Peeter", Role::Member).await;
    let other = desk.world.office_named("Other Office", "other").await;
    let before = desk.world.snapshot().await;
    let body = series_body(&desk, monthly(15, "2026-03-01"));
    plain.post("/api/office/series", body.clone()).await.expect_problem(404, "not_found");
    other.owner().post("/api/office/series", body.clone()).await.expect_problem(404, "not_found");
    let mut given = body;
    given["assignee_id"] = json!(plain.id);
    let reply = desk.owner.post("/api/office/series", given).await;
    assert_eq!(reply.field_errors(), [("/assignee_id".to_owned(), "not_on_client".to_owned())]);
    assert_eq!(desk.world.snapshot().await, before);
}
