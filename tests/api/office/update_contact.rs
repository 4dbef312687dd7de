use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::World;

use super::support::client_path;

#[tokio::test]
async fn a_new_name_is_shown_at_every_client_and_found_by_its_words() {
    let world = World::start().await;
    let office = world.office().await;
    let (first, second) = (office.client("First").await, office.client("Second").await);
    let contact = office.contact(first, "mari@client.example").await;
    office.add_contact_to(contact.id.parse().unwrap(), second, true).await;
    let owner = office.owner();
    let path = format!("{}/contacts/{}", client_path(first), contact.id);
    let edit = json!({ "name": "Mari Kuusk", "phone": "+372 5555 0100", "language": "fi" });
    let reply = owner.if_match(1).patch(&path, edit).await;
    assert_eq!(reply.headers["etag"], "\"2\"");
    let changed = reply.expect(200);
    assert_eq!((&changed["name"], &changed["language"]), (&json!("Mari Kuusk"), &json!("fi")));
    for client in [first, second] {
        let shown = owner.get(&client_path(client)).await.expect(200);
        assert_eq!(shown["contacts"], json!([changed]));
    }
    let cx = &world.cx;
    let links = sild_store::contacts::of_client(&cx.table, &office.scope(), second).await.unwrap();
    assert_eq!(links[0].contact_name.as_str(), "Mari Kuusk");
    world.settle().await;
    let page = owner.get("/api/office/clients?search=kuusk").await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 2);
    let edit = json!({ "name": "Mari", "phone": null });
    let changed = owner.if_match(2).patch(&path, edit).await.expect(200);
    assert_eq!(changed["phone"], Value::Null);
    world.settle().await;
    let page = owner.get("/api/office/clients?search=kuusk").await.expect(200);
    assert_eq!(page["items"], json!([]));
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn access_taken_away_ends_with_the_next_request_and_only_at_that_client() {
    // S29
    let world = World::start().await;
    let office = world.office().await;
    let (first, second) = (office.client("First").await, office.client("Second").await);
    let contact = office.contact(first, "mari@client.example").await;
    office.add_contact_to(contact.id.parse().unwrap(), second, true).await;
    let session = format!("/api/portal/{}/session", office.id);
    assert_eq!(contact.get(&session).await.expect(200)["clients"].as_array().unwrap().len(), 2);
    let owner = office.owner();
    let path = format!("{}/contacts/{}", client_path(first), contact.id);
    let changed = owner.if_match(1).patch(&path, json!({ "has_access": false })).await.expect(200);
    assert_eq!(changed["has_access"], false);
    let clients = contact.get(&session).await.expect(200)["clients"].clone();
    assert_eq!(clients[0]["name"], "Second");
    assert_eq!(clients.as_array().unwrap().len(), 1);
    let path = format!("{}/contacts/{}", client_path(second), contact.id);
    owner.if_match(2).patch(&path, json!({ "has_access": false })).await.expect(200);
    contact.get(&session).await.expect_problem(401, "not_signed_in");
    owner.if_match(3).patch(&path, json!({ "has_access": true })).await.expect(200);
    contact.get(&session).await.expect(200);
    world.advance_minutes(10).await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn of_two_edits_from_one_version_the_second_is_refused() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let contact = office.contact_without_session(client, "mari@client.example", true).await;
    let path = format!("{}/contacts/{contact}", client_path(client));
    let (one, other) = (office.owner().if_match(1), office.member("Ann", Role::Admin).await.if_match(1));
    let (one, other) = tokio::join!(
        one.patch(&path, json!({ "name": "One" })),
        other.patch(&path, json!({ "has_access": false })),
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}

#[tokio::test]
async fn refused_edits_write_nothing() {
    let world = World::start().await;
    let office = world.office().await;
    let (client, sibling) = (office.client("Example").await, office.client("Sibling").await);
    let contact = office.contact_without_session(client, "mari@client.example", true).await;
    let path = format!("{}/contacts/{contact}", client_path(client));
    let owner = office.owner();
    let outside = office.member("Peeter", Role::Member).await;
    outside.add_to(sibling).await;
    let other = world.office_named("Other Office", "other").await.owner();
    let before = world.snapshot().await;
    let edit = json!({ "name": "New" });
    owner.patch(&path, edit.clone()).await.expect_problem(428, "version_required");
    owner.if_match(9).patch(&path, edit.clone()).await.expect_problem(412, "version_mismatch");
    outside.if_match(1).patch(&path, edit.clone()).await.expect_problem(404, "not_found");
    other.if_match(1).patch(&path, edit.clone()).await.expect_problem(404, "not_found");
    world.browser().if_match(1).patch(&path, edit.clone()).await.expect_problem(401, "not_signed_in");
    let at_sibling = format!("{}/contacts/{contact}", client_path(sibling));
    owner.if_match(1).patch(&at_sibling, edit.clone()).await.expect_problem(404, "not_found");
    outside.if_match(1).patch(&at_sibling, edit).await.expect_problem(404, "not_found");
    for (edit, pointer, code) in [
        (json!({ "name": "" }), "/name", "required"),
        (json!({ "phone": "x" }), "/phone", "invalid_format"),
        (json!({ "email": "new@client.example" }), "/email", "unknown_field"),
    ] {
        let reply = owner.if_match(1).patch(&path, edit).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
}
