use serde_json::json;
use sild_domain::Role;
use sild_tests::World;

#[tokio::test]
async fn what_was_typed_is_shown_as_the_name_that_comes_of_it() {
    let world = World::start().await;
    let office = world.office().await;
    world.office_named("Other Office", "other").await;
    let owner = office.owner();
    let before = world.snapshot().await;
    for (typed, slug, is_available, reason) in [
        ("Minu%20B%C3%BCroo", json!("minu-buroo"), true, json!(null)),
        ("demo", json!("demo"), true, json!("yours")),
        ("OTHER", json!("other"), false, json!("taken")),
        ("ab", json!(null), false, json!("too_short")),
        ("", json!(null), false, json!("too_short")),
        ("www", json!(null), false, json!("reserved")),
        ("a234567890b234567890c234567890d234567890e", json!(null), false, json!("too_long")),
    ] {
        let check = owner.get(&format!("/api/office/portal/name-check?name={typed}")).await.expect(200);
        assert_eq!(check, json!({ "slug": slug, "is_available": is_available, "reason": reason }), "{typed}");
    }
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_former_name_stays_the_offices_own() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    let body = json!({ "slug": "second", "name": "Demo" });
    owner.if_match(1).put("/api/office/portal", body).await.expect(200);
    let check = owner.get("/api/office/portal/name-check?name=demo").await.expect(200);
    assert_eq!(check["reason"], "yours");
    let other = world.office_named("Other Office", "other").await.owner();
    let check = other.get("/api/office/portal/name-check?name=demo").await.expect(200);
    assert_eq!((&check["is_available"], &check["reason"]), (&json!(false), &json!("taken")));
}

#[tokio::test]
async fn a_name_must_be_asked_for_by_an_admin_or_the_owner() {
    let world = World::start().await;
    let office = world.office().await;
    let reply = office.owner().get("/api/office/portal/name-check").await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(reply.field_errors(), [("?name".to_owned(), "required".to_owned())]);
    let path = "/api/office/portal/name-check?name=demo";
    office.member("Peeter", Role::Member).await.get(path).await.expect_problem(403, "role_required");
    world.browser().get(path).await.expect_problem(401, "not_signed_in");
}
