//! Every kind of item, and what an export does with it.

use serde_json::{Map, Value};
use sild_domain::{ClientId, ContactId, MemberId, RequestId, TaskId};

use crate::{
    Item, StoreError,
    record::{kind, text},
};

/// What an export does with a kind of item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Treatment {
    /// Each item is a line.
    Exported,
    /// None is, for this reason.
    Left(&'static str),
}

use Treatment::{Exported, Left};

/// Every kind of item. A kind that is missing here stops an export, so that nothing is left out unnoticed.
pub const KINDS: [(&str, Treatment); 42] = [
    ("audit", Left("is written in words, by whoever has the keys")),
    ("audit_key", Left("opens what the audit trail says, which is exported in words")),
    ("built_in_given", Exported),
    ("bulk_opening", Exported),
    ("bulk_skipped", Exported),
    ("bulk_task", Exported),
    ("bulk_turn", Left("which clients a bulk opening or a bulk task goes through; its result says more")),
    ("client", Exported),
    ("client_export", Exported),
    ("client_import", Exported),
    ("client_listed", Left("says again where the client stands in lists")),
    ("client_word", Exported),
    ("contact", Exported),
    ("contact_address", Exported),
    ("contact_client", Exported),
    ("contact_word", Exported),
    ("counter", Left("a number under a hash, of no use after an hour")),
    ("digitisation", Exported),
    ("erased_office", Left("says that there is nothing left to export")),
    ("file", Exported),
    ("idempotency", Exported),
    ("login_code", Exported),
    ("login_link", Exported),
    ("media_upload", Exported),
    ("member", Exported),
    ("member_address", Exported),
    ("member_client", Exported),
    ("message", Exported),
    ("notice", Exported),
    ("notification", Exported),
    ("office", Exported),
    ("outbox", Exported),
    ("portal_name", Exported),
    ("reminder", Exported),
    ("removal", Left("says for some days who removed what the audit trail tells of")),
    ("request", Exported),
    ("sample_given", Exported),
    ("series", Exported),
    ("session", Exported),
    ("task", Exported),
    ("template", Exported),
    ("upload", Exported),
];

/// Attributes that are secret, a hash of what is, or a copy of what stands elsewhere; inside maps too.
const HIDDEN: [&str; 7] = ["answer", "browser", "code_hash", "fingerprint", "hash", "link_hash", "mail_key"];
/// Attributes that only the table needs.
const OF_THE_TABLE: [&str; 11] =
    ["ent", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk", "gsi3pk", "gsi3sk", "pk", "sk", "touched", "ttl"];

/// One item as an export shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its kind.
    pub kind: &'static str,
    /// Its attributes, and the ids that only its key says.
    pub fields: Map<String, Value>,
}

impl Line {
    /// The line of an item; `None` where its kind has none.
    pub(super) fn of(item: &Item) -> Result<Option<Self>, StoreError> {
        let ent = kind(item);
        let unknown = || StoreError::Shape { ent: "unknown", cause: format!("nobody decided about `{ent}`") };
        let (kind, treatment) = KINDS.into_iter().find(|(known, _)| *known == ent).ok_or_else(unknown)?;
        if treatment != Exported {
            return Ok(None);
        }
        let shape = |error: serde_dynamo::Error| StoreError::Shape { ent: kind, cause: error.to_string() };
        let mut fields = serde_dynamo::from_item::<_, Map<String, Value>>(item.clone()).map_err(shape)?;
        hide(&mut fields);
        fields.retain(|name, _| !OF_THE_TABLE.contains(&name.as_str()));
        let (pk, sk) = (text(item, "pk").unwrap_or_default(), text(item, "sk").unwrap_or_default());
        for (name, value) in said_by_key(kind, pk, sk) {
            fields.entry(name).or_insert(Value::String(value));
        }
        Ok(Some(Self { kind, fields }))
    }
}

fn hide(fields: &mut Map<String, Value>) {
    fields.retain(|name, _| !HIDDEN.contains(&name.as_str()));
    for value in fields.values_mut() {
        if let Value::Object(inner) = value {
            hide(inner);
        }
    }
}

/// What of an item stands in its key only.
pub(crate) fn said_by_key(kind: &str, pk: &str, sk: &str) -> Vec<(&'static str, String)> {
    let mut said = Vec::new();
    match kind {
        "member_address" => said.extend(pk.strip_prefix("LOGIN#").map(|mail| ("email", mail.to_owned()))),
        "contact_address" => said.extend(pk.split_once("#PE#").map(|(_, mail)| ("email", mail.to_owned()))),
        "contact_word" => said.extend(sk.strip_prefix("W#").map(|word| ("word", word.to_owned()))),
        "client_word" => {
            let mut parts = sk.split('#').skip(1);
            said.extend(parts.next().map(|word| ("word", word.to_owned())));
            let contact = parts.next().and_then(|key| ContactId::from_key(key).ok());
            said.extend(contact.map(|contact| ("contact_id", contact.to_string())));
        }
        _ => {}
    }
    let mut parts = pk.split('#').skip(2).filter(|part| *part != "IDEM");
    // An item at the head of its partition is what the partition is named after.
    let is_head = sk == "A";
    let (Some(of), Some(key), false) = (parts.next(), parts.next(), is_head) else { return said };
    let named = match of {
        "B" => Ok(("bulk_id", key.to_owned())),
        "C" => ClientId::from_key(key).map(|id| ("client_id", id.to_string())),
        "M" => MemberId::from_key(key).map(|id| ("member_id", id.to_string())),
        "P" => ContactId::from_key(key).map(|id| ("contact_id", id.to_string())),
        "R" => RequestId::from_key(key).map(|id| ("request_id", id.to_string())),
        "T" => TaskId::from_key(key).map(|id| ("task_id", id.to_string())),
        _ => return said,
    };
    said.extend(named.ok());
    said
}
