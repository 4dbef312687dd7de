use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::World;

use super::support::client_path;

fn mari() -> Value {
    json!({ "name": "Mari Maasikas", "email": "Mari@Client.example", "phone": "+372 5555 0100", "has_access": true })
}

#[tokio::test]
async fn adding_a_contact_decides_on_access_and_sends_nothing() {
    // S25
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let owner = office.owner();
    let path = format!("{}/contacts", client_path(client));
    let reply = owner.post(&path, mari()).await;
    assert_eq!(reply.headers["etag"], "\"1\"");
    let contact = reply.expect(201);
    assert_eq!(contact["name"], "Mari Maasikas");
    assert_eq!(contact["email"], "Mari@client.example");
    assert_eq!(contact["language"], "en");
    assert_eq!((&contact["has_access"], &contact["address_state"]), (&json!(true), &json!("ok")));
    let shown = owner.get(&client_path(client)).await.expect(200);
    assert_eq!(shown["contacts"], json!([contact]));
    assert_eq!(shown["contact_count"], 1);
    let page = owner.get("/api/office/clients?search=maasik").await.expect(200);
    assert_eq!(page["items"][0]["name"], "Example");
    let id = contact["id"].as_str().unwrap().parse().unwrap();
    let signed_in = office.sign_in_contact(id, "mari@client.example").await;
    signed_in.get(&format!("/api/portal/{}/session", office.id)).await.expect(200);
    world.advance_minutes(10).await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn a_contact_without_access_cannot_enter() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let path = format!("{}/contacts", client_path(client));
    let body =
        json!({ "name": "Mari", "email": "mari@client.example", "language": "et", "has_access": false });
    let contact = office.owner().post(&path, body).await.expect(201);
    assert_eq!((&contact["language"], &contact["phone"]), (&json!("et"), &Value::Null));
    let id = contact["id"].as_str().unwrap().parse().unwrap();
    let signed_in = office.sign_in_contact(id, "mari@client.example").await;
    let session = signed_in.get(&format!("/api/portal/{}/session", office.id)).await;
    session.expect_problem(401, "not_signed_in");
}

#[tokio::test]
async fn a_known_address_is_the_same_person_at_one_client_more() {
    // S27, S28
    let world = World::start().await;
    let office = world.office().await;
    let (first, second) = (office.client("First").await, office.client("Second").await);
    let owner = office.owner();
    let known = owner.post(&format!("{}/contacts", client_path(first)), mari()).await.expect(201);
    let body = json!({ "name": "M. M.", "email": "MARI@client.EXAMPLE", "phone": "112", "has_access": true });
    let linked = owner.post(&format!("{}/contacts", client_path(second)), body).await.expect(201);
    assert_eq!(linked, known);
    let id = known["id"].as_str().unwrap().parse().unwrap();
    let signed_in = office.sign_in_contact(id, "mari@client.example").await;
    let session = signed_in.get(&format!("/api/portal/{}/session", office.id)).await.expect(200);
    assert_eq!(session["clients"].as_array().unwrap().len(), 2);
    let page = owner.get("/api/office/clients?search=maasikas").await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 2);

    let other = world.office_named("Other Office", "other").await;
    let elsewhere = other.client("Elsewhere").await;
    let stranger =
        other.owner().post(&format!("{}/contacts", client_path(elsewhere)), mari()).await.expect(201);
    assert_ne!(stranger["id"], known["id"]);
}

#[tokio::test]
async fn an_address_that_the_client_has_is_not_added_again() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let owner = office.owner();
    let path = format!("{}/contacts", client_path(client));
    owner.post(&path, mari()).await.expect(201);
    let before = world.snapshot().await;
    owner.post(&path, mari()).await.expect_problem(409, "already_exists");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_repeat_with_the_same_key_gives_the_first_answer() {
    let world = World::start().await;
    let office = world.office().await;
    let (first, second) = (office.client("First").await, office.client("Second").await);
    let owner = office.owner();
    for (client, key) in [(first, "first-0001"), (second, "second-0001")] {
        let path = format!("{}/contacts", client_path(client));
        let answer = owner.key(key).post(&path, mari()).await.expect(201);
        let before = world.snapshot().await;
        assert_eq!(owner.key(key).post(&path, mari()).await.expect(201), answer);
        let other = json!({ "name": "Other", "email": "other@client.example", "has_access": true });
        owner.key(key).post(&path, other).await.expect_problem(422, "idempotency_key_reused");
        assert_eq!(world.snapshot().await, before);
    }
}

#[tokio::test]
async fn of_two_who_add_the_same_new_address_to_two_clients_both_add_one_person() {
    let world = World::start().await;
    let office = world.office().await;
    let (first, second) = (office.client("First").await, office.client("Second").await);
    let owner = office.owner();
    let (one, other) =
        (format!("{}/contacts", client_path(first)), format!("{}/contacts", client_path(second)));
    let (one, other) = tokio::join!(owner.post(&one, mari()), owner.post(&other, mari()));
    assert_eq!(one.expect(201)["id"], other.expect(201)["id"]);
}

#[tokio::test]
async fn a_client_has_at_most_ninety_contacts() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    for number in 0..90 {
        office.contact_without_session(client, &format!("person{number}@client.example"), true).await;
    }
    let before = world.snapshot().await;
    let reply = office.owner().post(&format!("{}/contacts", client_path(client)), mari()).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors(), [("/email".to_owned(), "too_many_items".to_owned())]);
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn refused_contacts_leave_no_trace() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let path = format!("{}/contacts", client_path(client));
    let owner = office.owner();
    let outside = office.member("Peeter", Role::Member).await;
    let other = world.office_named("Other Office", "other").await.owner();
    let before = world.snapshot().await;
    outside.post(&path, mari()).await.expect_problem(404, "not_found");
    other.post(&path, mari()).await.expect_problem(404, "not_found");
    world.browser().post(&path, mari()).await.expect_problem(401, "not_signed_in");
    let nowhere = "/api/office/clients/cli_01jnb00000000000000000000x/contacts";
    owner.post(nowhere, mari()).await.expect_problem(404, "not_found");
    for (field, value, code) in [
        ("name", json!(""), "required"),
        ("email", json!("mari"), "invalid_email"),
        ("email", json!("a@b.ee\r\nBcc: c@d.ee"), "invalid_character"),
        ("phone", json!("x"), "invalid_format"),
        ("language", json!("xx"), "invalid_format"),
        ("has_access", json!(null), "invalid_format"),
        ("role", json!("x"), "unknown_field"),
    ] {
        let mut body = mari();
        body[field] = value;
        let reply = owner.post(&path, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(format!("/{field}"), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
    world.settle().await;
    assert!(world.mails().is_empty());
}
