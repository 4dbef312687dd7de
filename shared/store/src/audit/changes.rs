//! What a record of the table's stream says that happened.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde_json::{Map, Value};
use sild_domain::OfficeId;

use super::{
    ChangeKind,
    kinds::{Rule, rule_of},
    removals::{self, RemovalRecord},
};
use crate::{
    Item, StoreError, Table,
    acting::{STAMP, Stamp},
    holdings::{PersonId, said_by_key},
    key::Key,
    record::{kind, text},
};

/// What only the table needs, and what says again who wrote it.
const OF_THE_TABLE: [&str; 12] =
    ["ent", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk", "gsi3pk", "gsi3sk", "pk", "sk", STAMP, "ttl", "v"];

/// An item as it was and as it is.
#[derive(Debug, Clone)]
pub struct ChangedItem {
    sequence: String,
    at: Timestamp,
    old: Option<Item>,
    new: Option<Item>,
}

/// One field that is different now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FieldChange {
    /// Its name, with dots into what it is part of.
    pub name: String,
    /// What it was.
    pub from: Option<Value>,
    /// What it is.
    pub to: Option<Value>,
}

/// What an entry of the audit trail tells.
#[derive(Debug, Clone)]
pub struct Difference {
    /// In whose trail.
    pub office: OfficeId,
    /// The key of the item, as one text.
    pub item: String,
    /// The place of the change in the stream.
    pub sequence: String,
    /// When.
    pub at: Timestamp,
    /// Who and in which operation, where the item says it.
    pub stamp: Option<Stamp>,
    /// The kind of the thing.
    pub what: String,
    /// Which one.
    pub thing_id: Option<String>,
    /// What that belongs to.
    pub belongs_to: Option<String>,
    /// What happened to it.
    pub change: ChangeKind,
    /// Fields that are facts of the office.
    pub of_office: Vec<FieldChange>,
    /// Whom the thing is about, and what of it is personal.
    pub of_person: Option<(PersonId, Vec<FieldChange>)>,
}

impl ChangedItem {
    /// What the stream tells of with the number `sequence`: at `at`, as it counts time, from `old` to `new`.
    #[must_use]
    pub fn new(sequence: String, at: Timestamp, old: Item, new: Item) -> Self {
        let there = |item: Item| (!item.is_empty()).then_some(item);
        Self { sequence, at, old: there(old), new: there(new) }
    }

    /// What is to be recorded of it; `None` for what nobody records, where nothing that is recorded changed, and for what
    /// the table forgot in time.
    ///
    /// # Errors
    /// [`StoreError`]
    pub async fn difference(&self, table: &Table, now: Timestamp) -> Result<Option<Difference>, StoreError> {
        let Some(item) = self.new.as_ref().or(self.old.as_ref()) else { return Ok(None) };
        let Some(rule) = rule_of(kind(item)) else { return Ok(None) };
        let (Some(key), Some(office)) = (Key::of(item), office_of(item)) else { return Ok(None) };
        let (change, stamp) = match (&self.old, &self.new) {
            (None, _) => (ChangeKind::Created, stamp_of(item)),
            (Some(_), Some(_)) => (ChangeKind::Changed, stamp_of(item)),
            (Some(_), None) => {
                let removal = table.get::<RemovalRecord>(&removals::key_of(office, &key)).await?;
                if removal.is_none() && self.has_expired(now) {
                    return Ok(None);
                }
                (ChangeKind::Removed, removal.map(|removal| removal.touched))
            }
        };
        let fields = self.fields(rule)?;
        if change == ChangeKind::Changed && fields.is_empty() {
            return Ok(None);
        }
        let person = rule.of_office.and_then(|of_office| Some((PersonId::of_partition(&key.pk)?, of_office)));
        let (of_office, of_person) = match person {
            Some((person, of_office)) => {
                let (plain, personal) =
                    fields.into_iter().partition(|field| is_below(&field.name, of_office));
                (plain, Some((person, personal)))
            }
            None => (fields, None),
        };
        Ok(Some(Difference {
            office,
            sequence: self.sequence.clone(),
            at: stamp.as_ref().map_or(self.at, |stamp| stamp.at),
            stamp,
            what: kind(item).to_owned(),
            thing_id: thing_of(item, &key),
            belongs_to: owner_of(item, &key),
            item: format!("{}\n{}", key.pk, key.sk),
            change,
            of_office,
            of_person,
        }))
    }

    /// Whether the table forgot it because its time had come.
    fn has_expired(&self, now: Timestamp) -> bool {
        let ttl = self.old.as_ref().and_then(|item| item.get("ttl")?.as_n().ok()?.parse::<i64>().ok());
        ttl.is_some_and(|ttl| ttl <= now.as_second())
    }

    fn fields(&self, rule: Rule) -> Result<Vec<FieldChange>, StoreError> {
        let (mut old, mut new) = (leaves(self.old.as_ref(), rule)?, leaves(self.new.as_ref(), rule)?);
        old.retain(|name, value| {
            let is_same = new.get(name) == Some(value);
            if is_same {
                new.remove(name);
            }
            !is_same
        });
        let mut fields = BTreeMap::new();
        for (name, value) in old {
            let to = new.remove(&name);
            fields.insert(name.clone(), FieldChange { name, from: Some(value), to });
        }
        for (name, value) in new {
            fields.insert(name.clone(), FieldChange { name, from: None, to: Some(value) });
        }
        Ok(fields.into_values().collect())
    }
}

/// Everything of an item that is recorded, by where it is.
fn leaves(item: Option<&Item>, rule: Rule) -> Result<BTreeMap<String, Value>, StoreError> {
    let mut found = BTreeMap::new();
    if let Some(item) = item {
        // What the deserialiser says may hold the value, which no log may.
        let shape = |_| StoreError::Shape { ent: "audited", cause: "an image cannot be read".to_owned() };
        let mut fields = serde_dynamo::from_item::<_, Map<String, Value>>(item.clone()).map_err(shape)?;
        fields.retain(|name, _| !OF_THE_TABLE.contains(&name.as_str()));
        spread(String::new(), Value::Object(fields), rule.left, &mut found);
    }
    Ok(found)
}

/// Takes apart what has parts: a list whose entries have ids by these, any other list not at all.
fn spread(path: String, value: Value, left: &[&str], into: &mut BTreeMap<String, Value>) {
    if is_below(&path, left) {
        return;
    }
    let below = |name: &str| if path.is_empty() { name.to_owned() } else { format!("{path}.{name}") };
    match value {
        Value::Null => {}
        Value::Object(members) => {
            for (name, member) in members {
                spread(below(&name), member, left, into);
            }
        }
        Value::Array(entries) if entries.iter().all(|entry| entry["id"].is_string()) => {
            for mut entry in entries {
                let Some(id) = entry.as_object_mut().and_then(|entry| entry.remove("id")) else { continue };
                spread(below(id.as_str().unwrap_or_default()), entry, left, into);
            }
        }
        leaf => {
            into.insert(path, leaf);
        }
    }
}

/// Whether a path is one of these, or goes into one.
fn is_below(path: &str, of: &[&str]) -> bool {
    of.iter().any(|one| path.strip_prefix(one).is_some_and(|rest| rest.is_empty() || rest.starts_with('.')))
}

fn stamp_of(item: &Item) -> Option<Stamp> {
    serde_dynamo::from_attribute_value(item.get(STAMP)?.clone()).ok()
}

fn office_of(item: &Item) -> Option<OfficeId> {
    let pk = text(item, "pk")?;
    match pk.strip_prefix("O#") {
        Some(rest) => OfficeId::from_key(rest.split('#').next()?).ok(),
        None => text(item, "office_id")?.parse().ok(),
    }
}

fn thing_of(item: &Item, key: &Key) -> Option<String> {
    let named =
        ["id", "member_id", "contact_id", "slug", "file_id"].into_iter().find_map(|name| text(item, name));
    named.map(str::to_owned).or_else(|| Some(PersonId::of_partition(&key.pk)?.to_string()))
}

fn owner_of(item: &Item, key: &Key) -> Option<String> {
    if let Some(client) = text(item, "client_id") {
        return Some(client.to_owned());
    }
    let said = said_by_key(kind(item), &key.pk, &key.sk);
    said.into_iter().find(|(name, _)| ["task_id", "request_id"].contains(name)).map(|(_, id)| id)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TASK: &str = "O#01jnb000000000000000000000#T#01jnb000000000000000000001";

    fn changed(kind: &str, old: Value, new: Value) -> Vec<(String, Value, Value)> {
        let item = |value: Value| match value {
            Value::Null => Item::new(),
            mut value => {
                value["ent"] = kind.into();
                value["pk"] = TASK.into();
                serde_dynamo::to_item(value).unwrap()
            }
        };
        let changed = ChangedItem::new("1".to_owned(), Timestamp::UNIX_EPOCH, item(old), item(new));
        let fields = changed.fields(rule_of(kind).unwrap()).unwrap();
        let or_null = |value: Option<Value>| value.unwrap_or(Value::Null);
        fields.into_iter().map(|field| (field.name, or_null(field.from), or_null(field.to))).collect()
    }

    #[test]
    fn only_what_is_different_is_told() {
        let old = json!({ "title": "Bank", "due": "2026-03-31", "portal": { "state": "not_assigned" } });
        let new = json!({ "title": "Bank", "portal": { "state": "assigned", "generation": 1, "assigned_at": "x" } });
        assert_eq!(
            changed("task", old, new),
            [
                ("due".to_owned(), json!("2026-03-31"), Value::Null),
                ("portal.assigned_at".to_owned(), Value::Null, json!("x")),
                ("portal.state".to_owned(), json!("not_assigned"), json!("assigned")),
            ]
        );
    }

    #[test]
    fn a_line_of_a_checklist_is_told_of_by_itself() {
        let line = |id: &str, is_done: bool| json!({ "id": id, "text": "Scan", "is_done": is_done });
        let old = json!({ "checklist": [line("chk_1", false), line("chk_2", false)] });
        let new = json!({ "checklist": [line("chk_2", true), line("chk_1", false)] });
        assert_eq!(
            changed("task", old, new),
            [("checklist.chk_2.is_done".to_owned(), json!(false), json!(true))]
        );
    }

    #[test]
    fn counters_marks_copies_and_what_the_table_needs_are_not_told() {
        let old =
            json!({ "seen": {}, "activity": 1, "v": 1, "touched": {}, "gsi1sk": "a", "client_name": "A" });
        let new = json!({
            "seen": { "p": 2 }, "activity": 2, "v": 2, "touched": { "in": "x" }, "gsi1sk": "b", "client_name": "B",
        });
        assert_eq!(changed("task", old, new), []);
    }

    #[test]
    fn no_key_that_opens_something_is_told() {
        for person in ["contact", "member"] {
            let (old, new) = (json!({ "name": "Mari" }), json!({ "name": "Mari", "mail_key": "secret" }));
            assert_eq!(changed(person, old, new), []);
        }
    }

    #[test]
    fn of_a_message_only_that_it_was_posted() {
        let new = json!({
            "id": "msg_1", "text": "secret", "visibility": "portal",
            "author": { "kind": "contact", "id": "con_1", "name": "Mari" },
        });
        let told = changed("message", Value::Null, new);
        let names = told.iter().map(|(name, ..)| name.as_str()).collect::<Vec<_>>();
        assert_eq!(names, ["author.id", "author.kind", "id", "visibility"]);
    }
}
