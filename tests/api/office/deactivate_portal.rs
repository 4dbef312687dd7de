use serde_json::json;
use sild_domain::Role;
use sild_tests::World;

use super::support::client_path;

#[tokio::test]
async fn deactivating_ends_every_client_session_for_good_and_keeps_all_data() {
    // S1
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let contact = office.contact(client, "mari@client.example").await;
    let session = format!("/api/portal/{}/session", office.id);
    contact.get(&session).await.expect(200);
    let owner = office.owner();
    let before = owner.get(&client_path(client)).await.expect(200);

    let settings = owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    assert_eq!(settings["is_active"], false);
    assert_eq!(settings["slug"], "demo");
    contact.get(&session).await.expect_problem(401, "not_signed_in");
    assert_eq!(owner.get(&client_path(client)).await.expect(200), before);

    owner.post("/api/office/portal/activate", json!({})).await.expect(200);
    contact.get(&session).await.expect_problem(401, "not_signed_in");
    let again = office.sign_in_contact(contact.id.parse().unwrap(), "mari@client.example").await;
    again.get(&session).await.expect(200);
    world.settle().await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn nobody_of_any_client_gets_in_any_more_by_session_page_or_link() {
    // S1
    let world = World::start().await;
    let office = world.office().await;
    let (bakery, garage) = (office.client("Example Bakery").await, office.client("Example Garage").await);
    let mari = office.contact(bakery, "mari@client.example").await;
    office.add_contact_to(mari.id.parse().unwrap(), garage, true).await;
    let people = [
        mari.clone(),
        office.sign_in_contact(mari.id.parse().unwrap(), "mari@client.example").await,
        office.contact(bakery, "peeter@client.example").await,
        office.contact(garage, "kati@client.example").await,
    ];
    world.browser().post("/api/portals/demo/login", json!({ "email": mari.email })).await.expect(202);
    world.settle().await;
    let mail = world.mails_to(&mari.email).pop().unwrap();
    let token = mail.text.split("#t=").nth(1).unwrap().split(['&', '\n']).next().unwrap().trim();

    office.owner().post("/api/office/portal/deactivate", json!({})).await.expect(200);
    for person in &people {
        let base = format!("/api/portal/{}", office.id);
        person.get(&format!("{base}/session")).await.expect_problem(401, "not_signed_in");
        let tasks = format!("{base}/clients/{bakery}/tasks");
        person.get(&tasks).await.expect_problem(401, "not_signed_in");
        assert_eq!(person.get("/p/demo").await.status.as_u16(), 404);
    }
    let redeem = json!({ "token": token });
    world.browser().post("/api/login/redeem", redeem.clone()).await.expect_problem(404, "not_found");
    office.owner().get("/api/office/session").await.expect(200);

    office.owner().post("/api/office/portal/activate", json!({})).await.expect(200);
    for person in &people {
        let session = format!("/api/portal/{}/session", office.id);
        person.get(&session).await.expect_problem(401, "not_signed_in");
    }
    world.browser().post("/api/login/redeem", redeem).await.expect(200);
}

#[tokio::test]
async fn an_inactive_portal_is_not_deactivated_again() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    let before = world.snapshot().await;
    owner.post("/api/office/portal/deactivate", json!({})).await.expect_problem(409, "portal_inactive");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_plain_member_and_a_stranger_deactivate_nothing() {
    let world = World::start().await;
    let office = world.office().await;
    let plain = office.member("Peeter", Role::Member).await;
    let before = world.snapshot().await;
    plain.post("/api/office/portal/deactivate", json!({})).await.expect_problem(403, "role_required");
    world
        .browser()
        .post("/api/office/portal/deactivate", json!({}))
        .await
        .expect_problem(401, "not_signed_in");
    assert_eq!(world.snapshot().await, before);
}
