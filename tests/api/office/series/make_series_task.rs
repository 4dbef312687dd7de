//! `make_series_task` (S41). A world begins on Monday, 2 March 2026, at 10:00 in Tallinn.

use serde_json::{Value, json};
use sild_domain::Role;

use super::{at, create, generate, monthly, series_body, titles, weekly};
use crate::desk::{Desk, each, id};

async fn make(desk: &Desk, series: &Value, on: &str) -> Value {
    let (path, body) = at(series, "make-task", on);
    desk.owner.post(&path, body).await.expect(200)
}

#[tokio::test]
async fn the_task_of_the_next_date_is_made_at_once_and_only_once() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let mut rule = monthly(20, "2026-03-01");
    rule["due_after_days"] = json!(5);
    let series = create(&desk, rule).await;
    let after = make(&desk, &series, "2026-03-20").await;
    assert_eq!(after["next_dates"][0]["date"], "2026-04-20");
    assert_eq!([&after["created_count"], &after["version"]], [1, 2]);
    assert_eq!(make(&desk, &series, "2026-03-20").await, after, "asked again, it makes no second one");
    let list = format!("/api/office/tasks?client_id={}", desk.client);
    let tasks = desk.owner.get(&list).await.expect(200);
    assert_eq!(each(&tasks, "due"), ["2026-03-25"], "as it would have been");
    desk.world.advance_days(18).await;
    generate(&desk).await;
    assert_eq!(titles(&desk).await.len(), 1, "its day makes no second one");
    let told = desk.world.mails().into_iter().filter(|mail| mail.to.contains("mari")).count();
    assert_eq!(told, 1, "the client was told of it once");
}

#[tokio::test]
async fn a_client_without_an_open_portal_is_given_nothing() {
    let desk = Desk::start().await;
    let path = format!("/api/office/clients/{}/portal", desk.client);
    desk.owner.put(&path, json!({ "is_open": false })).await.expect(200);
    let series = create(&desk, weekly(&["friday"])).await;
    make(&desk, &series, "2026-03-06").await;
    let list = format!("/api/office/tasks?client_id={}", desk.client);
    let task = desk.owner.get(&list).await.expect(200)["items"][0].clone();
    assert_eq!(task["assigned"], json!(null));
}

#[tokio::test]
async fn only_the_next_date_has_a_task_to_make_and_otherwise_nothing_changes() {
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday", "thursday"])).await;
    let (skip, body) = at(&series, "skip-date", "2026-03-03");
    desk.owner.post(&skip, body).await.expect(200);
    let resting =
        desk.owner.post("/api/office/series", series_body(&desk, weekly(&["friday"]))).await.expect(201);
    let path = format!("/api/office/series/{}", id(&resting));
    desk.owner.if_match(1).patch(&path, json!({ "is_paused": true })).await.expect(200);
    let outside = desk.office.member("Peeter", Role::Member).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for (series, on) in [(&series, "2026-03-03"), (&series, "2026-03-10"), (&resting, "2026-03-06")] {
        let (path, body) = at(series, "make-task", on);
        desk.owner.post(&path, body).await.expect_problem(409, "no_such_date");
    }
    let (path, body) = at(&series, "make-task", "2026-03-05");
    outside.post(&path, body).await.expect_problem(404, "not_found");
    let reply = desk.owner.post(&path, json!({ "nominal": "2026-02-30" })).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors()[0].0, "/nominal");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_person_and_the_daily_run_at_once_make_one() {
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday"])).await;
    desk.world.advance_days(1).await;
    let (after, ()) = tokio::join!(make(&desk, &series, "2026-03-03"), generate(&desk));
    assert_eq!(after["created_count"], 1);
    assert_eq!(titles(&desk).await, ["Bank statement"]);
}

#[tokio::test]
async fn of_a_client_that_is_archived_nothing_is_made() {
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["friday"])).await;
    let archive = format!("/api/office/clients/{}/archive", desk.client);
    desk.owner.post(&archive, json!({})).await.expect(200);
    // Its series do not rest yet.
    let (path, body) = at(&series, "make-task", "2026-03-06");
    desk.owner.post(&path, body.clone()).await.expect_problem(409, "client_archived");
    desk.world.settle().await;
    desk.owner.post(&path, body).await.expect_problem(409, "no_such_date");
    assert!(titles(&desk).await.is_empty());
}

#[tokio::test]
async fn one_made_long_before_its_day_does_not_hold_up_another_rule() {
    let desk = Desk::start().await;
    let mut yearly = monthly(31, "2026-12-01");
    yearly["every"] = json!(12);
    let series = create(&desk, yearly).await;
    make(&desk, &series, "2026-12-31").await;
    let path = format!("/api/office/series/{}", id(&series));
    let monthly = json!({ "recurrence": monthly(10, "2026-03-01") });
    let after = desk.owner.if_match(2).patch(&path, monthly).await.expect(200);
    assert_eq!(after["next_dates"][0]["date"], "2026-03-10");
}
