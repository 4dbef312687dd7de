//! What an event did, so that a reader sees it: ids, hashes and secrets are numbered in the order in which they appear.

use std::{collections::BTreeMap, fmt::Write as _};

use serde_json::{Map, Value, json};

/// What differs between two snapshots of the table: items that came, items that went, attributes that changed.
pub(crate) fn changes(before: &[Value], after: &[Value]) -> Value {
    let [before, after] = [before, after].map(by_key);
    let came = after.iter().filter(|(key, _)| !before.contains_key(*key)).map(|(_, item)| *item);
    let went = before.iter().filter(|(key, _)| !after.contains_key(*key)).map(|(_, item)| *item);
    let changed =
        after.iter().filter_map(|(key, new)| Some((*before.get(key)?, *new))).filter_map(difference);
    json!({
        "came": came.collect::<Vec<_>>(),
        "went": went.map(|item| item["ent"].clone()).collect::<Vec<_>>(),
        "changed": changed.collect::<Vec<_>>(),
    })
}

fn by_key(items: &[Value]) -> BTreeMap<String, &Value> {
    items.iter().map(|item| (format!("{} {}", item["pk"], item["sk"]), item)).collect()
}

fn difference((old, new): (&Value, &Value)) -> Option<Value> {
    let [old, new] = [old, new].map(|item| item.as_object().unwrap());
    let changed = |from: &Map<String, Value>, to: &Map<String, Value>| -> Map<String, Value> {
        to.iter()
            .filter(|(name, value)| from.get(*name) != Some(value))
            .map(|(name, value)| (name.clone(), value.clone()))
            .collect()
    };
    let (was, is) = (changed(new, old), changed(old, new));
    (!was.is_empty() || !is.is_empty()).then(|| json!({ "ent": new["ent"], "was": was, "is": is }))
}

/// Indented JSON, a body that is JSON itself as such.
pub(crate) fn readable(mut outcome: Value) -> String {
    if let Some(body) = outcome["answer"]["body"].as_str()
        && let Ok(json) = serde_json::from_str::<Value>(body)
    {
        outcome["answer"]["body"] = json;
    }
    if let Some(headers) = outcome.pointer_mut("/answer/headers").and_then(Value::as_object_mut) {
        // It counts the digits of a port and a signature too.
        headers.remove("content-length");
        // It is made of the body, with all that is different in each run.
        if let Some(tag) =
            headers.get_mut("etag").filter(|tag| tag.as_str().is_some_and(|tag| tag.starts_with("W/")))
        {
            *tag = json!("W/\"…\"");
        }
    }
    let text = serde_json::to_string_pretty(&outcome).unwrap();
    let mut marks = Marks::default();
    let mut readable = String::new();
    for line in text.lines() {
        let line = match (line.find('?'), line.rfind('"')) {
            (Some(query), Some(end)) if line.contains("X-Amz-Signature=") => {
                format!("{}?signed{}", line.get(..query).unwrap(), line.get(end..).unwrap())
            }
            _ => line.to_owned(),
        };
        marks.write(&line, &mut readable);
        readable.push('\n');
    }
    readable
}

/// The marks that stand for what is different in each run of the product, each kind numbered by itself.
#[derive(Default)]
struct Marks(BTreeMap<&'static str, Vec<String>>);

impl Marks {
    fn write(&mut self, line: &str, to: &mut String) {
        let mut rest = line;
        while !rest.is_empty() {
            let length = rest.find(|one| !is_of_word(one)).unwrap_or(rest.len());
            let (word, after) = rest.split_at(length);
            self.write_word(word, to);
            let between = after.find(is_of_word).unwrap_or(after.len());
            to.push_str(after.get(..between).unwrap());
            rest = after.get(between..).unwrap();
        }
    }

    fn write_word(&mut self, word: &str, to: &mut String) {
        if let Some(kind) = kind_of(word, to) {
            let known = self.0.entry(kind).or_default();
            let place = known.iter().position(|one| one == word).unwrap_or_else(|| {
                known.push(word.to_owned());
                known.len() - 1
            });
            // Writing to a string cannot fail.
            let _ = write!(to, "<{kind} {}>", place + 1);
        } else if let Some((first, rest)) = word.split_once('-') {
            self.write_word(first, to);
            to.push('-');
            self.write_word(rest, to);
        } else {
            to.push_str(word);
        }
    }
}

const fn is_of_word(one: char) -> bool {
    one.is_ascii_alphanumeric() || matches!(one, '_' | '-')
}

/// What a word is that differs from run to run; `before` is what stands before it.
fn kind_of(word: &str, before: &str) -> Option<&'static str> {
    let bare = word.split_once('_').filter(|(prefix, _)| prefix.len() == 3).map_or(word, |(_, bare)| bare);
    let is_id = |one: u8| one.is_ascii_digit() || one.is_ascii_lowercase() && !b"ilou".contains(&one);
    if bare.len() == 26 && bare.bytes().all(is_id) {
        Some("id")
    } else if word.len() == 64 && word.bytes().all(|one| one.is_ascii_hexdigit()) {
        Some("hash")
    } else if word.len() == 43 || word.starts_with("sha256-") && word.len() == 50 {
        Some("secret")
    } else if before.ends_with("\"next\": \"") {
        Some("cursor")
    } else if before.ends_with("127.0.0.1:") {
        Some("port")
    } else {
        None
    }
}
