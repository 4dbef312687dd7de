use serde_json::{Value, json};
use sild_tests::World;

use super::support::client_path;

const FOLDER: &str = "https://documents.example.com/bakery?view=all";

#[tokio::test]
async fn a_clients_folder_is_shown_to_its_members_and_to_its_contacts_alone() {
    // S58
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let new = json!({ "name": "Example Bakery", "documents_url": FOLDER });
    let bakery = owner.post("/api/office/clients", new).await.expect(201);
    assert_eq!(bakery["documents_url"], FOLDER);
    let bakery = bakery["id"].as_str().unwrap().parse().unwrap();
    let garage = office.client("Example Garage").await;
    assert_eq!(owner.get(&client_path(garage)).await.expect(200)["documents_url"], Value::Null);
    let open = json!({ "is_open": true });
    owner.put(&format!("{}/portal", client_path(bakery)), open).await.expect(200);

    let mari = office.contact(bakery, "mari@client.example").await;
    office.add_contact_to(mari.id.parse().unwrap(), garage, true).await;
    let jaan = office.contact(garage, "jaan@client.example").await;
    let session = format!("/api/portal/{}/session", office.id);
    let clients = mari.get(&session).await.expect(200)["clients"].clone();
    assert_eq!(clients[0]["documents_url"], FOLDER);
    assert_eq!(clients[1]["documents_url"], Value::Null);
    let page = mari.get("/p/demo/").await.text();
    assert!(page.contains(FOLDER), "{page}");
    for hidden in [jaan.get(&session).await.text(), world.browser().get("/p/demo/").await.text()] {
        assert!(!hidden.contains("documents.example.com"), "{hidden}");
    }
}

#[tokio::test]
async fn a_folder_is_changed_and_removed_and_left_alone_by_other_edits() {
    // S58
    let world = World::start().await;
    let office = world.office().await;
    let (owner, path) = (office.owner(), client_path(office.client("Example Bakery").await));
    let edit = |version: u32, edit: Value| {
        let (owner, path) = (owner.if_match(version), path.clone());
        async move { owner.patch(&path, edit).await.expect(200)["documents_url"].clone() }
    };
    assert_eq!(
        edit(1, json!({ "documents_url": "HTTPS://Documents.Example.com" })).await,
        "https://documents.example.com/"
    );
    assert_eq!(edit(2, json!({ "name": "Example Bakery OÜ" })).await, "https://documents.example.com/");
    assert_eq!(edit(3, json!({ "documents_url": FOLDER })).await, FOLDER);
    assert_eq!(edit(4, json!({ "documents_url": null })).await, Value::Null);
    let before = world.snapshot().await;
    let stale = json!({ "documents_url": FOLDER });
    owner.if_match(4).patch(&path, stale).await.expect_problem(412, "version_mismatch");
    assert_eq!(world.snapshot().await, before);
    world.settle().await;
    assert!(
        world.take_calls().iter().all(|call| !call.what.contains("documents.example")),
        "nobody fetches it"
    );
}

#[tokio::test]
async fn only_an_https_address_without_a_user_name_is_a_folder() {
    // S58
    let world = World::start().await;
    let office = world.office().await;
    let (owner, path) = (office.owner(), client_path(office.client("Example Bakery").await));
    let before = world.snapshot().await;
    let long = format!("https://a.ee/{}", "a".repeat(2_048 - 12));
    for (url, code) in [
        ("http://documents.example.com", "invalid_url"),
        ("javascript:alert(1)", "invalid_url"),
        ("https://user@documents.example.com", "invalid_url"),
        ("https://user:secret@documents.example.com/", "invalid_url"),
        ("//documents.example.com", "invalid_url"),
        ("https://documents.example.com/\u{0}", "invalid_character"),
        ("", "required"),
        (long.as_str(), "too_long"),
    ] {
        let new = json!({ "name": "New", "documents_url": url });
        for reply in [
            owner.post("/api/office/clients", new).await,
            owner.if_match(1).patch(&path, json!({ "documents_url": url })).await,
        ] {
            reply.expect_problem(422, "invalid_value");
            assert_eq!(reply.field_errors(), [("/documents_url".to_owned(), code.to_owned())], "{url}");
        }
    }
    assert_eq!(world.snapshot().await, before);
}
