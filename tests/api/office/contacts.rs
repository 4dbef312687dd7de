//! Contacts across clients: listed, archived, taken from a client (S65).

use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::Person;

use super::support::client_path;
use crate::desk::{Desk, each};

async fn listed(person: &Person, query: &str) -> Vec<Value> {
    each(&person.get(&format!("/api/office/contacts?{query}")).await.expect(200), "name")
}

async fn all_listed(person: &Person, query: &str) -> Vec<Value> {
    let mut found = Vec::new();
    let mut cursor = Some(String::new());
    while let Some(after) = cursor {
        let page = person.get(&format!("/api/office/contacts?limit=1&{query}{after}")).await.expect(200);
        found.extend(each(&page, "name"));
        cursor = page["next"].as_str().map(|next| format!("&cursor={next}"));
    }
    found
}

fn card_path(contact: &str, rest: &str) -> String {
    format!("/api/office/contacts/{contact}{rest}")
}

#[tokio::test]
async fn contacts_of_all_clients_come_by_name_with_their_clients() {
    // S65
    let desk = Desk::start().await;
    let garage = desk.office.closed_client("Example Garage").await;
    let jaan = desk.office.contact_without_session(garage, "jaan@client.example", false).await;
    let mari = desk.contact("mari").await;
    desk.office.add_contact_to(mari.id.parse().unwrap(), garage, false).await;
    let page = desk.owner.get("/api/office/contacts").await.expect(200);
    assert_eq!(each(&page, "name"), [json!("jaan"), json!("mari")]);
    assert_eq!(page["items"][0]["id"], jaan.to_string());
    let bakery = json!({
        "id": desk.client, "name": "Example Bakery", "has_access": true, "portal_is_open": true,
    });
    let at_garage =
        json!({ "id": garage, "name": "Example Garage", "has_access": false, "portal_is_open": false });
    assert_eq!(page["items"][1]["clients"], json!([bakery, at_garage]));
    assert_eq!(desk.owner.get(&card_path(&mari.id, "")).await.expect(200), page["items"][1]);
    assert_eq!(all_listed(&desk.owner, "").await, [json!("jaan"), json!("mari")]);

    let plain = desk.office.member("Peeter", Role::Member).await;
    assert_eq!(listed(&plain, "").await, Vec::<Value>::new());
    plain.get(&card_path(&mari.id, "")).await.expect_problem(404, "not_found");
    plain.add_to(desk.client).await;
    assert_eq!(all_listed(&plain, "").await, [json!("mari")]);
    let card = plain.get(&card_path(&mari.id, "")).await.expect(200);
    assert_eq!(each(&json!({ "items": card["clients"] }), "name"), [json!("Example Bakery")]);
    let other = desk.world.office_named("Other Office", "other").await.owner();
    assert_eq!(listed(&other, "").await, Vec::<Value>::new());
    other.get(&card_path(&mari.id, "")).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_search_finds_contacts_by_words_of_name_and_address() {
    let desk = Desk::start().await;
    for (name, email) in [("Mari Maasikas", "mari@flour.example"), ("Mart Mets", "mets@wood.example")] {
        let contact = json!({ "name": name, "email": email, "has_access": false });
        let path = format!("{}/contacts", client_path(desk.client));
        desk.owner.post(&path, contact).await.expect(201);
    }
    let plain = desk.office.member("Peeter", Role::Member).await;
    plain.add_to(desk.client).await;
    for (search, found) in [
        ("mar", vec!["Mari Maasikas", "Mart Mets"]),
        ("maasik", vec!["Mari Maasikas"]),
        ("mets@wood", vec!["Mart Mets"]),
        ("mar%20flour", vec!["Mari Maasikas"]),
        ("bakery", vec![]),
        ("aasikas", vec![]),
    ] {
        for person in [&desk.owner, &plain] {
            let mut names = all_listed(person, &format!("search={search}")).await;
            names.sort_by_key(Value::to_string);
            assert_eq!(names, found.iter().map(|name| json!(name)).collect::<Vec<_>>(), "{search}");
        }
    }
    let mari = desk.owner.get("/api/office/contacts?search=maasikas").await.expect(200)["items"][0].clone();
    let path = format!("{}/contacts/{}", client_path(desk.client), mari["id"].as_str().unwrap());
    desk.owner.if_match(1).patch(&path, json!({ "name": "Mari Kuusk" })).await.expect(200);
    desk.world.settle().await;
    assert_eq!(listed(&desk.owner, "search=maasikas").await, Vec::<Value>::new());
    assert_eq!(listed(&desk.owner, "search=kuusk").await, [json!("Mari Kuusk")]);
}

#[tokio::test]
async fn whom_few_words_name_is_found_at_once_and_once() {
    let desk = Desk::start().await;
    let people = ["Mari Maripuu", "Mari Mets", "Ants Mets", "Jaan Kask", "Liis Lepp", "Peeter Paju"];
    for (number, name) in people.iter().enumerate() {
        let contact =
            json!({ "name": name, "email": format!("p{number}@company.example"), "has_access": false });
        desk.owner.post(&format!("{}/contacts", client_path(desk.client)), contact).await.expect(201);
    }
    for (search, first) in
        [("company%20kask", "Jaan Kask"), ("company%20paju", "Peeter Paju"), ("mari%20mets", "Mari Mets")]
    {
        let page = desk.owner.get(&format!("/api/office/contacts?limit=1&search={search}")).await.expect(200);
        assert_eq!(each(&page, "name"), [json!(first)], "{search}");
    }
    let mut found = all_listed(&desk.owner, "search=mari").await;
    found.sort_by_key(Value::to_string);
    assert_eq!(found, [json!("Mari Maripuu"), json!("Mari Mets")], "two words of one person");
    assert_eq!(all_listed(&desk.owner, "search=company%20kuusk").await, Vec::<Value>::new());
    assert_eq!(all_listed(&desk.owner, "search=company").await.len(), people.len());
}

#[tokio::test]
async fn an_archived_contact_enters_nowhere_and_comes_back_as_they_were() {
    let desk = Desk::start().await;
    let contact = desk.contact("mari").await;
    let session = format!("/api/portal/{}/session", desk.office.id);
    let archived = desk.owner.post(&card_path(&contact.id, "/archive"), json!({})).await.expect(200);
    assert_eq!((&archived["is_archived"], &archived["version"]), (&json!(true), &json!(2)));
    contact.get(&session).await.expect_problem(401, "not_signed_in");
    let login = json!({ "email": contact.email });
    desk.world.browser().post("/api/portals/demo/login", login.clone()).await.expect(202);
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails().is_empty(), "no mail reaches who is archived");
    assert_eq!(listed(&desk.owner, "").await, Vec::<Value>::new());
    assert_eq!(listed(&desk.owner, "search=mari").await, Vec::<Value>::new());
    assert_eq!(listed(&desk.owner, "is_archived=true").await, [json!("mari")]);
    assert_eq!(listed(&desk.owner, "is_archived=true&search=mari").await, [json!("mari")]);
    let again = json!({ "name": "Mari", "email": contact.email, "has_access": true });
    let garage = desk.office.client("Example Garage").await;
    let refused = desk.owner.post(&format!("{}/contacts", client_path(garage)), again).await;
    refused.expect_problem(409, "contact_archived");
    let opening = json!({ "client_ids": [desk.client], "with_invitations": true });
    desk.owner
        .put(&format!("{}/portal", client_path(desk.client)), json!({ "is_open": false }))
        .await
        .expect(200);
    desk.owner.post("/api/office/bulk-openings", opening).await.expect(202);
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails().is_empty(), "nobody is invited who is archived");

    let back = desk.owner.post(&card_path(&contact.id, "/restore"), json!({})).await.expect(200);
    assert_eq!(back["clients"][0]["has_access"], true);
    contact.get(&session).await.expect(200);
    desk.world.settle().await;
    assert_eq!(listed(&desk.owner, "search=mari").await, [json!("mari")]);
    assert!(desk.is_unread_by(&contact, &task).await);
}

#[tokio::test]
async fn a_member_who_works_with_some_of_the_clients_does_not_decide_for_all() {
    let desk = Desk::start().await;
    let garage = desk.office.client("Example Garage").await;
    let contact = desk.office.contact_without_session(desk.client, "mari@client.example", true).await;
    desk.office.add_contact_to(contact, garage, true).await;
    let plain = desk.office.member("Peeter", Role::Member).await;
    plain.add_to(desk.client).await;
    let before = desk.world.snapshot().await;
    let archive = card_path(&contact.to_string(), "/archive");
    plain.post(&archive, json!({})).await.expect_problem(403, "role_required");
    assert_eq!(desk.world.snapshot().await, before);
    plain.add_to(garage).await;
    plain.post(&archive, json!({})).await.expect(200);
    plain.post(&archive, json!({})).await.expect(200);
}

#[tokio::test]
async fn a_contact_taken_from_a_client_stays_at_the_others() {
    let desk = Desk::start().await;
    let garage = desk.office.client("Example Garage").await;
    let contact = desk.contact("mari").await;
    desk.office.add_contact_to(contact.id.parse().unwrap(), garage, true).await;
    let session = format!("/api/portal/{}/session", desk.office.id);
    let at_bakery = format!("{}/contacts/{}", client_path(desk.client), contact.id);
    desk.owner.delete(&at_bakery).await.expect(204);
    let clients = contact.get(&session).await.expect(200)["clients"].clone();
    assert_eq!((&clients[0]["name"], clients.as_array().unwrap().len()), (&json!("Example Garage"), 1));
    let card = desk.read_client().await;
    assert_eq!((&card["contacts"], &card["contact_count"]), (&json!([]), &json!(0)));
    let search = desk.owner.get("/api/office/clients?search=mari").await.expect(200);
    assert_eq!(each(&search, "name"), [json!("Example Garage")]);
    let before = desk.world.snapshot().await;
    desk.owner.delete(&at_bakery).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);

    desk.owner.delete(&format!("{}/contacts/{}", client_path(garage), contact.id)).await.expect(204);
    contact.get(&session).await.expect_problem(401, "not_signed_in");
    assert_eq!(desk.owner.get(&card_path(&contact.id, "")).await.expect(200)["clients"], json!([]));
    let plain = desk.office.member("Peeter", Role::Member).await;
    plain.get(&card_path(&contact.id, "")).await.expect_problem(404, "not_found");
    let again = json!({ "name": "Mari", "email": contact.email, "has_access": true });
    let path = format!("{}/contacts", client_path(desk.client));
    let linked = desk.owner.post(&path, again).await.expect(201);
    assert_eq!(linked["id"], contact.id.as_str(), "the address is the same person");
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn refused_removals_write_nothing() {
    let desk = Desk::start().await;
    let contact = desk.office.contact_without_session(desk.client, "mari@client.example", true).await;
    let garage = desk.office.client("Example Garage").await;
    let outside = desk.office.member("Peeter", Role::Member).await;
    let other = desk.world.office_named("Other Office", "other").await.owner();
    let before = desk.world.snapshot().await;
    let path = format!("{}/contacts/{contact}", client_path(desk.client));
    outside.delete(&path).await.expect_problem(404, "not_found");
    other.delete(&path).await.expect_problem(404, "not_found");
    desk.world.browser().delete(&path).await.expect_problem(401, "not_signed_in");
    let elsewhere = format!("{}/contacts/{contact}", client_path(garage));
    desk.owner.delete(&elsewhere).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
}
