use serde_json::json;
use sild_domain::Role;
use sild_store::{clients, contacts};
use sild_tests::World;

use super::support::client_path;

#[tokio::test]
async fn opening_in_silence_sends_nothing_and_lets_contacts_with_access_in() {
    // S22, S24, S25
    let world = World::start().await;
    let office = world.office().await;
    let client = office.closed_client("Example").await;
    let path = format!("{}/portal", client_path(client));
    let with = office.contact(client, "mari@client.example").await;
    let without = office.contact_without_session(client, "peeter@client.example", false).await;
    let without = office.sign_in_contact(without, "peeter@client.example").await;
    let session = format!("/api/portal/{}/session", office.id);
    with.get(&session).await.expect_problem(401, "not_signed_in");

    let owner = office.owner();
    let opened = owner.put(&path, json!({ "is_open": true })).await.expect(200);
    assert_eq!(opened["portal_state"], "silent");
    assert_eq!(owner.get(&client_path(client)).await.expect(200), opened);
    with.get(&session).await.expect(200);
    without.get(&session).await.expect_problem(401, "not_signed_in");
    world.advance_minutes(10).await;
    assert!(world.mails().is_empty());
    let tasks = owner.get(&format!("/api/office/tasks?client_id={client}&state=open")).await.expect(200);
    assert_eq!(tasks["items"], json!([]));
}

#[tokio::test]
async fn closing_shuts_every_contact_out_at_the_next_request() {
    // S27, S29
    let world = World::start().await;
    let office = world.office().await;
    let (client, kept) = (office.client("Example").await, office.client("Kept").await);
    let contact = office.contact(client, "mari@client.example").await;
    let both = office.contact(client, "both@client.example").await;
    office.add_contact_to(both.id.parse().unwrap(), kept, true).await;
    let path = format!("{}/portal", client_path(client));
    let closed = office.owner().put(&path, json!({ "is_open": false })).await.expect(200);
    assert_eq!(closed["portal_state"], "closed");
    let session = format!("/api/portal/{}/session", office.id);
    contact.get(&session).await.expect_problem(401, "not_signed_in");
    let clients = both.get(&session).await.expect(200)["clients"].clone();
    assert_eq!(clients.as_array().unwrap().len(), 1);
    assert_eq!(clients[0]["name"], "Kept");
    let tasks = format!("/api/portal/{}/clients/{client}/tasks?state=open", office.id);
    both.get(&tasks).await.expect_problem(404, "not_found");
    world.settle().await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn setting_what_is_so_already_writes_nothing() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let before = world.snapshot().await;
    let path = format!("{}/portal", client_path(client));
    let reply = office.owner().put(&path, json!({ "is_open": true })).await;
    assert_eq!(reply.headers["etag"], "\"1\"");
    reply.expect(200);
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn nothing_is_opened_while_the_offices_portal_is_inactive() {
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let (closed, open) = (office.closed_client("Closed").await, office.client("Open").await);
    owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    let before = world.snapshot().await;
    let path = format!("{}/portal", client_path(closed));
    owner.put(&path, json!({ "is_open": true })).await.expect_problem(409, "portal_inactive");
    assert_eq!(world.snapshot().await, before);
    let path = format!("{}/portal", client_path(open));
    owner.put(&path, json!({ "is_open": false })).await.expect(200);
}

#[tokio::test]
async fn a_contact_added_while_it_closes_is_shut_out_too() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let owner = office.owner();
    let path = client_path(client);
    let portal = format!("{path}/portal");
    let contacts_path = format!("{path}/contacts");
    for round in 0..6 {
        let body =
            json!({ "name": "Mari", "email": format!("mari{round}@client.example"), "has_access": true });
        let (set, added) = tokio::join!(
            owner.put(&portal, json!({ "is_open": round % 2 == 1 })),
            owner.post(&contacts_path, body),
        );
        set.expect(200);
        added.expect(201);
        let cx = &world.cx;
        let record = clients::get(&cx.table, &office.scope(), client).await.unwrap().unwrap();
        let links = contacts::of_client(&cx.table, &office.scope(), client).await.unwrap();
        assert_eq!(links.len(), round + 1);
        assert!(links.iter().all(|link| link.client_is_open == record.portal_is_open), "round {round}");
    }
}

#[tokio::test]
async fn who_does_not_reach_a_client_sets_nothing() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let path = format!("{}/portal", client_path(client));
    let outside = office.member("Peeter", Role::Member).await;
    let other = world.office_named("Other Office", "other").await.owner();
    let before = world.snapshot().await;
    let body = json!({ "is_open": false });
    outside.put(&path, body.clone()).await.expect_problem(404, "not_found");
    other.put(&path, body.clone()).await.expect_problem(404, "not_found");
    world.browser().put(&path, body).await.expect_problem(401, "not_signed_in");
    let reply = office.owner().put(&path, json!({})).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors(), [("/is_open".to_owned(), "required".to_owned())]);
    assert_eq!(world.snapshot().await, before);
    outside.add_to(client).await;
    outside.put(&path, json!({ "is_open": false })).await.expect(200);
}
