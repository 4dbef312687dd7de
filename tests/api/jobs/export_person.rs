use serde_json::{Value, json};
use sild_tests::World;

use super::everything::Everything;

fn count(document: &Value, list: &str) -> usize {
    document[list].as_array().unwrap().len()
}

#[tokio::test]
async fn a_contact_gets_all_that_is_theirs_and_nothing_of_anybody_else() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    let before = world.snapshot().await;
    let answers = all.call("export_person", json!({ "contact_id": all.mariliis.id })).await;
    assert_eq!(answers.len(), 1);
    let document = &answers[0]["document"];
    assert_eq!(document["profile"][0]["email"], all.mariliis.email);
    assert_eq!(count(document, "clients"), 2);
    let mut session = document["sessions"][0].as_object().unwrap().keys().collect::<Vec<_>>();
    session.sort();
    assert_eq!(session, ["expires_at", "started_at"]);
    assert_eq!(count(document, "messages"), 1);
    assert_eq!(document["messages"][0]["text"], "Here it is.");
    assert_eq!(document["files"][0]["name"], "statement.pdf");
    assert_eq!((count(document, "files"), count(document, "uploads")), (2, 1));
    assert_eq!(document["requests"][0]["subject"], "A question");
    assert!(count(document, "login_links") >= 2);
    assert_eq!(document["tasks"][0]["named_as"], json!(["done_by"]));
    assert!(!document.to_string().contains(&all.jaan.email));
    assert_eq!(world.snapshot().await, before);

    let parts = all.call("export_person", json!({ "contact_id": all.mariliis.id, "limit": 1 })).await;
    assert!(parts.len() > 5);
    for (list, whole) in document.as_object().unwrap() {
        let found = parts.iter().flat_map(|part| part["document"][list].as_array().unwrap().clone());
        assert_eq!(Value::from(found.collect::<Vec<_>>()), *whole, "{list}");
    }
}

#[tokio::test]
async fn a_member_gets_what_they_wrote_and_worked_on() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    let document =
        all.call("export_person", json!({ "member_id": all.annabel.id })).await.pop().unwrap()["document"]
            .clone();
    assert_eq!(document["profile"][0]["name"], "Annabel Aed");
    assert_eq!(count(&document, "clients"), 1);
    assert_eq!((count(&document, "messages"), count(&document, "files")), (3, 2));
    assert_eq!(document["requests"][0]["named_as"], json!(["ended_by"]));
    assert!(!document.to_string().contains("How do we book this?"), "the words of others");
    assert!(count(&document, "notifications") > 0);
    let named = document["tasks"].as_array().unwrap().iter().map(|task| task["named_as"].clone());
    let named = named.collect::<Vec<_>>();
    assert!(named.contains(&json!(["assignee", "created_by"])), "{named:?}");
    assert!(named.contains(&json!(["assignee", "created_by", "completed_by"])), "{named:?}");
}

#[tokio::test]
async fn whoever_is_not_there_is_refused_with_the_reason() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    let other = world.office_named("Other Office", "other").await;
    let office = all.office.id;
    let nobody = "con_01jnb000000000000000000000";
    for job in ["export_person", "erase_person"] {
        let before = world.snapshot().await;
        for (event, reason) in [
            (json!({ "office_id": office }), "either contact_id or member_id"),
            (
                json!({ "office_id": office, "contact_id": all.jaan.id, "member_id": all.owner.id }),
                "either contact_id or member_id",
            ),
            (json!({ "office_id": office, "contact_id": nobody }), "there is no con_01jnb"),
            (json!({ "office_id": other.id, "contact_id": all.jaan.id }), "there is no con_"),
            (json!({ "office_id": office, "member_id": all.jaan.id }), "invalid_id"),
            (
                json!({ "office_id": office, "contact_id": all.jaan.id, "cursor": "x" }),
                "the cursor is not one",
            ),
            (json!({ "office_id": office, "contact_id": all.jaan.id, "name": "Jaan" }), "unknown field"),
            (
                json!({ "office_id": "off_01jnb000000000000000000000", "contact_id": nobody }),
                "there is no office",
            ),
        ] {
            let refused = world.call(job, event.clone()).await.unwrap_err();
            assert!(refused.contains(reason), "{job} {event}: {refused}");
        }
        assert_eq!(world.snapshot().await, before);
    }
}
