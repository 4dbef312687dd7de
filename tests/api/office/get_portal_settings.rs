use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::World;

use super::support::without_portal;

#[tokio::test]
async fn the_settings_carry_address_colours_and_version() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    let reply = owner.get("/api/office/portal").await;
    assert_eq!(reply.headers["etag"], "\"1\"");
    let settings = reply.expect(200);
    assert_eq!(settings["is_active"], true);
    assert_eq!(settings["slug"], "demo");
    assert_eq!(settings["url"], "http://demo.localhost");
    assert_eq!(settings["suggested_slug"], Value::Null);
    assert_eq!(settings["colour"], "#1f6f5c");
    assert_eq!(settings["palette"]["brand"], "#1f6f5c");
    assert!(settings["palette"]["light"]["link"]["contrast"].as_f64().unwrap() >= 4.5);
    assert!(settings["palette"]["dark"]["brand_ui"]["contrast"].as_f64().unwrap() >= 3.0);
}

#[tokio::test]
async fn an_office_without_a_name_is_proposed_a_free_one() {
    let world = World::start().await;
    let office = world.office_named("Bücher & Söhne OÜ", "first").await;
    without_portal(&office).await;
    let owner = office.owner();
    let settings = owner.get("/api/office/portal").await.expect(200);
    assert_eq!(settings["suggested_slug"], "bucher-sohne");
    assert_eq!(
        (&settings["slug"], &settings["url"], &settings["name"]),
        (&json!(null), &json!(null), &json!(null))
    );
    world.office_named("Another", "bucher-sohne").await;
    let settings = owner.get("/api/office/portal").await.expect(200);
    assert_eq!(settings["suggested_slug"], "bucher-sohne-2");
}

#[tokio::test]
async fn settings_are_for_admins_and_the_owner() {
    let world = World::start().await;
    let office = world.office().await;
    office.member("Ann", Role::Admin).await.get("/api/office/portal").await.expect(200);
    let plain = office.member("Peeter", Role::Member).await;
    plain.get("/api/office/portal").await.expect_problem(403, "role_required");
    world.browser().get("/api/office/portal").await.expect_problem(401, "not_signed_in");
}
