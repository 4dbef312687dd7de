use serde_json::{Value, json};
use sild_domain::{Role, Slug};
use sild_store::offices;
use sild_tests::World;

use super::support::without_portal;

/// Whose a name is, as an office id, and where it leads.
async fn holder(world: &World, name: &str) -> Option<(String, Option<String>)> {
    let held = offices::get_portal_name(&world.cx.table, &Slug::parse(name).unwrap()).await.unwrap()?;
    Some((held.office_id.to_string(), held.moved_to.map(|slug| slug.to_string())))
}

#[tokio::test]
async fn the_first_save_makes_the_portal_and_later_ones_change_it() {
    // S4, S6, S7
    let world = World::start().await;
    let office = world.office().await;
    without_portal(&office).await;
    let owner = office.owner();
    owner.post("/api/office/portal/activate", json!({})).await.expect(200);
    let body =
        json!({ "slug": "Minu Büroo", "name": "Minu Büroo", "colour": "#FFD400", "description": "Welcome" });
    let reply = owner.if_match(3).put("/api/office/portal", body).await;
    assert_eq!(reply.headers["etag"], "\"4\"");
    let settings = reply.expect(200);
    assert_eq!(settings["slug"], "minu-buroo");
    assert_eq!(settings["url"], "http://minu-buroo.localhost");
    assert_eq!(settings["colour"], "#ffd400");
    assert_eq!(settings["description"], "Welcome");
    assert_eq!(settings["palette"]["on_brand"], "#000000");
    assert_eq!(owner.get("/api/office/portal").await.expect(200), settings);

    let body = json!({ "slug": "minu-buroo", "name": "Other words" });
    let settings = owner.if_match(4).put("/api/office/portal", body).await.expect(200);
    assert_eq!(settings["name"], "Other words");
    assert_eq!(settings["colour"], "#1f6f5c");
    assert_eq!(settings["description"], Value::Null);
    assert_eq!(holder(&world, "minu-buroo").await, Some((office.id.to_string(), None)));
    world.settle().await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn a_former_name_leads_to_the_new_one_and_is_nobody_elses_for_ever() {
    // S5
    let world = World::start().await;
    let office = world.office().await;
    let other = world.office_named("Other Office", "other").await;
    let owner = office.owner();
    let save = async |version: u32, slug: &str| {
        owner.if_match(version).put("/api/office/portal", json!({ "slug": slug, "name": "Demo" })).await
    };
    let own = office.id.to_string();
    save(1, "second").await.expect(200);
    assert_eq!(holder(&world, "demo").await, Some((own.clone(), Some("second".to_owned()))));
    assert_eq!(holder(&world, "second").await, Some((own.clone(), None)));

    let before = world.snapshot().await;
    for name in ["demo", "second"] {
        let body = json!({ "slug": name, "name": "Other" });
        other.owner().if_match(1).put("/api/office/portal", body).await.expect_problem(409, "name_taken");
    }
    assert_eq!(world.snapshot().await, before);

    save(2, "demo").await.expect(200);
    assert_eq!(holder(&world, "demo").await, Some((own.clone(), None)));
    assert_eq!(holder(&world, "second").await, Some((own, Some("demo".to_owned()))));
}

#[tokio::test]
async fn without_a_usable_name_nothing_is_saved() {
    // S3, S4, S5
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner().if_match(1);
    let before = world.snapshot().await;
    for (body, pointer, code) in [
        (json!({ "name": "Demo" }), "/slug", "required"),
        (json!({ "slug": null, "name": "Demo" }), "/slug", "required"),
        (json!({ "slug": "  ", "name": "Demo" }), "/slug", "required"),
        (json!({ "slug": "ab", "name": "Demo" }), "/slug", "too_short"),
        (json!({ "slug": "x".repeat(41), "name": "Demo" }), "/slug", "too_long"),
        (json!({ "slug": "www", "name": "Demo" }), "/slug", "reserved"),
        (json!({ "slug": "demo" }), "/name", "required"),
        (json!({ "slug": "demo", "name": "" }), "/name", "required"),
        (json!({ "slug": "demo", "name": "Demo", "colour": "red" }), "/colour", "invalid_colour"),
        (
            json!({ "slug": "demo", "name": "Demo", "description": "a\u{0}b" }),
            "/description",
            "invalid_character",
        ),
        (json!({ "slug": "demo", "name": "Demo", "logo": "x" }), "/logo", "unknown_field"),
    ] {
        let reply = owner.put("/api/office/portal", body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn of_two_saves_from_one_version_the_second_is_refused() {
    let world = World::start().await;
    let office = world.office().await;
    let (one, other) = (office.owner().if_match(1), office.member("Ann", Role::Admin).await.if_match(1));
    let body = json!({ "slug": "second", "name": "Demo" });
    let (one, other) = tokio::join!(
        one.put("/api/office/portal", body.clone()),
        other.put("/api/office/portal", body.clone()),
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
    let before = world.snapshot().await;
    office
        .owner()
        .if_match(1)
        .put("/api/office/portal", body.clone())
        .await
        .expect_problem(412, "version_mismatch");
    office.owner().put("/api/office/portal", body).await.expect_problem(428, "version_required");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_plain_member_and_a_stranger_save_nothing() {
    let world = World::start().await;
    let office = world.office().await;
    let plain = office.member("Peeter", Role::Member).await.if_match(1);
    let before = world.snapshot().await;
    let body = json!({ "slug": "second", "name": "Demo" });
    plain.put("/api/office/portal", body.clone()).await.expect_problem(403, "role_required");
    world.browser().if_match(1).put("/api/office/portal", body).await.expect_problem(401, "not_signed_in");
    assert_eq!(world.snapshot().await, before);
}
