//! What an event did, so that a reader sees it: ids, hashes and secrets are numbered in the order in which they appear.

use std::{collections::BTreeMap, fmt::Write as _, sync::LazyLock};

use regex::{Captures, Regex};
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
    let text = serde_json::to_string_pretty(&outcome).unwrap();
    let text = SIGNED.replace_all(&text, "?signed");
    let text = PORT.replace_all(&text, "$1:port");
    [(&*HASH, "hash"), (&*SECRET, "secret"), (&*ID, "id")]
        .into_iter()
        .fold(text.into_owned(), |text, (pattern, word)| numbered(pattern, &text, word))
}

static ID: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"(?i)\b(?:[a-z]{3}_)?[0-7][0-9a-hjkmnp-tv-z]{25}\b").unwrap());
static HASH: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\b[0-9a-f]{64}\b").unwrap());
static SECRET: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"[A-Za-z0-9_-]{43}\b").unwrap());
static SIGNED: LazyLock<Regex> = LazyLock::new(|| Regex::new(r#"\?[^"]*X-Amz-Signature=[^"]*"#).unwrap());
static PORT: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"(127\.0\.0\.1|localhost):\d+").unwrap());

fn numbered(pattern: &Regex, text: &str, word: &str) -> String {
    let mut known: Vec<String> = Vec::new();
    let replaced = pattern.replace_all(text, |found: &Captures<'_>| {
        let place = known.iter().position(|one| *one == found[0]).unwrap_or_else(|| {
            known.push(found[0].to_owned());
            known.len() - 1
        });
        let mut mark = String::new();
        // Writing to a string cannot fail.
        let _ = write!(mark, "<{word} {}>", place + 1);
        mark
    });
    replaced.into_owned()
}
