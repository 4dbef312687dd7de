//! `get_overview`. A world begins on Monday, 2 March 2026, at 10:00 in Tallinn.

use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::Person;

use crate::desk::Desk;

async fn overview(person: &Person) -> Value {
    person.get("/api/office/overview").await.expect(200)
}

/// The named members of each entry.
fn each(list: &Value, fields: &[&str]) -> Vec<Value> {
    let entries = list.as_array().unwrap().iter();
    entries.map(|one| fields.iter().map(|field| one.pointer(field).unwrap().clone()).collect()).collect()
}

async fn series(desk: &Desk, title: &str, start: &str, assign_to_client: bool) -> Value {
    let recurrence = json!({
        "frequency": { "kind": "weekly", "weekdays": ["wednesday"] }, "every": 1, "weekend": "leave",
        "start": start, "end": { "kind": "never" }, "due_after_days": 4,
    });
    let series = json!({
        "client_id": desk.client, "title": title, "assign_to_client": assign_to_client, "recurrence": recurrence,
    });
    desk.owner.post("/api/office/series", series).await.expect(201)
}

#[tokio::test]
async fn it_tells_who_has_most_to_do_and_what_is_late() {
    // S40, S65
    let desk = Desk::start().await;
    let garage = desk.office.client("Example Garage").await;
    desk.office.client("Example Idle").await;
    for due in ["2026-02-20", "2026-02-27", "2026-03-02"] {
        desk.assigned(json!({ "due": due })).await;
    }
    desk.task(json!({ "title": "Draft" })).await;
    let late = json!({ "client_id": garage, "title": "Receipts", "due": "2026-01-31" });
    let done = desk.owner.post("/api/office/tasks", late.clone()).await.expect(201);
    desk.owner.post("/api/office/tasks", late).await.expect(201);
    desk.act(&done, "complete").await.expect(200);
    desk.world.settle().await;
    let told = overview(&desk.owner).await;
    assert_eq!(
        [&told["today"], &told["until"], &told["reminder_hour"]],
        [&json!("2026-03-02"), &json!("2026-03-08"), &json!(9)]
    );
    let busiest = each(&told["busiest"], &["/client/name", "/open_count", "/waiting_count"]);
    assert_eq!(busiest, [json!(["Example Bakery", 4, 3]), json!(["Example Garage", 1, 0])]);
    let overdue = each(&told["overdue"], &["/client/name", "/count", "/earliest_due"]);
    let expected = [json!(["Example Garage", 1, "2026-01-31"]), json!(["Example Bakery", 2, "2026-02-20"])];
    assert_eq!(overdue, expected);
}

#[tokio::test]
async fn it_tells_what_goes_out_by_itself_within_seven_days() {
    // S41, S62
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let rule = json!({ "days_before": 3, "on_the_day": false, "every_days_after": null, "at_most": 1 });
    desk.settings(json!({ "reminders": rule })).await;
    desk.world.settle().await;
    for (title, due) in [("Receipts", "2026-03-06"), ("Statement", "2026-03-08"), ("Later", "2026-04-08")] {
        desk.assigned(json!({ "title": title, "due": due })).await;
    }
    let told = series(&desk, "Cash book", "2026-03-04", true).await;
    series(&desk, "Check it", "2026-03-04", false).await;
    series(&desk, "Much later", "2026-05-04", true).await;
    let paused = series(&desk, "Paused", "2026-03-04", true).await;
    let path = format!("/api/office/series/{}", paused["id"].as_str().unwrap());
    desk.owner.if_match(&paused["version"]).patch(&path, json!({ "is_paused": true })).await.expect(200);
    desk.world.settle().await;
    let overview = overview(&desk.owner).await;
    let reminders = each(&overview["reminders"], &["/title", "/on", "/due", "/client/name"]);
    let expected = [
        json!(["Receipts", "2026-03-03", "2026-03-06", "Example Bakery"]),
        json!(["Statement", "2026-03-05", "2026-03-08", "Example Bakery"]),
    ];
    assert_eq!(reminders, expected);
    let made = each(&overview["series"], &["/title", "/on", "/assign_to_client"]);
    assert_eq!(made, [json!(["Cash book", "2026-03-04", true]), json!(["Check it", "2026-03-04", false])]);
    assert_eq!(
        [&overview["series"][0]["series_id"], &overview["series"][0]["client"]["id"]],
        [&told["id"], &json!(desk.client)]
    );
}

#[tokio::test]
async fn it_tells_of_what_clients_are_about_to_be_told() {
    // S33, S37
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let garage = desk.office.client("Example Garage").await;
    let first = desk.assigned(json!({ "title": "Receipts" })).await;
    desk.world.advance_minutes(1).await;
    let second = desk.assigned(json!({ "title": "Statement", "client_id": garage })).await;
    let taken_back = desk.assigned(json!({ "title": "Not this one" })).await;
    desk.task(json!({ "title": "A draft" })).await;
    desk.act(&taken_back, "withdraw").await.expect(200);
    let told = overview(&desk.owner).await;
    let announcements = each(&told["announcements"], &["/task_id", "/title", "/client/name", "/at"]);
    let expected = [(&first, "Receipts", "Example Bakery"), (&second, "Statement", "Example Garage")];
    let expected = expected
        .map(|(task, title, client)| json!([task["id"], title, client, task["portal"]["announce_at"]]));
    assert_eq!(announcements, expected);

    desk.world.advance_minutes(6).await;
    desk.world.settle().await;
    assert_eq!(overview(&desk.owner).await["announcements"], json!([]));
}

#[tokio::test]
async fn it_says_that_more_is_on_its_way_than_it_tells() {
    let desk = Desk::start().await;
    for n in 0..50 {
        series(&desk, &format!("Cash book {n}"), "2026-03-04", false).await;
    }
    let whole = overview(&desk.owner).await;
    assert_eq!(each(&whole["series"], &["/title"]).len(), 50);
    assert_eq!(whole["is_cut"], false);
    series(&desk, "Cash book 50", "2026-03-04", false).await;
    let cut = overview(&desk.owner).await;
    assert_eq!(each(&cut["series"], &["/title"]).len(), 50);
    assert_eq!(cut["is_cut"], true);
}

#[tokio::test]
async fn a_plain_member_sees_what_is_of_their_own_clients_and_other_offices_nothing() {
    let desk = Desk::start().await;
    desk.contact("mari").await;
    let rule = json!({ "days_before": 3, "on_the_day": false, "every_days_after": null, "at_most": 1 });
    desk.settings(json!({ "reminders": rule })).await;
    desk.assigned(json!({ "due": "2026-03-06" })).await;
    desk.assigned(json!({ "due": "2026-02-06" })).await;
    series(&desk, "Cash book", "2026-03-04", true).await;
    desk.world.settle().await;
    let outside = desk.office.member("Peeter", Role::Member).await;
    let other = desk.world.office_named("Other Office", "other").await.owner();
    for person in [&outside, &other] {
        let told = overview(person).await;
        for list in ["busiest", "overdue", "announcements", "series", "reminders"] {
            assert_eq!(told[list], json!([]), "{list}");
        }
    }
    outside.add_to(desk.client).await;
    assert_eq!(overview(&outside).await, overview(&desk.owner).await);
}
