use serde_json::json;
use sild_domain::Role;
use sild_tests::World;

use super::support::without_portal;

#[tokio::test]
async fn the_app_is_told_who_is_signed_in_and_where() {
    let world = World::start().await;
    let office = world.office().await;
    let plain = office.member("Peeter", Role::Member).await;
    let session = plain.get("/api/office/session").await.expect(200);
    assert_eq!(
        session,
        json!({
            "member": {
                "id": plain.id, "name": "Peeter", "email": "peeter@demo.example", "role": "member", "language": "en",
            },
            "office": {
                "id": office.id, "name": "Demo Office", "time_zone": "Europe/Tallinn", "portal_is_active": true,
                "portal_slug": "demo", "portal_url": "http://demo.localhost",
            },
            "unread_notifications": 0,
            "today": "2026-03-02",
        })
    );
}

#[tokio::test]
async fn today_is_the_date_in_the_time_zone_of_the_office() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    world.advance_minutes(14 * 60 + 1).await;
    assert_eq!(owner.get("/api/office/session").await.expect(200)["today"], "2026-03-03");
}

#[tokio::test]
async fn an_office_without_a_portal_has_no_address_of_one() {
    let world = World::start().await;
    let office = world.office().await;
    without_portal(&office).await;
    let session = office.owner().get("/api/office/session").await.expect(200);
    assert_eq!(session["office"]["portal_is_active"], false);
    assert_eq!(session["office"]["portal_slug"], json!(null));
    assert_eq!(session["office"]["portal_url"], json!(null));
}

#[tokio::test]
async fn nobody_signed_in_is_told_so() {
    let world = World::start().await;
    let office = world.office().await;
    world.browser().get("/api/office/session").await.expect_problem(401, "not_signed_in");
    let client = office.client("Example").await;
    let contact = office.contact(client, "mari@client.example").await;
    contact.at("app.localhost").get("/api/office/session").await.expect_problem(401, "not_signed_in");
}
