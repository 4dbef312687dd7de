use serde_json::{Value, json};

use crate::desk::Desk;

async fn dates(desk: &Desk, recurrence: Value) -> Vec<Value> {
    let body = json!({ "recurrence": recurrence });
    let preview = desk.owner.post("/api/office/series/preview", body).await.expect(200);
    preview["next_dates"].as_array().unwrap().iter().map(|next| next["date"].clone()).collect()
}

#[tokio::test]
async fn the_next_dates_are_shown_and_nothing_is_kept() {
    let desk = Desk::start().await;
    let before = desk.world.snapshot().await;
    let rule = |frequency: Value, every: u32, end: Value| {
        json!({
            "frequency": frequency, "every": every, "weekend": "leave", "start": "2026-01-01", "end": end,
            "due_after_days": 0,
        })
    };
    let never = json!({ "kind": "never" });
    let last = rule(json!({ "kind": "monthly", "day": { "kind": "last" } }), 1, never.clone());
    assert_eq!(
        dates(&desk, last).await,
        ["2026-03-31", "2026-04-30", "2026-05-31", "2026-06-30", "2026-07-31"]
    );
    let quarterly = json!({
        "kind": "quarterly", "month_in_quarter": 1,
        "day": { "kind": "nth_weekday", "nth": 2, "weekday": "tuesday" },
    });
    let quarterly = rule(quarterly, 1, json!({ "kind": "count", "count": 3 }));
    assert_eq!(dates(&desk, quarterly).await, ["2026-04-14", "2026-07-14"], "January's is over");
    let weekly = rule(json!({ "kind": "weekly", "weekdays": ["monday", "thursday"] }), 2, never);
    assert_eq!(
        dates(&desk, weekly).await,
        ["2026-03-09", "2026-03-12", "2026-03-23", "2026-03-26", "2026-04-06"]
    );
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn what_makes_no_sense_is_named_and_strangers_are_refused() {
    let desk = Desk::start().await;
    let body = json!({ "recurrence": { "every": 1 } });
    let reply = desk.owner.post("/api/office/series/preview", body.clone()).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors(), [("/recurrence/frequency".to_owned(), "required".to_owned())]);
    let stranger = desk.world.browser().post("/api/office/series/preview", body).await;
    stranger.expect_problem(401, "not_signed_in");
}
