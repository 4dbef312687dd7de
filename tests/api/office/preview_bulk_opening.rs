use serde_json::{Value, json};
use sild_domain::Role;
use sild_store::contacts::AddressState;
use sild_tests::World;

use super::support::unreachable_contact;

const PATH: &str = "/api/office/bulk-openings/preview";

#[tokio::test]
async fn it_says_who_gets_access_who_does_not_and_why() {
    // S18
    let world = World::start().await;
    let office = world.office().await;
    let (closed, open) = (office.closed_client("Closed").await, office.client("Open").await);
    let empty = office.closed_client("Empty").await;
    let mari = office.contact_without_session(closed, "mari@client.example", false).await;
    let bounced = unreachable_contact(&office, closed, "bounced@client.example", AddressState::Bounced).await;
    let angry = unreachable_contact(&office, closed, "angry@client.example", AddressState::Complained).await;
    let peeter = office.contact_without_session(open, "peeter@client.example", true).await;
    let before = world.snapshot().await;
    let body = json!({ "client_ids": [open, closed, empty, "cli_01jnb000000000000000000000"] });
    let preview = office.owner().post(PATH, body).await.expect(200);
    let contact = |id: &sild_domain::ContactId, name: &str, reason: Value| json!({ "id": id, "name": name, "email": format!("{name}@client.example"), "reason": reason });
    assert_eq!(
        preview,
        json!({
            "client_count": 3,
            "clients": [
                {
                    "id": closed, "name": "Closed", "already_open": false,
                    "contacts": [
                        contact(&angry, "angry", json!("complained")),
                        contact(&bounced, "bounced", json!("bounced")),
                        contact(&mari, "mari", json!(null)),
                    ],
                },
                { "id": empty, "name": "Empty", "already_open": false, "contacts": [] },
                {
                    "id": open, "name": "Open", "already_open": true,
                    "contacts": [contact(&peeter, "peeter", json!(null))],
                },
            ],
            "invitation_count": 1,
            "expected_minutes": 1,
            "again_invitation_count": 2,
            "again_expected_minutes": 1,
        })
    );
    assert_eq!(world.snapshot().await, before);
    world.settle().await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn where_nobody_is_invited_nothing_is_waited_for() {
    let world = World::start().await;
    let office = world.office().await;
    let none = office.closed_client("Nobody").await;
    let preview = office.owner().post(PATH, json!({ "client_ids": [none] })).await.expect(200);
    assert_eq!((&preview["invitation_count"], &preview["expected_minutes"]), (&json!(0), &json!(0)));
}

#[tokio::test]
async fn a_plain_member_previews_their_own_clients_only() {
    let world = World::start().await;
    let office = world.office().await;
    let (own, hidden) = (office.closed_client("Own").await, office.closed_client("Hidden").await);
    let other = world.office_named("Other Office", "other").await;
    let foreign = other.closed_client("Foreign").await;
    let plain = office.member("Peeter", Role::Member).await;
    plain.add_to(own).await;
    let preview = plain.post(PATH, json!({ "client_ids": [hidden, own, foreign] })).await.expect(200);
    assert_eq!(preview["clients"].as_array().unwrap().len(), 1);
    assert_eq!(preview["clients"][0]["name"], "Own");
}

#[tokio::test]
async fn between_one_and_a_thousand_clients_are_previewed() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.closed_client("Example").await;
    let owner = office.owner();
    let many = (0..1_001).map(|number| format!("cli_01jnb0000000000000000{number:05}")).collect::<Vec<_>>();
    for (ids, code) in [(json!([]), "required"), (json!(many), "too_many_items")] {
        let reply = owner.post(PATH, json!({ "client_ids": ids })).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/client_ids".to_owned(), code.to_owned())]);
    }
    owner.post(PATH, json!({ "client_ids": many[1..] })).await.expect(200);
    let both = owner.post(PATH, json!({ "client_ids": [client], "matching": {} })).await;
    assert_eq!(both.field_errors(), [("/matching".to_owned(), "invalid_format".to_owned())]);
    world.browser().post(PATH, json!({ "client_ids": [client] })).await.expect_problem(401, "not_signed_in");
}

#[tokio::test]
async fn the_expected_end_is_known_for_more_clients_than_are_shown() {
    // S19
    let world = World::start().await;
    let office = world.office().await;
    for number in 0..130 {
        let client = office.closed_client(&format!("Client {number:03}")).await;
        office.contact_without_session(client, &format!("mari{number}@client.example"), false).await;
    }
    let open = office.client("Open").await;
    office.contact_without_session(open, "peeter@client.example", true).await;
    // Beyond those that are shown, whoever mail does not reach is counted too: at most so many are invited.
    let late = office.closed_client("Late").await;
    unreachable_contact(&office, late, "bounced@client.example", AddressState::Bounced).await;

    let owner = office.owner();
    let all = owner.post(PATH, json!({ "matching": {} })).await.expect(200);
    assert_eq!(all["client_count"], 132);
    assert_eq!(all["clients"].as_array().unwrap().len(), 100);
    assert_eq!((&all["invitation_count"], &all["again_invitation_count"]), (&json!(131), &json!(132)));
    let some = owner.post(PATH, json!({ "matching": { "search": "open" } })).await.expect(200);
    assert_eq!((&some["client_count"], &some["invitation_count"]), (&json!(1), &json!(0)));
    assert_eq!(some["again_invitation_count"], 1);
}
