//! What SES tells of mails that left, as EventBridge delivers it.
//!
//! The shape is that of [SES's event publishing](https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html)
//! inside EventBridge's envelope. Events may come twice, late and in any order.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::Deserialize;
use sild_domain::{AddressState, ContactId, Email, MemberId, OfficeId};
use sild_store::{
    OfficeScope, TransactionError, contacts, members,
    notifications::Recipient,
    outbox::{self, Effect},
    people,
};

use crate::{
    Conflict, Context, Failure,
    mail::{CONTACT_TAG, MEMBER_TAG, OFFICE_TAG},
};

/// How often it is tried again when somebody changes the person at the same time.
const TRIES: usize = 4;

/// An event of EventBridge whose source is SES.
#[derive(Debug, Clone, Deserialize)]
pub struct MailEvent {
    detail: Detail,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Detail {
    event_type: String,
    mail: Mail,
    bounce: Option<Bounce>,
    complaint: Option<Complaint>,
}

#[derive(Debug, Clone, Deserialize)]
struct Mail {
    /// When SES took the mail.
    timestamp: Timestamp,
    /// Whom it went to: each of our mails goes to one address.
    destination: Vec<String>,
    #[serde(default)]
    tags: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bounce {
    bounce_type: String,
}

#[derive(Debug, Clone, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Complaint {
    complaint_feedback_type: Option<String>,
}

impl Detail {
    /// What the address is known to be now; `None` where that is nothing new: a full mailbox, a mail that arrived, a mail that
    /// somebody took back out of the spam.
    fn news(&self) -> Option<AddressState> {
        match self.event_type.as_str() {
            "Bounce" => {
                let is_for_good =
                    self.bounce.as_ref().is_some_and(|bounce| bounce.bounce_type == "Permanent");
                is_for_good.then_some(AddressState::Bounced)
            }
            "Complaint" => {
                let kind = self.complaint.as_ref().and_then(|told| told.complaint_feedback_type.as_deref());
                (kind != Some("not-spam")).then_some(AddressState::Complained)
            }
            _ => None,
        }
    }
}

impl Mail {
    fn tag(&self, name: &str) -> Option<&str> {
        self.tags.get(name)?.first().map(String::as_str)
    }

    /// Whom it went to, as its tags say; a mail without them was to nobody whom an office knows.
    fn person(&self) -> Option<(OfficeId, Recipient)> {
        let office = self.tag(OFFICE_TAG)?.parse().ok()?;
        let member = self.tag(MEMBER_TAG).and_then(|id| id.parse().ok()).map(Recipient::Member);
        let contact = self.tag(CONTACT_TAG).and_then(|id| id.parse().ok()).map(Recipient::Contact);
        Some((office, member.or(contact)?))
    }

    fn went_to(&self, address: &Email) -> bool {
        let is_theirs = |one: &String| {
            let bare = one.rsplit_once('<').map_or(one.as_str(), |(_, rest)| rest.trim_end_matches('>'));
            Email::parse(bare).is_ok_and(|one| one.folded() == address.folded())
        };
        self.destination.iter().any(is_theirs)
    }
}

/// Remembers that a mail came back for good, or was called spam, of whoever has that address still. Told again or in another
/// order, it comes to the same.
pub async fn record_mail_event(cx: &Context, event: MailEvent) -> Result<(), Failure> {
    let (Some(news), Some((office, who))) = (event.detail.news(), event.detail.mail.person()) else {
        return Ok(());
    };
    let scope = OfficeScope::for_job(office);
    for _ in 0..TRIES {
        let is_settled = match who {
            Recipient::Contact(contact) => of_contact(cx, &scope, contact, &event.detail.mail, news).await?,
            Recipient::Member(member) => of_member(cx, &scope, member, &event.detail.mail, news).await?,
        };
        if is_settled {
            return Ok(());
        }
    }
    Err(Conflict::Busy.into())
}

/// `false` if somebody else changed the contact meanwhile. Who answers for their clients is told once, when the first such
/// thing is learnt of the address.
async fn of_contact(
    cx: &Context,
    scope: &OfficeScope,
    contact: ContactId,
    mail: &Mail,
    news: AddressState,
) -> Result<bool, Failure> {
    let Some(found) = contacts::get_with_clients(&cx.table, scope, contact).await? else { return Ok(true) };
    let before = found.contact.address_state;
    let Some(after) = before.worsened_by(news).filter(|_| mail.went_to(&found.contact.email)) else {
        return Ok(true);
    };
    let mut transaction = cx.table.transaction();
    people::set_contact_address_state(&mut transaction, scope, &found, after);
    if before == AddressState::Ok {
        let effect = Effect::TellOfUnreachable { office_id: scope.office(), contact_id: contact };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    settled(transaction.commit().await)
}

/// As [`of_contact`]. A member who has signed in since the mail left has read another one.
async fn of_member(
    cx: &Context,
    scope: &OfficeScope,
    member: MemberId,
    mail: &Mail,
    news: AddressState,
) -> Result<bool, Failure> {
    let Some(before) = members::get(&cx.table, scope, member).await? else { return Ok(true) };
    let is_outdated =
        news == AddressState::Bounced && before.last_seen_at.is_some_and(|at| at > mail.timestamp);
    let after = before.address_state.worsened_by(news);
    let Some(after) = after.filter(|_| !is_outdated && mail.went_to(&before.email)) else { return Ok(true) };
    let mut transaction = cx.table.transaction();
    people::set_member_address_state(&mut transaction, scope, &before, after);
    settled(transaction.commit().await)
}

fn settled(outcome: Result<(), TransactionError>) -> Result<bool, Failure> {
    match outcome {
        Ok(()) => Ok(true),
        Err(TransactionError::Refused { label: "contact_changed" | "member_changed", .. }) => Ok(false),
        Err(error) => Err(error.into()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;

    fn detail(fields: &Value) -> Detail {
        let mut detail = json!({
            "mail": {
                "timestamp": "2026-03-02T08:00:00.000Z", "messageId": "0", "destination": ["Mari <mari@client.example>"],
                "tags": { "office": ["off_01jnb000000000000000000000"], "contact": ["con_01jnb000000000000000000000"] },
            },
        });
        detail.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        serde_json::from_value(detail).unwrap()
    }

    #[test]
    fn only_what_is_for_good_is_news() {
        for (fields, news) in [
            (
                json!({ "eventType": "Bounce", "bounce": { "bounceType": "Permanent" } }),
                Some(AddressState::Bounced),
            ),
            (json!({ "eventType": "Bounce", "bounce": { "bounceType": "Transient" } }), None),
            (json!({ "eventType": "Bounce", "bounce": { "bounceType": "Undetermined" } }), None),
            (json!({ "eventType": "Complaint", "complaint": {} }), Some(AddressState::Complained)),
            (
                json!({ "eventType": "Complaint", "complaint": { "complaintFeedbackType": "abuse" } }),
                Some(AddressState::Complained),
            ),
            (json!({ "eventType": "Complaint", "complaint": { "complaintFeedbackType": "not-spam" } }), None),
            (json!({ "eventType": "Delivery", "delivery": {} }), None),
        ] {
            assert_eq!(detail(&fields).news(), news, "{fields}");
        }
    }

    #[test]
    fn the_tags_say_whom_a_mail_went_to_and_its_destination_which_address() {
        let mail = detail(&json!({ "eventType": "Send" })).mail;
        assert!(matches!(mail.person(), Some((_, Recipient::Contact(_)))));
        assert!(mail.went_to(&Email::parse("Mari@Client.example").unwrap()));
        assert!(!mail.went_to(&Email::parse("jaan@client.example").unwrap()));
        let untagged = Mail { tags: BTreeMap::new(), ..mail };
        assert_eq!(untagged.person(), None);
    }
}
