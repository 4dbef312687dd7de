//! The control surface: time, and what waits for it.

use jiff::Timestamp;
use serde_json::{Value, json};

use crate::door::{Door, NoAnswer, Person};
use crate::mailbox::{self, Mail};
use crate::step::instant;

/// Each lets a quarter of an hour pass.
const ADVANCES: u32 = 12;

/// Whoever looks at the control surface.
pub(crate) fn machine() -> Person {
    Person { host: "app".to_owned(), ..Person::default() }
}

/// What the clock says.
pub(crate) async fn now(door: &Door) -> Result<Timestamp, NoAnswer> {
    Ok(instant(&door.get(&machine(), "/_local/clock").await?.expect(200)["now"]))
}

/// Lets time pass.
pub(crate) async fn advance(door: &Door, seconds: u64) -> Result<Timestamp, NoAnswer> {
    let body = json!({ "advance_seconds": seconds });
    Ok(instant(&door.post(&machine(), "/_local/clock", &body).await?.expect(200)["now"]))
}

/// Waits until a mail has left, or the machine has died; keeps the latest time that it showed.
pub(crate) async fn mail_has_left(door: &Door, latest: &mut Timestamp) {
    let mut before = None;
    while let Ok(clock) = door.get(&machine(), "/_local/clock").await {
        let clock = clock.expect(200);
        *latest = instant(&clock["now"]).max(*latest);
        let mails = clock["mails"].as_u64();
        if before.is_some() && before != mails {
            return;
        }
        before = mails;
    }
}

/// Lets time pass until no job waits for its time, and gives all mails about tasks.
pub(crate) async fn settle(door: &Door) -> Vec<Mail> {
    for _ in 0..ADVANCES {
        advance(door, 15 * 60).await.unwrap();
        let waiting = read(door, "/_local/schedules").await;
        let is_daily =
            |one: &Value| ["generate_occurrences", "send_reminders"].iter().any(|job| one["job"] == *job);
        let is_forever = |one: &Value| one["kind"] == "standing" || is_daily(one);
        if waiting.as_array().unwrap().iter().all(is_forever) {
            assert_eq!(read(door, "/_local/dead-letters").await, json!([]), "jobs failed for good");
            return mailbox::in_order(&read(door, "/_local/mail").await);
        }
    }
    panic!("jobs still wait after three hours");
}

async fn read(door: &Door, path: &str) -> Value {
    door.get(&machine(), path).await.unwrap().expect(200)
}
