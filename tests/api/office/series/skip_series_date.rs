//! `skip_series_date` (S41). A world begins on Monday, 2 March 2026, at 10:00 in Tallinn.

use serde_json::{Value, json};
use sild_domain::Role;

use super::{at, create, generate, monthly, titles, weekly};
use crate::desk::{Desk, each, id};

async fn skip(desk: &Desk, series: &Value, on: &str) -> Value {
    let (path, body) = at(series, "skip-date", on);
    desk.owner.post(&path, body).await.expect(200)
}

#[tokio::test]
async fn a_date_that_is_left_out_makes_no_task_and_the_next_one_does() {
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday", "thursday"])).await;
    let after = skip(&desk, &series, "2026-03-03").await;
    assert_eq!(after["next_dates"][0]["date"], "2026-03-05");
    assert_eq!([&after["created_count"], &after["version"]], [0, 2]);
    assert_eq!(skip(&desk, &series, "2026-03-03").await, after, "asked again, it leaves out no other");
    desk.world.advance_days(3).await;
    generate(&desk).await;
    let tasks = desk.owner.get(&format!("/api/office/tasks?client_id={}", desk.client)).await.expect(200);
    assert_eq!(each(&tasks, "due"), ["2026-03-05"]);
    let now = desk.owner.get(&format!("/api/office/series/{}", id(&series))).await.expect(200);
    assert_eq!([&now["created_count"], &now["next_dates"][0]["date"]], [&json!(1), &json!("2026-03-10")]);
}

#[tokio::test]
async fn what_is_left_out_stays_so_when_the_series_rests_or_is_edited() {
    let desk = Desk::start().await;
    let series = create(&desk, monthly(10, "2026-03-01")).await;
    skip(&desk, &series, "2026-03-10").await;
    let path = format!("/api/office/series/{}", id(&series));
    for edit in [
        json!({ "is_paused": true }),
        json!({ "is_paused": false }),
        json!({ "recurrence": monthly(10, "2026-02-01") }),
    ] {
        let version = desk.owner.get(&path).await.expect(200)["version"].clone();
        let after = desk.owner.if_match(version).patch(&path, edit).await.expect(200);
        assert_eq!(after["next_dates"][0]["date"], "2026-04-10");
    }
    desk.world.advance_days(9).await;
    generate(&desk).await;
    assert!(titles(&desk).await.is_empty());
}

#[tokio::test]
async fn the_last_date_left_out_is_the_end() {
    let desk = Desk::start().await;
    let mut twice = weekly(&["tuesday"]);
    twice["end"] = json!({ "kind": "count", "count": 2 });
    let series = create(&desk, twice).await;
    assert_eq!(skip(&desk, &series, "2026-03-03").await["next_dates"].as_array().unwrap().len(), 1);
    assert_eq!(skip(&desk, &series, "2026-03-10").await["next_dates"], json!([]));
    let (path, body) = at(&series, "skip-date", "2026-03-17");
    desk.owner.post(&path, body).await.expect_problem(409, "no_such_date");
}

#[tokio::test]
async fn what_the_series_owes_after_it_is_made_at_once() {
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday", "wednesday"])).await;
    // Nothing ran on the third and the fourth.
    desk.world.advance_days(2).await;
    skip(&desk, &series, "2026-03-03").await;
    desk.world.settle().await;
    let tasks = desk.owner.get(&format!("/api/office/tasks?client_id={}", desk.client)).await.expect(200);
    assert_eq!(each(&tasks, "due"), ["2026-03-04"]);
}

#[tokio::test]
async fn only_the_next_date_can_be_left_out_and_otherwise_nothing_changes() {
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday", "thursday"])).await;
    let resting = create(&desk, weekly(&["tuesday"])).await;
    let path = format!("/api/office/series/{}", id(&resting));
    desk.owner.if_match(1).patch(&path, json!({ "is_paused": true })).await.expect(200);
    let outside = desk.office.member("Peeter", Role::Member).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for (series, on) in [(&series, "2026-03-05"), (&series, "2026-03-02"), (&resting, "2026-03-03")] {
        let (path, body) = at(series, "skip-date", on);
        desk.owner.post(&path, body).await.expect_problem(409, "no_such_date");
    }
    let (path, body) = at(&series, "skip-date", "2026-03-03");
    outside.post(&path, body).await.expect_problem(404, "not_found");
    let reply = desk.owner.post(&path, json!({ "on": "soon" })).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors()[0].0, "/on");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_date_whose_task_was_made_is_not_said_to_be_left_out() {
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday", "thursday"])).await;
    desk.world.advance_days(1).await;
    generate(&desk).await;
    let (path, body) = at(&series, "skip-date", "2026-03-03");
    desk.owner.post(&path, body).await.expect_problem(409, "no_such_date");
}

#[tokio::test]
async fn two_who_leave_out_the_same_date_leave_out_one() {
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday", "thursday"])).await;
    let (one, other) = tokio::join!(skip(&desk, &series, "2026-03-03"), skip(&desk, &series, "2026-03-03"));
    for after in [one, other] {
        assert_eq!(after["next_dates"][0]["date"], "2026-03-05");
    }
}
