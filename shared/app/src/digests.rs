//! Notifications: who is told of what happened to a task, in the app and by mails that join what is close together
//! (S49–S54).

mod fan_out;
mod send;
mod unreachable;

pub use fan_out::fan_out;
pub use send::{SendDigest, send_digest};
pub use unreachable::tell_of_unreachable;

use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sild_domain::OfficeId;
use sild_store::notifications::Recipient;

use crate::{Context, Failure, schedules};

/// For how long a mail waits for more to tell.
const JOINED: SignedDuration = SignedDuration::from_mins(2);
/// How long a notification is kept.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// The first whole minute that is not before two minutes from now.
fn mail_minute(now: Timestamp) -> Timestamp {
    sild_domain::first_whole_minute(now.checked_add(JOINED).unwrap_or(Timestamp::MAX))
}

/// Arms the one schedule of a person and minute.
async fn arm(
    cx: &Context,
    office: OfficeId,
    recipient: Recipient,
    mail_at: Timestamp,
) -> Result<(), Failure> {
    let name = schedule_name(recipient, mail_at);
    let event = SendDigest { office_id: office, recipient, until: mail_at };
    schedules::fire_once(cx, &name, mail_at, "send_digest", &json!(event)).await
}

/// The name of the one schedule of a person and minute.
pub(crate) fn schedule_name(recipient: Recipient, mail_at: Timestamp) -> String {
    format!("d-{}-{}", recipient.name(), mail_at.as_second().div_euclid(60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mail_waits_two_minutes_and_leaves_on_a_whole_one() {
        for (now, minute) in [
            ("2026-03-02T10:00:00Z", "2026-03-02T10:02:00Z"),
            ("2026-03-02T10:00:00.001Z", "2026-03-02T10:03:00Z"),
            ("2026-03-02T10:00:59Z", "2026-03-02T10:03:00Z"),
        ] {
            assert_eq!(mail_minute(now.parse().unwrap()), minute.parse::<Timestamp>().unwrap());
        }
    }
}
