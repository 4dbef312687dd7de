use serde_json::json;
use sild_domain::Role;

use super::{Staff, member_path};

#[tokio::test]
async fn the_owner_leaves_only_after_handing_the_office_over() {
    // S64
    let staff = Staff::start().await;
    let leave = member_path(&staff.owner.id, "/deactivate");
    let body = json!({ "reassign_to": staff.admin.id });
    for person in [&staff.owner, &staff.admin] {
        person.post(&leave, body.clone()).await.expect_problem(409, "owner_must_hand_over");
    }
    let answer = staff.owner.post("/api/office/ownership", json!({ "member_id": staff.admin.id })).await;
    let answer = answer.expect(200);
    assert_eq!((&answer["id"], &answer["role"]), (&json!(staff.admin.id), &json!("owner")));
    assert_eq!(staff.listed(&staff.owner.id).await["role"], "admin");
    assert_eq!(staff.owners().await, 1);
    let back = json!({ "member_id": staff.owner.id });
    staff.owner.post("/api/office/ownership", back.clone()).await.expect_problem(403, "role_required");
    staff.owner.post(&leave, body).await.expect(200);
    staff.owner.get("/api/office/session").await.expect_problem(401, "not_signed_in");
    staff.world.settle().await;
    staff.admin.post("/api/office/ownership", back).await.expect_problem(409, "not_an_admin");
    assert_eq!(staff.owners().await, 1);
}

#[tokio::test]
async fn of_two_hand_overs_at_once_one_counts() {
    let staff = Staff::start().await;
    let other = staff.office.member("Berit Admin", Role::Admin).await;
    let (one, two) = tokio::join!(
        staff.owner.post("/api/office/ownership", json!({ "member_id": staff.admin.id })),
        staff.owner.post("/api/office/ownership", json!({ "member_id": other.id })),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200);
    assert!([403, 409].contains(&statuses[1]), "{statuses:?}");
    assert_eq!(staff.owners().await, 1);
}

#[tokio::test]
async fn the_heir_cannot_be_deactivated_while_they_become_the_owner() {
    let staff = Staff::start().await;
    let other = staff.office.member("Berit Admin", Role::Admin).await;
    let leave = member_path(&staff.admin.id, "/deactivate");
    let (handed, gone) = tokio::join!(
        staff.owner.post("/api/office/ownership", json!({ "member_id": staff.admin.id })),
        other.post(&leave, json!({})),
    );
    let (handed, gone) = (handed.status == 200, gone.status == 200);
    assert!(handed != gone, "one of the two: {handed} {gone}");
    let snapshot = staff.world.snapshot().await;
    let owner = snapshot.iter().find(|item| item["ent"] == "member" && item["role"] == "owner").unwrap();
    assert_eq!(owner["is_active"], true);
    assert_eq!(staff.owners().await, 1);
}

#[tokio::test]
async fn what_cannot_be_handed_over_stays_as_it_is() {
    let staff = Staff::start().await;
    let other = staff.world.office_named("Other Office", "other").await;
    let theirs = other.member("Their Admin", Role::Admin).await;
    let gone = staff.office.member("Gone", Role::Admin).await;
    staff.owner.post(&member_path(&gone.id, "/deactivate"), json!({})).await.expect(200);
    staff.world.settle().await;
    let before = staff.world.snapshot().await;
    let path = "/api/office/ownership";
    for id in [&staff.plain.id, &gone.id, &staff.owner.id] {
        let reply = staff.owner.post(path, json!({ "member_id": id })).await;
        reply.expect_problem(409, "not_an_admin");
    }
    for id in [theirs.id.as_str(), "mem_01jnb000000000000000000000", "con_1"] {
        let reply = staff.owner.post(path, json!({ "member_id": id })).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/member_id".to_owned(), "invalid_id".to_owned())]);
    }
    for person in [&staff.admin, &staff.plain] {
        let reply = person.post(path, json!({ "member_id": staff.admin.id })).await;
        reply.expect_problem(403, "role_required");
    }
    assert_eq!(staff.world.snapshot().await, before);
}
