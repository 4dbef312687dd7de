use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use sild_store::holdings::{KINDS, Treatment};
use sild_tests::World;

use super::everything::Everything;

/// The lines of an export by the name of their objects, each kind in order.
async fn lines(all: &Everything, prefix: &str) -> BTreeMap<String, Vec<Value>> {
    let cx = &all.world.cx;
    let mut lines = BTreeMap::<String, Vec<Value>>::new();
    for key in all.keys(prefix).await.into_iter().filter(|key| key.contains(".jsonl")) {
        let object = cx.s3.get_object().bucket(&cx.config.bucket).key(&key).send().await.unwrap();
        let bytes = object.body.collect().await.unwrap().into_bytes();
        let (_, name) = key.rsplit_once('/').unwrap();
        let (kind, _) = name.rsplit_once('-').unwrap();
        let text = String::from_utf8(bytes.to_vec()).unwrap();
        let parsed = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
        lines.entry(kind.to_owned()).or_default().extend(parsed);
    }
    for of_kind in lines.values_mut() {
        of_kind.sort_by_key(Value::to_string);
    }
    lines
}

fn is_hash(word: &str) -> bool {
    word.len() == 64 && word.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[tokio::test]
async fn everything_that_the_table_holds_of_an_office_is_in_its_export() {
    let world = World::start().await;
    Everything::arrange(&world, "Other Books", "other").await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    all.hold().await;
    let before = world.snapshot().await;
    let answers = all.call("export_office", json!({})).await;
    let [answer] = answers.as_slice() else { panic!("{answers:?}") };
    let lines = lines(&all, answer["prefix"].as_str().unwrap()).await;

    let mut exported = lines.keys().map(String::as_str).collect::<BTreeSet<_>>();
    assert!(exported.remove("objects") && exported.remove("audit"));
    let wanted = KINDS.iter().filter(|(_, treatment)| *treatment == Treatment::Exported);
    assert_eq!(exported, wanted.map(|(kind, _)| *kind).collect());
    for (kind, of_kind) in &lines {
        assert_eq!(answer["written"][kind], of_kind.len(), "{kind}");
    }

    let trail = all.owner.get("/api/office/audit?month=2026-03&limit=100").await.expect(200);
    let newest = &trail["items"][0];
    assert!(
        lines["audit"].contains(newest),
        "the trail is exported in the words in which the office reads it"
    );
    let key = all.office.id.to_string().replace("off_", "");
    let is_of_office = |item: &&Value| item["pk"].as_str().unwrap().starts_with(&format!("O#{key}"));
    for kind in
        ["task", "message", "file", "contact", "contact_client", "client_word", "session", "notification"]
    {
        let held = before.iter().filter(is_of_office).filter(|item| item["ent"] == kind).count();
        assert_eq!(lines[kind].len(), held, "{kind}");
    }
    assert_eq!(world.snapshot().await, before, "an export changes nothing");
}

#[tokio::test]
async fn an_export_names_the_files_of_people_and_holds_no_secret() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    all.hold().await;
    let answer = all.call("export_office", json!({})).await.pop().unwrap();
    let prefix = answer["prefix"].as_str().unwrap();
    let lines = lines(&all, prefix).await;
    let key = all.office.id.to_string().replace("off_", "");
    let listed = lines["objects"].iter().map(|object| object["key"].as_str().unwrap().to_owned());
    let mut stored = all.keys(&format!("o/{key}/t/")).await;
    stored.extend(all.keys(&format!("o/{key}/r/")).await);
    stored.extend(all.keys(&format!("media/{key}/")).await);
    assert_eq!(listed.collect::<BTreeSet<_>>(), stored.into_iter().collect());
    let (pictures, files): (Vec<&Value>, Vec<&Value>) =
        lines["objects"].iter().partition(|object| object["content_type"] == "image/png");
    assert_eq!((pictures.len(), files.len()), (2, 4));
    for object in files {
        assert_eq!(object["name"], "statement.pdf");
        assert_eq!(object["size_bytes"], 3);
        assert_eq!(object["content_type"], "application/pdf");
    }
    for line in lines.values().flatten() {
        let text = line.to_string();
        let mut words = text.split(|letter: char| !letter.is_ascii_alphanumeric());
        assert!(!words.any(is_hash) && !text.contains("X-Amz-"), "{text}");
    }
    for message in &lines["message"] {
        let of = ["task_id", "request_id"].map(|name| message[name].as_str().unwrap_or_default());
        assert!(of[0].starts_with("tsk_") != of[1].starts_with("req_"), "{message}");
    }
    assert!(all.keys(prefix).await.contains(&format!("{prefix}manifest.json")));
}

#[tokio::test]
async fn an_export_in_many_calls_is_the_same_as_in_one() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    all.hold().await;
    let whole = all.call("export_office", json!({})).await.pop().unwrap();
    let parts = all.call("export_office", json!({ "limit": 1 })).await;
    assert!(parts.len() > 5, "{}", parts.len());
    let unfinished = parts.iter().rev().skip(1).all(|part| part["done"] == false);
    assert!(unfinished);
    let last = parts.last().unwrap();
    assert_ne!(last["prefix"], whole["prefix"]);
    assert_eq!(
        lines(&all, last["prefix"].as_str().unwrap()).await,
        lines(&all, whole["prefix"].as_str().unwrap()).await
    );
}

#[tokio::test]
async fn a_call_that_is_repeated_writes_the_same_objects_again() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    let begin = json!({ "office_id": all.office.id, "limit": 30 });
    let first = world.call("export_office", begin).await.unwrap();
    let again = json!({ "office_id": all.office.id, "limit": 30, "cursor": first["cursor"] });
    let prefix = first["prefix"].as_str().unwrap();
    let answer = world.call("export_office", again.clone()).await.unwrap();
    let before = (all.keys(prefix).await, lines(&all, prefix).await);
    assert_eq!(world.call("export_office", again).await.unwrap(), answer);
    assert_eq!((all.keys(prefix).await, lines(&all, prefix).await), before);
}

#[tokio::test]
async fn what_cannot_be_exported_is_refused_with_the_reason() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    let other = world.office_named("Other Office", "other").await;
    let started = json!({ "office_id": all.office.id, "limit": 1 });
    let cursor = world.call("export_office", started).await.unwrap()["cursor"].clone();
    for (event, reason) in [
        (json!({}), "missing field `office_id`"),
        (json!({ "office_id": "off_1" }), "invalid_id"),
        (json!({ "office_id": all.office.id, "whole": true }), "unknown field `whole`"),
        (json!({ "office_id": "off_01jnb000000000000000000000" }), "there is no office off_01jnb"),
        (json!({ "office_id": all.office.id, "cursor": "e30" }), "the cursor is not one"),
        (json!({ "office_id": other.id, "cursor": cursor }), "the cursor is not one"),
    ] {
        let refused = world.call("export_office", event.clone()).await.unwrap_err();
        assert!(refused.contains(reason), "{event}: {refused}");
    }
}
