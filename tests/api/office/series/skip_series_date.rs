//! `skip_series_date` (S41). A world begins on Monday, 2 March 2026, at 10:00 in Tallinn.

use serde_json::{Value, json};
use sild_domain::Role;

use super::{at, create, generate, monthly, titles, weekly};
use crate::desk::{Desk, each, id};

async fn skip(desk: &Desk, series: &Value, on: &str) -> Value {
    let (path, body) = at(series, "skip-date", on);
    desk.owner.post(&path, body).await.expect(200)
}

const ALL_DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// The next dates of a series.
fn dates(series: &Value) -> Vec<String> {
    let next = series["next_dates"].as_array().unwrap();
    next.iter().map(|date| date["date"].as_str().unwrap().to_owned()).collect()
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
async fn many_left_out_ahead_do_not_end_a_series_that_rests_or_whose_client_is_archived() {
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday", "thursday"])).await;
    for on in ["2026-03-03", "2026-03-05", "2026-03-10", "2026-03-12", "2026-03-17", "2026-03-19"] {
        skip(&desk, &series, on).await;
    }
    let path = format!("/api/office/series/{}", id(&series));
    for is_paused in [true, false] {
        let version = desk.owner.get(&path).await.expect(200)["version"].clone();
        let edit = json!({ "is_paused": is_paused });
        let after = desk.owner.if_match(version).patch(&path, edit).await.expect(200);
        assert_eq!(after["next_dates"][0]["date"], "2026-03-24");
    }
    let client = format!("/api/office/clients/{}", desk.client);
    for action in ["archive", "restore"] {
        desk.owner.post(&format!("{client}/{action}"), json!({})).await.expect(200);
        desk.world.settle().await;
    }
    assert_eq!(desk.owner.get(&path).await.expect(200)["next_dates"][0]["date"], "2026-03-24");
}

#[tokio::test]
async fn a_rule_with_more_dates_brings_all_but_those_that_were_left_out() {
    let desk = Desk::start().await;
    let series = create(&desk, monthly(20, "2026-03-01")).await;
    skip(&desk, &series, "2026-03-20").await;
    let path = format!("/api/office/series/{}", id(&series));
    let fridays = json!({ "recurrence": weekly(&["friday"]) });
    let after = desk.owner.if_match(2).patch(&path, fridays).await.expect(200);
    assert_eq!(dates(&after)[..3], ["2026-03-06", "2026-03-13", "2026-03-27"]);
    // Of seventy that were left out, the oldest are not known one by one any more, and none comes back.
    let daily = create(&desk, weekly(&ALL_DAYS)).await;
    desk.world.settle().await;
    let mut next = String::from("2026-03-03");
    for _ in 0..70 {
        next.clone_from(&dates(&skip(&desk, &daily, &next).await)[0]);
    }
    assert_eq!(next, "2026-05-12");
    let path = format!("/api/office/series/{}", id(&daily));
    let version = desk.owner.get(&path).await.expect(200)["version"].clone();
    let again = json!({ "recurrence": weekly(&ALL_DAYS[..6]) });
    let after = desk.owner.if_match(version).patch(&path, again).await.expect(200);
    assert_eq!(dates(&after)[0], "2026-05-12");
}

#[tokio::test]
async fn of_two_that_a_weekend_moves_to_one_day_the_one_that_is_named_is_left_out() {
    let desk = Desk::start().await;
    let mut weekend = weekly(&["saturday", "sunday"]);
    weekend["weekend"] = json!("after");
    weekend["start"] = json!("2026-03-03");
    let series = create(&desk, weekend).await;
    assert_eq!(dates(&series)[..2], ["2026-03-09", "2026-03-09"]);
    for _ in 0..2 {
        let after = skip(&desk, &series, "2026-03-07").await;
        assert_eq!(after["next_dates"][0]["nominal"], "2026-03-08", "the other is still to come");
    }
    let (make, body) = at(&series, "make-task", "2026-03-08");
    for _ in 0..2 {
        let after = desk.owner.post(&make, body.clone()).await.expect(200);
        assert_eq!(
            [&after["created_count"], &after["next_dates"][0]["nominal"]],
            [&json!(1), &json!("2026-03-14")]
        );
    }
    let (skip_made, body) = at(&series, "skip-date", "2026-03-08");
    desk.owner.post(&skip_made, body).await.expect_problem(409, "no_such_date");
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
    let reply = desk.owner.post(&path, json!({ "nominal": "soon" })).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors()[0].0, "/nominal");
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
