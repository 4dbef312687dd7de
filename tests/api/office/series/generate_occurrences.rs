//! The daily run: each occurrence exists exactly once, whatever is tried again, and after an outage every missed one comes.

use serde_json::json;
use sild_domain::Role;

use super::{create, generate, monthly, series_body, titles, weekly};
use crate::desk::{Desk, each};

#[tokio::test]
async fn a_month_with_a_change_of_clocks_makes_each_day_once() {
    let mut desk = Desk::start().await;
    let mut sundays = weekly(&["sunday"]);
    sundays["due_after_days"] = json!(1);
    create(&desk, sundays).await;
    // Clocks jump in the night to Sunday, 29 March; the last day is Monday, 6 April.
    for days in [26, 1, 1, 7] {
        desk.pass_days(days).await;
        generate(&desk).await;
        generate(&desk).await;
    }
    let list = format!("/api/office/tasks?client_id={}", desk.client);
    let tasks = desk.owner.get(&list).await.expect(200);
    let expected = ["2026-03-09", "2026-03-16", "2026-03-23", "2026-03-30", "2026-04-06"];
    assert_eq!(each(&tasks, "due"), expected);
}

#[tokio::test]
async fn after_an_outage_every_missed_one_is_made_in_order() {
    // S41
    let desk = Desk::start().await;
    let series = create(&desk, weekly(&["tuesday", "thursday"])).await;
    desk.world.advance_days(10).await;
    assert!(titles(&desk).await.is_empty(), "nothing ran");
    generate(&desk).await;
    let tasks = desk.owner.get(&format!("/api/office/tasks?client_id={}", desk.client)).await.expect(200);
    assert_eq!(each(&tasks, "due"), ["2026-03-03", "2026-03-05", "2026-03-10", "2026-03-12"]);
    let path = format!("/api/office/series/{}", series["id"].as_str().unwrap());
    let after = desk.owner.get(&path).await.expect(200);
    assert_eq!([&after["created_count"], &after["next_dates"][0]["date"]], [&json!(4), &json!("2026-03-17")]);
    desk.world.settle().await;
    let client = desk.read_client().await;
    assert_eq!([&client["open_count"], &client["earliest_due"]], [&json!(4), &json!("2026-03-03")]);
}

#[tokio::test]
async fn runs_at_the_same_time_make_each_once() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    create(&desk, weekly(&["tuesday"])).await;
    create(&desk, weekly(&["wednesday", "friday"])).await;
    desk.world.advance_days(8).await;
    let event = json!({ "office_id": desk.office.id });
    let run = || desk.world.cloud.invoke("generate_occurrences", event.clone());
    let (one, two, three) = tokio::join!(run(), run(), run());
    for outcome in [one, two, three] {
        outcome.unwrap();
    }
    assert_eq!(titles(&desk).await.len(), 4, "3, 4, 6 and 10 March");
    assert_eq!(desk.read_client().await["open_count"], 4);
    desk.world.advance_minutes(7).await;
    assert_eq!(desk.world.mails_to(&mari.email).len(), 1, "one mail that lists them");
}

#[tokio::test]
async fn an_occurrence_is_a_task_of_its_own() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let kati = desk.office.member("Kati", Role::Member).await;
    kati.add_to(desk.client).await;
    let mut body = series_body(&desk, weekly(&["monday"]));
    body["checklist"] = json!([{ "text": "a" }]);
    body["client_may_tick"] = json!(true);
    body["auto_complete"] = json!(true);
    body["description"] = json!("Every account.");
    body["assignee_id"] = json!(kati.id);
    desk.owner.post("/api/office/series", body).await.expect(201);
    desk.world.settle().await;
    let list = mari.get(&desk.portal("")).await.expect(200);
    let task = desk.read(&list["items"][0]).await;
    assert_eq!([&task["title"], &task["description"]], ["Bank statement", "Every account."]);
    assert_eq!([&task["client_may_tick"], &task["auto_complete"]], [true, true]);
    assert_eq!([&task["portal_state"], &task["portal"]["announce_at"]], ["assigned", "2026-03-02T08:05:00Z"]);
    assert_eq!([&task["assignee"]["name"], &task["checklist"][0]["text"]], ["Kati", "a"]);
    assert!(desk.is_unread_by(&mari, &task).await);
    desk.act(&task, "withdraw").await.expect(200);
    desk.world.advance_days(7).await;
    generate(&desk).await;
    let list = mari.get(&desk.portal("")).await.expect(200);
    assert_eq!(each(&list, "due"), ["2026-03-09"], "withdrawing one does not end the series");
}

#[tokio::test]
async fn a_client_whose_portal_is_closed_gets_its_task_later() {
    let desk = Desk::closed().await;
    create(&desk, monthly(2, "2026-03-02")).await;
    desk.world.settle().await;
    let tasks = desk.owner.get(&format!("/api/office/tasks?client_id={}", desk.client)).await.expect(200);
    assert_eq!(each(&tasks, "portal_state"), ["not_assigned"]);
    desk.world.advance_minutes(30).await;
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn a_series_ends_with_its_count() {
    let desk = Desk::start().await;
    let mut recurrence = weekly(&["tuesday"]);
    recurrence["end"] = json!({ "kind": "count", "count": 2 });
    let series = create(&desk, recurrence).await;
    desk.world.advance_days(16).await;
    generate(&desk).await;
    assert_eq!(titles(&desk).await.len(), 2);
    let path = format!("/api/office/series/{}", series["id"].as_str().unwrap());
    assert_eq!(desk.owner.get(&path).await.expect(200)["next_dates"], json!([]));
    generate(&desk).await;
    assert_eq!(titles(&desk).await.len(), 2);
}

#[tokio::test]
async fn an_event_that_names_no_office_makes_nothing_and_a_broken_one_is_an_error() {
    let desk = Desk::start().await;
    let run = |event| desk.world.cloud.invoke("generate_occurrences", event);
    run(json!({ "office_id": "off_01jnb000000000000000000000" })).await.unwrap();
    assert!(run(json!({ "office": 1 })).await.is_err());
}
