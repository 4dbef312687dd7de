use serde_json::json;

use super::Staff;

const PROFILE: &str = "/api/office/profile";

#[tokio::test]
async fn members_change_their_own_name_and_language() {
    // S64
    let staff = Staff::start().await;
    let client = staff.office.client("Example Bakery").await;
    staff.plain.answer_for(client).await;
    let before = staff.plain.get(PROFILE).await;
    assert_eq!(before.headers["etag"], "\"1\"");
    assert_eq!(before.expect(200)["name"], "Peeter Plain");
    let edit = json!({ "name": "Peeter Uus", "language": "et" });
    let after = staff.plain.if_match(1).patch(PROFILE, edit).await.expect(200);
    assert_eq!((&after["name"], &after["language"]), (&json!("Peeter Uus"), &json!("et")));
    assert_eq!(staff.plain.get(PROFILE).await.expect(200), after);
    let session = staff.plain.get("/api/office/session").await.expect(200);
    assert_eq!(session["member"]["name"], "Peeter Uus");
    staff.world.settle().await;
    let card = staff.owner.get(&format!("/api/office/clients/{client}")).await.expect(200);
    assert_eq!(card["responsible"][1]["name"], "Peeter Uus");
    let only_language = json!({ "language": "fi" });
    let after = staff.plain.if_match(2).patch(PROFILE, only_language).await.expect(200);
    assert_eq!((&after["name"], &after["language"]), (&json!("Peeter Uus"), &json!("fi")));
}

#[tokio::test]
async fn the_owner_changes_their_own_name_too_but_nobody_their_own_role() {
    let staff = Staff::start().await;
    staff.owner.if_match(1).patch(PROFILE, json!({ "name": "Olivia Uus" })).await.expect(200);
    let before = staff.world.snapshot().await;
    staff.plain.patch(PROFILE, json!({ "name": "New" })).await.expect_problem(428, "version_required");
    let stale = staff.plain.if_match(9).patch(PROFILE, json!({ "name": "New" })).await;
    stale.expect_problem(412, "version_mismatch");
    for (edit, pointer, code) in [
        (json!({ "name": "" }), "/name", "required"),
        (json!({ "language": "xx" }), "/language", "invalid_format"),
        (json!({ "role": "admin" }), "/role", "unknown_field"),
        (json!({ "email": "x@y.example" }), "/email", "unknown_field"),
    ] {
        let reply = staff.plain.if_match(1).patch(PROFILE, edit).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    staff.world.browser().get(PROFILE).await.expect_problem(401, "not_signed_in");
    assert_eq!(staff.world.snapshot().await, before);
}
