use serde_json::json;
use sild_domain::Role;

use super::{Staff, member_path};
use crate::desk::each;

#[tokio::test]
async fn a_role_counts_from_the_next_request_on() {
    // S64
    let staff = Staff::start().await;
    let client = staff.office.client("Example Bakery").await;
    let card = format!("/api/office/clients/{client}");
    staff.plain.get(&card).await.expect_problem(404, "not_found");
    let path = member_path(&staff.plain.id, "");
    let reply = staff.admin.if_match(1).patch(&path, json!({ "role": "admin" })).await;
    assert_eq!(reply.headers["etag"], "\"2\"");
    assert_eq!(reply.expect(200)["role"], "admin");
    staff.plain.get(&card).await.expect(200);
    staff.owner.if_match(2).patch(&path, json!({ "role": "member" })).await.expect(200);
    staff.plain.get(&card).await.expect_problem(404, "not_found");
    staff.plain.get("/api/office/portal").await.expect_problem(403, "role_required");
    assert!(staff.world.mails().is_empty());
}

#[tokio::test]
async fn who_is_no_admin_any_more_is_added_to_the_clients_of_their_open_tasks() {
    let staff = Staff::start().await;
    let (client, other) =
        (staff.office.client("Example Bakery").await, staff.office.client("Example Garage").await);
    let task = json!({ "client_id": client, "title": "Cash book", "assignee_id": staff.admin.id });
    staff.owner.post("/api/office/tasks", task).await.expect(201);
    let edit = json!({ "role": "member" });
    staff.owner.if_match(1).patch(&member_path(&staff.admin.id, ""), edit).await.expect(200);
    staff.world.settle().await;
    staff.admin.get(&format!("/api/office/clients/{client}")).await.expect(200);
    staff.admin.get(&format!("/api/office/clients/{other}")).await.expect_problem(404, "not_found");
    let own = staff.admin.get("/api/office/tasks?assignee=me").await.expect(200);
    assert_eq!(each(&own, "title"), [json!("Cash book")]);
}

#[tokio::test]
async fn a_new_name_is_shown_at_clients_tasks_and_series() {
    let staff = Staff::start().await;
    let client = staff.office.client("Example Bakery").await;
    staff.plain.answer_for(client).await;
    let task = json!({ "client_id": client, "title": "Cash book", "assignee_id": staff.plain.id });
    let task = staff.owner.post("/api/office/tasks", task).await.expect(201);
    let series = json!({
        "client_id": client, "title": "Every month", "assign_to_client": false, "assignee_id": staff.plain.id,
        "recurrence": sild_tests::catalogue::Scene::recurrence(),
    });
    let series = staff.owner.post("/api/office/series", series).await.expect(201);
    let edit = json!({ "name": "Peeter Uus" });
    staff.admin.if_match(1).patch(&member_path(&staff.plain.id, ""), edit).await.expect(200);
    staff.world.settle().await;
    let card = staff.owner.get(&format!("/api/office/clients/{client}")).await.expect(200);
    assert_eq!(card["responsible"][1], json!({ "id": staff.plain.id, "name": "Peeter Uus" }));
    let task = format!("/api/office/tasks/{}", task["id"].as_str().unwrap());
    let task = staff.owner.get(&task).await.expect(200);
    assert_eq!((&task["assignee"]["name"], &task["version"]), (&json!("Peeter Uus"), &json!(1)));
    let series = format!("/api/office/series/{}", series["id"].as_str().unwrap());
    assert_eq!(staff.owner.get(&series).await.expect(200)["assignee"]["name"], "Peeter Uus");
    let relations = staff.world.snapshot().await;
    let named = |item: &&serde_json::Value| {
        item["ent"] == "member_client" && item["member_id"] == staff.plain.id.as_str()
    };
    assert!(relations.iter().filter(named).all(|relation| relation["member_name"] == "Peeter Uus"));
}

#[tokio::test]
async fn nobody_touches_the_owner_and_nobody_is_made_one() {
    let staff = Staff::start().await;
    let owner = member_path(&staff.owner.id, "");
    let before = staff.world.snapshot().await;
    for edit in [json!({ "role": "admin" }), json!({ "role": "member" }), json!({ "name": "Other" })] {
        for person in [&staff.admin, &staff.owner] {
            person.if_match(1).patch(&owner, edit.clone()).await.expect_problem(403, "role_required");
        }
    }
    let edit = json!({ "role": "owner" });
    for person in [&staff.admin, &staff.owner] {
        let reply = person.if_match(1).patch(&member_path(&staff.admin.id, ""), edit.clone()).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/role".to_owned(), "handed_over_only".to_owned())]);
    }
    assert_eq!(staff.world.snapshot().await, before);
    assert_eq!(staff.owners().await, 1);
}

#[tokio::test]
async fn refused_edits_write_nothing() {
    let staff = Staff::start().await;
    let other = staff.world.office_named("Other Office", "other").await.owner();
    let gone = staff.office.member("Gone", Role::Member).await;
    staff.owner.post(&member_path(&gone.id, "/deactivate"), json!({})).await.expect(200);
    staff.world.settle().await;
    let before = staff.world.snapshot().await;
    let (path, edit) = (member_path(&staff.plain.id, ""), json!({ "name": "New" }));
    staff.owner.patch(&path, edit.clone()).await.expect_problem(428, "version_required");
    staff.owner.if_match(9).patch(&path, edit.clone()).await.expect_problem(412, "version_mismatch");
    staff.plain.if_match(1).patch(&path, edit.clone()).await.expect_problem(403, "role_required");
    other.if_match(1).patch(&path, edit.clone()).await.expect_problem(404, "not_found");
    let gone = staff.owner.if_match(3).patch(&member_path(&gone.id, ""), edit).await;
    gone.expect_problem(409, "member_inactive");
    let reply = staff.owner.if_match(1).patch(&path, json!({ "email": "x@y.example" })).await;
    assert_eq!(reply.field_errors(), [("/email".to_owned(), "unknown_field".to_owned())]);
    assert_eq!(staff.world.snapshot().await, before);
    let (one, two) = (staff.owner.if_match(1), staff.admin.if_match(1));
    let (one, two) = tokio::join!(
        one.patch(&path, json!({ "name": "One" })),
        two.patch(&path, json!({ "role": "admin" })),
    );
    let mut statuses = [one.status.as_u16(), two.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}
