//! How the stream becomes the audit trail (S67).

use std::{
    io,
    sync::{Arc, Mutex},
};

use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::World;

/// The entries of all trails.
async fn entries(world: &World) -> Vec<Value> {
    world.snapshot().await.into_iter().filter(|item| item["ent"] == "audit").collect()
}

/// A client that was made, renamed and archived, with the events that tell of it and nobody has recorded.
async fn untold() -> (World, Vec<Value>) {
    let world = World::start().await;
    let owner = world.office().await.owner();
    world.settle().await;
    world.hold(&["record_changes"]);
    let client = owner.post("/api/office/clients", json!({ "name": "Example Bakery" })).await.expect(201);
    let path = format!("/api/office/clients/{}", client["id"].as_str().unwrap());
    world.advance_minutes(1).await;
    owner.if_match(1).patch(&path, json!({ "name": "Example Mill" })).await.expect(200);
    world.advance_minutes(1).await;
    owner.post(&format!("{path}/archive"), json!({})).await.expect(200);
    world.settle().await;
    let events = world.events_of("record_changes");
    (world, events)
}

fn records(events: &[Value]) -> Vec<Value> {
    events.iter().flat_map(|event| event["Records"].as_array().unwrap().clone()).collect()
}

#[tokio::test]
async fn told_twice_and_out_of_order_a_change_is_one_entry() {
    let (world, events) = untold().await;
    let before = entries(&world).await.len();
    let mut told = records(&events);
    told.reverse();
    for record in &told {
        let answer = world.call("record_changes", json!({ "Records": [record] })).await.unwrap();
        assert_eq!(answer, json!({ "batchItemFailures": [] }));
    }
    let once = entries(&world).await;
    assert!(once.len() >= before + 3, "{} of {}", once.len(), before);
    for event in &events {
        world.call("record_changes", event.clone()).await.unwrap();
    }
    assert_eq!(entries(&world).await, once, "what is there stays as it is, byte for byte");
    let names = once.iter().filter(|entry| entry["what"] == "client").map(|entry| entry["operation"].clone());
    assert_eq!(
        names.collect::<Vec<_>>(),
        ["create_client", "update_client", "archive_client"],
        "in the order in which they happened, whenever they were told"
    );
}

#[tokio::test]
async fn an_entry_says_in_the_open_only_what_is_nobodys_secret() {
    let (world, events) = untold().await;
    for event in &events {
        world.call("record_changes", event.clone()).await.unwrap();
    }
    let entries = entries(&world).await;
    for entry in &entries {
        let text = entry.to_string();
        assert!(!text.contains("Example") && !text.contains("Olivia") && !text.contains("owner@"), "{text}");
        let mut names = entry.as_object().unwrap().keys().map(String::as_str).collect::<Vec<_>>();
        names.retain(|name| !["belongs_to", "by", "operation"].contains(name));
        names.sort_unstable();
        assert_eq!(
            names,
            ["at", "change", "ent", "id", "parts", "pk", "sequence", "sk", "thing_id", "ttl", "what"]
        );
    }
    let renamed = entries.iter().find(|entry| entry["operation"] == "update_client").unwrap();
    let seven_years = 7 * 366 * 24 * 3_600;
    let at = renamed["at"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
    assert_eq!(renamed["ttl"], at.as_second() + seven_years);
}

#[tokio::test]
async fn a_record_that_cannot_be_read_stops_no_other() {
    let (world, events) = untold().await;
    let mut told = records(&events);
    let before = entries(&world).await.len();
    // A value of another kind than any of ours: the number is none.
    told[0]["dynamodb"]["NewImage"]["name"] = json!({ "N": "not a number" });
    let broken = told[0]["dynamodb"]["SequenceNumber"].clone();
    let answer = world.call("record_changes", json!({ "Records": told })).await;
    match answer {
        Ok(answer) => assert_eq!(answer, json!({ "batchItemFailures": [{ "itemIdentifier": broken }] })),
        Err(cause) => panic!("{cause}"),
    }
    assert!(entries(&world).await.len() >= before + 2);
}

/// What is logged meanwhile.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl io::Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[tokio::test]
async fn no_line_of_the_log_holds_anything_of_a_change() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    world.settle().await;
    world.hold(&["record_changes"]);
    let planted = ["Canarybird Works", "Canary Person", "canary@bird.example", "+372 5555 0177"];
    let client = json!({ "name": planted[0] });
    let client = owner.post("/api/office/clients", client).await.expect(201);
    let contacts = format!("/api/office/clients/{}/contacts", client["id"].as_str().unwrap());
    let contact = json!({ "name": planted[1], "email": planted[2], "phone": planted[3], "has_access": true });
    let contact = owner.post(&contacts, contact).await.expect(201);
    world.settle().await;
    let mut events = world.events_of("record_changes");
    // One of them fails, which is logged.
    events[0]["Records"][0]["dynamodb"]["NewImage"]["v"] = json!({ "N": "canary" });

    let lines = Lines::default();
    let writer = lines.clone();
    let subscriber = tracing_subscriber::fmt()
        .json()
        .with_max_level(tracing::Level::INFO)
        .with_writer(move || writer.clone())
        .finish();
    let guard = tracing::subscriber::set_default(subscriber);
    for event in events {
        world.call("record_changes", event).await.unwrap();
    }
    owner.get("/api/office/audit?month=2026-03").await.expect(200);
    let erase = json!({ "office_id": owner.office, "contact_id": contact["id"] });
    world.call("erase_person", erase).await.unwrap();
    owner.get("/api/office/audit?month=2026-03").await.expect(200);
    drop(guard);

    let logged = String::from_utf8(lines.0.lock().unwrap().clone()).unwrap();
    assert!(logged.contains("a change was not recorded"), "{logged}");
    for secret in planted.iter().copied().chain(["Canary", "canary", "secret", "Olivia"]) {
        assert!(!logged.contains(secret), "{secret}: {logged}");
    }
}

#[tokio::test]
async fn what_the_table_forgets_in_time_is_nobodys_act() {
    let world = World::start().await;
    let office = world.office().await;
    let admin = office.member("Ann Admin", Role::Admin).await;
    office.owner().post("/api/office/exports", json!({})).await.expect(202);
    world.settle().await;
    let held = world.snapshot().await.iter().filter(|item| item["ent"] == "session").count();
    assert_eq!(held, 2, "of {} and the owner", admin.id);
    world.advance_days(40).await;
    let left = world.snapshot().await;
    assert!(!left.iter().any(|item| ["session", "client_export"].contains(&item["ent"].as_str().unwrap())));
    let removed = entries(&world).await.into_iter().filter(|entry| entry["change"] == "removed");
    assert_eq!(removed.collect::<Vec<_>>(), Vec::<Value>::new());
}

#[tokio::test]
async fn nothing_is_recorded_of_an_office_that_is_being_erased_and_no_key_comes_back() {
    let (world, events) = untold().await;
    let office = world.snapshot().await.into_iter().find(|item| item["ent"] == "office").unwrap();
    let erase = json!({ "office_id": office["id"], "name": "Demo Office" });
    world.call("erase_office", erase.clone()).await.unwrap();
    let before = entries(&world).await;
    for event in &events {
        world.call("record_changes", event.clone()).await.unwrap();
    }
    assert_eq!(entries(&world).await, before);
    world.advance_minutes(6).await;
    world.call("erase_office", erase).await.unwrap();
    for event in &events {
        world.call("record_changes", event.clone()).await.unwrap();
    }
    assert_eq!(entries(&world).await, before);
    assert!(!world.snapshot().await.iter().any(|item| item["ent"] == "audit_key"));
}
