use sild_domain::Role;
use sild_tests::World;

use super::support::client_path;

#[tokio::test]
async fn a_client_is_shown_with_its_contacts_by_name() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    office.contact(client, "peeter@client.example").await;
    office.contact_without_session(client, "mari@client.example", false).await;
    let shown = office.owner().get(&client_path(client)).await.expect(200);
    assert_eq!(shown["portal_state"], "silent");
    assert_eq!(shown["contact_count"], 2);
    let contacts = shown["contacts"].as_array().unwrap();
    assert_eq!(contacts[0]["name"], "mari");
    assert_eq!(contacts[0]["has_access"], false);
    assert_eq!(contacts[0]["address_state"], "ok");
    assert_eq!(contacts[1]["email"], "peeter@client.example");
    assert_eq!(contacts[1]["has_access"], true);
}

#[tokio::test]
async fn a_plain_member_sees_the_clients_they_were_given_and_no_other() {
    let world = World::start().await;
    let office = world.office().await;
    let (own, hidden) = (office.client("Own").await, office.client("Hidden").await);
    let plain = office.member("Peeter", Role::Member).await;
    plain.add_to(own).await;
    plain.get(&client_path(own)).await.expect(200);
    let of_hidden = plain.get(&client_path(hidden)).await;
    of_hidden.expect_problem(404, "not_found");
    let other = world.office_named("Other Office", "other").await;
    let foreign = other.client("Foreign").await;
    for path in [
        client_path(foreign),
        "/api/office/clients/cli_01jnb00000000000000000000x".to_owned(),
        "/api/office/clients/1".to_owned(),
    ] {
        assert_eq!(plain.get(&path).await.bytes, of_hidden.bytes);
        assert_eq!(office.owner().get(&path).await.bytes, of_hidden.bytes);
    }
    world.browser().get(&client_path(own)).await.expect_problem(401, "not_signed_in");
}
