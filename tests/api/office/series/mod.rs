//! Recurring tasks.

use serde_json::{Value, json};

use crate::desk::{Desk, each, id};

mod create_series;
mod generate_occurrences;
mod list_series;
mod make_series_task;
mod preview_recurrence;
mod skip_series_date;
mod update_series;

/// On one day of each month, on weekends too, due on the day.
fn monthly(day: u8, start: &str) -> Value {
    json!({
        "frequency": { "kind": "monthly", "day": { "kind": "day_of_month", "day": day } },
        "every": 1, "weekend": "leave", "start": start, "end": { "kind": "never" }, "due_after_days": 0,
    })
}

/// Every week on these days, weekends too, due on the day.
fn weekly(weekdays: &[&str]) -> Value {
    json!({
        "frequency": { "kind": "weekly", "weekdays": weekdays },
        "every": 1, "weekend": "leave", "start": "2026-03-01", "end": { "kind": "never" }, "due_after_days": 0,
    })
}

/// A series of the desk's client whose tasks are assigned.
fn series_body(desk: &Desk, recurrence: Value) -> Value {
    let mut body = json!({ "client_id": desk.client, "title": "Bank statement", "assign_to_client": true });
    body["recurrence"] = recurrence;
    body
}

async fn create(desk: &Desk, recurrence: Value) -> Value {
    desk.owner.post("/api/office/series", series_body(desk, recurrence)).await.expect(201)
}

/// What the operations of the next date of a series are asked with.
fn at(series: &Value, action: &str, nominal: &str) -> (String, Value) {
    (format!("/api/office/series/{}/{action}", id(series)), json!({ "nominal": nominal }))
}

/// The daily run of the office.
async fn generate(desk: &Desk) {
    let event = json!({ "office_id": desk.office.id });
    desk.world.cloud.invoke("generate_occurrences", event).await.unwrap();
}

/// The titles of the client's open tasks, by deadline.
async fn titles(desk: &Desk) -> Vec<Value> {
    let list = format!("/api/office/tasks?client_id={}&limit=100", desk.client);
    each(&desk.owner.get(&list).await.expect(200), "title")
}
