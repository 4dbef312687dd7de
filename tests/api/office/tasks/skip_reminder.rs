//! `skip_reminder` (S62). A world begins on Monday, 2 March 2026, at 10:00 in Tallinn.

use serde_json::{Value, json};
use sild_domain::Role;

use crate::desk::{Desk, path};

/// A desk whose office reminds three days before, on the day, and every five days after.
async fn desk() -> Desk {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let rule = json!({ "days_before": 3, "on_the_day": true, "every_days_after": 5, "at_most": 2 });
    desk.settings(json!({ "reminders": rule })).await;
    desk.world.settle().await;
    desk
}

async fn skip(desk: &Desk, task: &Value, on: &str) -> Value {
    desk.owner.post(&path(task, "/skip-reminder"), json!({ "on": on })).await.expect(200)
}

/// The days on which somebody was reminded.
fn days(desk: &Desk) -> Vec<String> {
    let mails = desk.world.mails().into_iter().filter(|mail| mail.subject.starts_with("Reminder"));
    mails.map(|mail| mail.at.to_string().chars().take(10).collect()).collect()
}

#[tokio::test]
async fn a_reminder_that_is_left_out_does_not_leave_and_the_next_ones_do() {
    let mut desk = desk().await;
    let task = desk.assigned(json!({ "due": "2026-03-06" })).await;
    assert_eq!(task["reminders"]["next_on"], "2026-03-03");
    let after = skip(&desk, &task, "2026-03-03").await;
    assert_eq!([&after["next_on"], &after["count"]], [&json!("2026-03-06"), &json!(0)]);
    assert_eq!(skip(&desk, &task, "2026-03-03").await, after, "asked again, it leaves out no other");
    assert_eq!(desk.read(&task).await["reminders"], after);
    desk.pass_days(20).await;
    // What is left out does not count towards the two at most.
    assert_eq!(days(&desk), ["2026-03-06", "2026-03-11"]);
}

#[tokio::test]
async fn several_can_be_left_out_one_after_the_other() {
    let mut desk = desk().await;
    let task = desk.assigned(json!({ "due": "2026-03-06" })).await;
    for (on, next) in [("2026-03-03", "2026-03-06"), ("2026-03-06", "2026-03-11")] {
        assert_eq!(skip(&desk, &task, on).await["next_on"], next);
    }
    desk.pass_days(10).await;
    assert_eq!(days(&desk), ["2026-03-11"]);
}

#[tokio::test]
async fn what_is_not_planned_cannot_be_left_out_and_nothing_changes() {
    let desk = desk().await;
    let task = desk.assigned(json!({ "due": "2026-03-06" })).await;
    let unassigned = desk.task(json!({ "title": "Draft", "due": "2026-03-06" })).await;
    let outside = desk.office.member("Peeter", Role::Member).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let on = |day: &str| json!({ "on": day });
    for (task, day) in [(&task, "2026-03-04"), (&task, "2026-03-06"), (&unassigned, "2026-03-03")] {
        let reply = desk.owner.post(&path(task, "/skip-reminder"), on(day)).await;
        reply.expect_problem(409, "no_such_reminder");
    }
    let to = path(&task, "/skip-reminder");
    outside.post(&to, on("2026-03-03")).await.expect_problem(404, "not_found");
    let reply = desk.owner.post(&to, on("soon")).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors()[0].0, "/on");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn two_who_leave_out_the_same_one_leave_out_one() {
    let desk = desk().await;
    let task = desk.assigned(json!({ "due": "2026-03-06" })).await;
    let (one, other) = tokio::join!(skip(&desk, &task, "2026-03-03"), skip(&desk, &task, "2026-03-03"));
    assert_eq!([&one["next_on"], &other["next_on"]], ["2026-03-06", "2026-03-06"]);
}
