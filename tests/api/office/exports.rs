//! Tables of clients that are handed out (S65).

use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::{download, upload};

use super::support::client_path;
use crate::desk::Desk;

/// Asks for a table and fetches it: how many rows it says that it has, and its text.
async fn exported(desk: &Desk, body: Value) -> (Value, String) {
    let export = desk.owner.post("/api/office/exports", body).await.expect(202);
    assert_eq!((&export["done_at"], &export["download"]), (&Value::Null, &Value::Null));
    desk.world.settle().await;
    let path = format!("/api/office/exports/{}", export["id"].as_str().unwrap());
    let export = desk.owner.get(&path).await.expect(200);
    let url = export["download"]["url"].as_str().unwrap();
    assert!(url.contains("X-Amz-Expires=60"), "{url}");
    (export["row_count"].clone(), download(url).await)
}

#[tokio::test]
async fn clients_and_contacts_come_as_a_table_that_can_be_read_in_again() {
    let desk = Desk::start().await;
    let contact = json!({
        "name": "Mari, Õunapuu", "email": "mari@client.example", "phone": "+372 5555 0100", "has_access": true,
    });
    let path = format!("{}/contacts", client_path(desk.client));
    desk.owner.post(&path, contact).await.expect(201);
    desk.task(json!({})).await;
    let evil = json!({ "name": "=HYPERLINK(\"x\")", "registry_code": "-1" });
    desk.owner.post("/api/office/clients", evil).await.expect(201);
    let (rows, text) = exported(&desk, json!({ "separator": "comma" })).await;
    let lines = [
        "\u{feff}Client name,Registry code,Responsible,Portal state,Open tasks,Contact name,Email,Phone,Language,Access",
        "\"'=HYPERLINK(\"\"x\"\")\",'-1,Olivia Owner,closed,0,,,,,",
        "Example Bakery,,Olivia Owner,silent,1,\"Mari, Õunapuu\",mari@client.example,'+372 5555 0100,en,yes",
        "",
    ];
    assert_eq!((rows, text.split("\r\n").collect::<Vec<_>>()), (json!(2), lines.to_vec()));

    let other = desk.world.office_named("Other Office", "other").await.owner();
    let declared = json!({ "file_name": "clients.csv", "size_bytes": text.len() });
    let ticket = other.post("/api/office/imports", declared).await.expect(201);
    upload(&ticket, text.as_bytes()).await;
    let import = format!("/api/office/imports/{}", ticket["import_id"].as_str().unwrap());
    other.post(&format!("{import}/preview"), json!({})).await.expect(202);
    desk.world.settle().await;
    assert_eq!(other.get(&import).await.expect(200)["rows_with_errors"], 0);
    other.post(&format!("{import}/start"), json!({ "duplicates": "skip" })).await.expect(202);
    desk.world.settle().await;
    let list = other.get("/api/office/clients").await.expect(200);
    assert_eq!(list["items"][0]["name"], "=HYPERLINK(\"x\")");
    let contacts = other.get("/api/office/contacts").await.expect(200);
    assert_eq!(contacts["items"][0]["phone"], "+372 5555 0100");
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn more_than_a_page_of_clients_is_written_whole_and_archived_ones_apart() {
    let desk = Desk::start().await;
    for number in 0..105 {
        desk.office.client(&format!("Client {number:03}")).await;
    }
    desk.owner.post(&format!("{}/archive", client_path(desk.client)), json!({})).await.expect(200);
    desk.world.settle().await;
    let (rows, text) = exported(&desk, json!({})).await;
    assert_eq!((rows, text.lines().count()), (json!(105), 106));
    assert!(!text.contains("Bakery") && text.contains("Client 104;"));
    let (rows, text) = exported(&desk, json!({ "separator": "tab", "is_archived": true })).await;
    assert_eq!(rows, 1);
    assert!(text.lines().nth(1).unwrap().starts_with("Example Bakery\t"));
}

#[tokio::test]
async fn the_same_key_asks_for_one_table() {
    let desk = Desk::start().await;
    let owner = desk.owner.key("export-once");
    let first = owner.post("/api/office/exports", json!({})).await.expect(202);
    assert_eq!(owner.post("/api/office/exports", json!({})).await.expect(202), first);
    let other = owner.post("/api/office/exports", json!({ "is_archived": true })).await;
    other.expect_problem(422, "idempotency_key_reused");
}

#[tokio::test]
async fn a_table_is_for_admins_and_the_owner_of_its_office() {
    let desk = Desk::start().await;
    let export = desk.owner.post("/api/office/exports", json!({})).await.expect(202);
    desk.world.settle().await;
    let path = format!("/api/office/exports/{}", export["id"].as_str().unwrap());
    let plain = desk.office.member("Peeter", Role::Member).await;
    plain.add_to(desk.client).await;
    let admin = desk.office.member("Ann", Role::Admin).await;
    let other = desk.world.office_named("Other Office", "other").await.owner();
    let before = desk.world.snapshot().await;
    plain.post("/api/office/exports", json!({})).await.expect_problem(403, "role_required");
    plain.get(&path).await.expect_problem(403, "role_required");
    other.get(&path).await.expect_problem(404, "not_found");
    desk.world.browser().get(&path).await.expect_problem(401, "not_signed_in");
    for body in [json!({ "separator": "pipe" }), json!({ "format": "xlsx" })] {
        desk.owner.post("/api/office/exports", body).await.expect_problem(422, "invalid_value");
    }
    admin.get(&path).await.expect(200);
    assert_eq!(desk.world.snapshot().await, before);
}
