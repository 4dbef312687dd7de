//! SES's mailbox simulator: addresses at which a mail comes back, or is called spam.
//! See <https://docs.aws.amazon.com/ses/latest/dg/send-an-email-from-console.html#send-email-simulator>.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Value, json};

/// What becomes of a mail at an address of the simulator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    Bounced,
    Complained,
}

impl Fate {
    /// `None` for an address at which a mail simply arrives.
    pub(super) fn of(address: &str) -> Option<Self> {
        let address = address.to_ascii_lowercase();
        let mailbox = address.strip_suffix("@simulator.amazonses.com")?;
        // What stands behind a plus sign tells recipients apart.
        match mailbox.split('+').next()? {
            "bounce" => Some(Self::Bounced),
            "complaint" => Some(Self::Complained),
            _ => None,
        }
    }

    pub(super) const fn detail_type(self) -> &'static str {
        match self {
            Self::Bounced => "Email Bounced",
            Self::Complained => "Email Complaint Received",
        }
    }

    /// The event's detail, as SES publishes it.
    /// See <https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>.
    pub(super) fn detail(
        self,
        id: &str,
        address: &str,
        tags: &BTreeMap<String, Vec<String>>,
        at: Timestamp,
    ) -> Value {
        let mail = json!({
            "timestamp": at.to_string(),
            "messageId": id,
            "destination": [address],
            "tags": tags,
        });
        match self {
            Self::Bounced => json!({
                "eventType": "Bounce",
                "mail": mail,
                "bounce": {
                    "feedbackId": format!("bounce-{id}"),
                    "bounceType": "Permanent",
                    "bounceSubType": "General",
                    "bouncedRecipients": [{ "emailAddress": address, "action": "failed", "status": "5.1.1" }],
                    "timestamp": at.to_string(),
                },
            }),
            Self::Complained => json!({
                "eventType": "Complaint",
                "mail": mail,
                "complaint": {
                    "feedbackId": format!("complaint-{id}"),
                    "complaintFeedbackType": "abuse",
                    "complainedRecipients": [{ "emailAddress": address }],
                    "timestamp": at.to_string(),
                },
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_simulators_own_addresses_have_a_fate() {
        for (address, fate) in [
            ("bounce@simulator.amazonses.com", Some(Fate::Bounced)),
            ("bounce+mari@simulator.amazonses.com", Some(Fate::Bounced)),
            ("Complaint+2@Simulator.AmazonSES.com", Some(Fate::Complained)),
            ("success@simulator.amazonses.com", None),
            ("bounce@example.com", None),
        ] {
            assert_eq!(Fate::of(address), fate, "{address}");
        }
    }
}
