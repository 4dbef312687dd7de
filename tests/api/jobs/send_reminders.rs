//! Reminders by the schedule (S62). A world begins on Monday, 2 March 2026, at 10:00 in Tallinn.

use serde_json::{Value, json};
use sild_app::Context;
use sild_domain::TimeZoneName;
use sild_local::Mail;
use sild_store::offices;

use crate::desk::{Desk, path};

fn rule(before: Option<u8>, on_the_day: bool, after: Option<u8>, at_most: u8) -> Value {
    json!({ "days_before": before, "on_the_day": on_the_day, "every_days_after": after, "at_most": at_most })
}

async fn desk_with(rule: Value) -> Desk {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    desk.settings(json!({ "reminders": rule })).await;
    desk.world.settle().await;
    desk
}

fn reminders(desk: &Desk) -> Vec<Mail> {
    desk.world.mails().into_iter().filter(|mail| mail.subject.starts_with("Reminder")).collect()
}

/// The days and minutes in UTC at which somebody was reminded.
fn times(desk: &Desk) -> Vec<String> {
    reminders(desk).iter().map(|mail| mail.at.to_string().chars().take(16).collect()).collect()
}

/// The daily run at the usual hour.
async fn run(desk: &Desk) -> Result<Value, String> {
    let event = json!({ "office_id": desk.office.id, "hour": 9 });
    desk.world.call("send_reminders", event).await
}

fn waiting(snapshot: &[Value]) -> Vec<Value> {
    snapshot.iter().filter(|item| item["ent"] == "reminder").map(|item| item["on"].clone()).collect()
}

#[tokio::test]
async fn it_reminds_before_on_the_day_and_after_until_it_is_enough() {
    let mut desk = desk_with(rule(Some(3), true, Some(5), 4)).await;
    let task = desk.assigned(json!({ "due": "2026-03-06" })).await;
    assert_eq!(task["reminders"]["next_on"], "2026-03-03");
    desk.pass_days(40).await;
    // 11 March is five days after, the 16th ten; the fifth one would be the 23rd, as the 21st is a Saturday.
    let expected = ["2026-03-03T07:00", "2026-03-06T07:00", "2026-03-11T07:00", "2026-03-16T07:00"];
    assert_eq!(times(&desk), expected);
    let reminders = desk.read(&task).await["reminders"].clone();
    assert_eq!([&reminders["count"], &reminders["next_on"]], [&json!(4), &Value::Null]);
    let mails = self::reminders(&desk);
    assert!(mails[0].text.contains("Due 6 March 2026"), "{}", mails[0].text);
    assert!(mails[1].text.contains("Due today"));
    assert!(mails[2].text.contains("Was due 6 March 2026"));
    assert!(mails.iter().all(|mail| mail.to == "mari@client.example" && mail.text.contains("/login#t=")));
}

#[tokio::test]
async fn what_is_due_on_one_day_is_one_mail_a_contact_in_their_language() {
    let desk = desk_with(rule(Some(3), false, None, 1)).await;
    let jaan = desk.contact("jaan").await;
    let contact = format!("/api/office/clients/{}/contacts/{}", desk.client, jaan.id);
    desk.owner.if_match(1).patch(&contact, json!({ "language": "et" })).await.expect(200);
    desk.assigned(json!({ "title": "Receipts", "due": "2026-03-06" })).await;
    desk.assigned(json!({ "title": "Bank statement", "due": "2026-03-06" })).await;
    desk.assigned(json!({ "title": "Annual report", "due": "2026-03-20" })).await;
    desk.world.advance_days(2).await;
    let english = reminders(&desk);
    assert_eq!(english.len(), 1);
    assert_eq!(english[0].subject, "Reminder: 2 tasks for Example Bakery");
    assert!(english[0].text.contains("Receipts") && english[0].text.contains("Bank statement"));
    assert!(!english[0].text.contains("Annual report"));
    let mails = desk.world.mails_to("jaan@client.example");
    let estonian = mails.iter().filter(|mail| mail.subject.starts_with("Meeldetuletus"));
    assert_eq!(estonian.count(), 1);
}

#[tokio::test]
async fn it_stops_when_the_client_is_done_the_task_is_gone_or_access_ends() {
    let desk = desk_with(rule(Some(3), false, None, 1)).await;
    let mari = desk.contact("second").await;
    let due = json!({ "due": "2026-03-06" });
    let done = desk.assigned(due.clone()).await;
    let withdrawn = desk.assigned(due.clone()).await;
    let completed = desk.assigned(due.clone()).await;
    let off = desk.assigned(json!({ "due": "2026-03-06", "reminders": { "mode": "off" } })).await;
    let undated = desk.assigned(due.clone()).await;
    assert_eq!(off["reminders"]["next_on"], Value::Null);
    mari.post(&desk.portal_task(&done, "/done"), json!({})).await.expect(200);
    desk.act(&withdrawn, "withdraw").await.expect(200);
    desk.act(&completed, "complete").await.expect(200);
    let without = desk.owner.if_match(&undated["version"]);
    without.patch(&path(&undated, ""), json!({ "due": null })).await.expect(200);
    assert!(waiting(&desk.world.snapshot().await).is_empty(), "nothing of them is left");
    let last = desk.assigned(due).await;
    desk.world.settle().await;
    let portal = format!("/api/office/clients/{}/portal", desk.client);
    desk.owner.put(&portal, json!({ "is_open": false })).await.expect(200);
    desk.world.advance_days(1).await;
    assert!(reminders(&desk).is_empty());
    assert_eq!(desk.read(&last).await["reminders"]["count"], 0, "what reached nobody does not count");
}

#[tokio::test]
async fn what_waits_again_is_reminded_of_again() {
    let desk = desk_with(rule(Some(3), false, None, 1)).await;
    let task = desk.assigned(json!({ "due": "2026-03-06" })).await;
    desk.act(&task, "complete").await.expect(200);
    desk.act(&task, "reopen").await.expect(200);
    desk.world.advance_days(2).await;
    assert_eq!(times(&desk), ["2026-03-03T07:00"]);
}

#[tokio::test]
async fn a_weekend_waits_for_monday() {
    let desk = desk_with(rule(None, true, Some(1), 2)).await;
    desk.assigned(json!({ "due": "2026-03-07" })).await;
    desk.world.advance_days(20).await;
    assert_eq!(times(&desk), ["2026-03-09T07:00", "2026-03-10T07:00"]);
}

#[tokio::test]
async fn after_an_outage_of_days_a_task_is_reminded_of_once() {
    let mut desk = desk_with(rule(Some(2), true, Some(1), 9)).await;
    let task = desk.assigned(json!({ "due": "2026-03-05" })).await;
    desk.world.hold(&["send_reminders"]);
    desk.pass_days(8).await;
    assert!(reminders(&desk).is_empty());
    run(&desk).await.unwrap();
    desk.world.settle().await;
    run(&desk).await.unwrap();
    desk.world.settle().await;
    assert_eq!(times(&desk), ["2026-03-10T08:00"]);
    let reminders = desk.read(&task).await["reminders"].clone();
    assert_eq!([&reminders["count"], &reminders["next_on"]], [&json!(1), &json!("2026-03-11")]);
}

#[tokio::test]
async fn two_runs_at_once_and_a_repeat_remind_once() {
    let desk = desk_with(rule(Some(3), false, None, 3)).await;
    for title in ["One", "Two", "Three"] {
        desk.assigned(json!({ "title": title, "due": "2026-03-06" })).await;
    }
    desk.world.hold(&["send_reminders"]);
    desk.world.advance_days(1).await;
    let (one, other) = tokio::join!(run(&desk), run(&desk));
    assert!(one.is_ok() && other.is_ok(), "{one:?} {other:?}");
    run(&desk).await.unwrap();
    desk.world.settle().await;
    assert_eq!(reminders(&desk).len(), 1);
}

#[tokio::test]
async fn a_lost_answer_of_ses_is_made_up_for() {
    let desk = desk_with(rule(Some(3), false, None, 1)).await;
    let task = desk.assigned(json!({ "due": "2026-03-06" })).await;
    desk.world.advance_minutes(10).await;
    desk.world.hold(&["send_mail", "sweep_outbox"]);
    desk.world.advance_days(1).await;
    let event = desk.world.events_of("send_mail").pop().unwrap();
    let losing: Context = desk.world.losing_answers_of_ses(0..100).await;
    let job = sild_jobs::JOBS.iter().find(|job| job.name == "send_mail").unwrap();
    let answer = (job.run)(losing, event.clone()).await.unwrap();
    assert_eq!(answer["batchItemFailures"].as_array().unwrap().len(), 1, "the stream brings it again");
    let lost = reminders(&desk).len();
    desk.world.call("send_mail", event.clone()).await.unwrap();
    desk.world.call("send_mail", event).await.unwrap();
    assert_eq!(reminders(&desk).len(), lost + 1);
    assert_eq!(desk.read(&task).await["reminders"]["count"], 1);
}

#[tokio::test]
async fn a_task_may_have_a_rule_of_its_own_and_a_series_hands_its_own_on() {
    let desk = desk_with(rule(Some(3), false, None, 1)).await;
    let own = json!({ "mode": "own", "rule": rule(Some(1), false, None, 1) });
    let task = desk.assigned(json!({ "due": "2026-03-06", "reminders": own })).await;
    assert_eq!(task["reminders"]["choice"], own);
    assert_eq!(task["reminders"]["next_on"], "2026-03-05");
    let inherit = json!({ "reminders": { "mode": "inherit" } });
    let edited = desk.owner.if_match(&task["version"]).patch(&path(&task, ""), inherit).await.expect(200);
    assert_eq!(edited["reminders"]["next_on"], "2026-03-03");

    let recurrence = json!({
        "frequency": { "kind": "weekly", "weekdays": ["monday"] }, "every": 1, "weekend": "leave",
        "start": "2026-03-02", "end": { "kind": "never" }, "due_after_days": 4,
    });
    let series = json!({
        "client_id": desk.client, "title": "Cash book", "assign_to_client": true, "recurrence": recurrence,
        "reminders": own,
    });
    let series = desk.owner.post("/api/office/series", series).await.expect(201);
    assert_eq!(series["reminders"], own);
    desk.world.settle().await;
    let tasks = format!("/api/office/tasks?client_id={}", desk.client);
    let tasks = desk.owner.get(&tasks).await.expect(200);
    let made = tasks["items"].as_array().unwrap().iter().find(|one| one["title"] == "Cash book").unwrap();
    let made = desk.read(made).await;
    assert_eq!([&made["reminders"]["choice"], &made["reminders"]["next_on"]], [&own, &json!("2026-03-05")]);
    let none = json!({ "reminders": { "mode": "off" } });
    let path = format!("/api/office/series/{}", series["id"].as_str().unwrap());
    let version = desk.owner.get(&path).await.expect(200)["version"].clone();
    let changed = desk.owner.if_match(&version).patch(&path, none).await.expect(200);
    assert_eq!(changed["reminders"], json!({ "mode": "off" }));
}

#[tokio::test]
async fn another_rule_holds_for_every_task_that_waits() {
    let desk = desk_with(Value::Null).await;
    let task = desk.assigned(json!({ "due": "2026-03-06" })).await;
    let own = json!({ "mode": "own", "rule": rule(Some(1), false, None, 1) });
    desk.assigned(json!({ "due": "2026-03-06", "reminders": own })).await;
    desk.world.settle().await;
    let mut planned = waiting(&desk.world.snapshot().await);
    planned.sort_by_key(ToString::to_string);
    assert_eq!(planned, [json!("2026-03-05"), Value::Null]);
    desk.settings(json!({ "reminders": rule(Some(3), false, None, 1) })).await;
    desk.world.settle().await;
    assert_eq!(desk.read(&task).await["reminders"]["next_on"], "2026-03-03");
    let mut planned = waiting(&desk.world.snapshot().await);
    planned.sort_by_key(ToString::to_string);
    assert_eq!(planned, [json!("2026-03-03"), json!("2026-03-05")]);
    desk.settings(json!({ "reminders": null })).await;
    desk.world.advance_days(10).await;
    assert_eq!(times(&desk), ["2026-03-05T07:00"], "only the rule of its own is left");
}

#[tokio::test]
async fn another_deadline_moves_it_and_begins_to_count_anew() {
    let mut desk = desk_with(rule(None, true, None, 1)).await;
    let task = desk.assigned(json!({ "due": "2026-03-04" })).await;
    desk.pass_days(3).await;
    assert_eq!(times(&desk), ["2026-03-04T07:00"]);
    let later = json!({ "due": "2026-03-10" });
    let edited = desk.owner.if_match(&task["version"]).patch(&path(&task, ""), later).await.expect(200);
    assert_eq!(edited["reminders"]["next_on"], "2026-03-10");
    desk.pass_days(10).await;
    assert_eq!(times(&desk), ["2026-03-04T07:00", "2026-03-10T07:00"]);
}

#[tokio::test]
async fn another_hour_takes_the_place_of_the_old_one() {
    let desk = desk_with(rule(None, true, Some(1), 9)).await;
    desk.assigned(json!({ "due": "2026-03-04" })).await;
    desk.settings(json!({ "reminder_hour": 15 })).await;
    desk.world.advance_days(4).await;
    assert_eq!(times(&desk), ["2026-03-04T13:00", "2026-03-05T13:00"]);
    let schedules = desk.world.cloud.schedules().unwrap();
    let names = schedules.iter().map(|one| one.name.as_str()).filter(|name| name.starts_with("r-"));
    let names = names.collect::<Vec<_>>();
    assert_eq!(names.len(), 1, "the one of nine o'clock ended itself: {names:?}");
    assert!(names[0].ends_with("-15"));
}

#[tokio::test]
async fn the_hour_is_that_of_the_office_before_and_after_clocks_change() {
    // Clocks go forward on Sunday, 29 March in Tallinn, and on Sunday, 8 March in New York.
    for (zone, due, expected) in [
        ("Europe/Tallinn", "2026-03-26", ["2026-03-26T07:00", "2026-03-27T07:00", "2026-03-30T06:00"]),
        ("America/New_York", "2026-03-05", ["2026-03-05T14:00", "2026-03-06T14:00", "2026-03-09T13:00"]),
    ] {
        let desk = Desk::start().await;
        desk.contact("mari").await;
        let table = &desk.world.cx.table;
        let mut office = offices::get(table, &desk.office.scope()).await.unwrap().unwrap();
        office.time_zone = TimeZoneName::parse(zone).unwrap();
        let mut transaction = table.transaction();
        offices::save(&mut transaction, &office);
        transaction.commit().await.unwrap();
        desk.settings(json!({ "reminders": rule(None, true, Some(1), 3) })).await;
        desk.assigned(json!({ "due": due })).await;
        desk.world.advance_days(35).await;
        assert_eq!(times(&desk), expected, "{zone}");
    }
}

#[tokio::test]
async fn a_big_client_is_reminded_of_everything_in_a_few_mails() {
    let desk = desk_with(rule(Some(3), false, None, 1)).await;
    for n in 0..60 {
        desk.assigned(json!({ "title": format!("Task {n}"), "due": "2026-03-06" })).await;
    }
    desk.world.advance_days(2).await;
    assert_eq!(reminders(&desk).len(), 2);
    let snapshot = desk.world.snapshot().await;
    let counted = snapshot.iter().filter(|item| item["ent"] == "task" && item["reminded_count"] == 1);
    assert_eq!(counted.count(), 60);
}
