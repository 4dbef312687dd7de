use serde_json::{Value, json};
use sild_domain::Role;

use super::{Staff, member_path};
use crate::desk::each;

async fn responsible(staff: &Staff, client: sild_domain::ClientId) -> Vec<Value> {
    let card = staff.owner.get(&format!("/api/office/clients/{client}")).await.expect(200);
    card["responsible"].as_array().unwrap().iter().map(|one| one["name"].clone()).collect()
}

#[tokio::test]
async fn clients_tasks_and_series_go_to_the_heir_and_sessions_end_at_once() {
    // S64
    let staff = Staff::start().await;
    let heir = staff.office.member("Hille Heir", Role::Member).await;
    let bakery = staff.office.client("Example Bakery").await;
    let garage = staff.office.client("Example Garage").await;
    staff.plain.answer_for(bakery).await;
    staff.plain.add_to(garage).await;
    heir.answer_for(garage).await;
    let mut tasks = Vec::new();
    for (client, title) in [(bakery, "Cash book"), (garage, "Wheels"), (bakery, "Old")] {
        let task = json!({ "client_id": client, "title": title, "assignee_id": staff.plain.id });
        let task = staff.owner.post("/api/office/tasks", task).await.expect(201);
        tasks.push(format!("/api/office/tasks/{}", task["id"].as_str().unwrap()));
    }
    staff.owner.post(&format!("{}/complete", tasks[2]), json!({})).await.expect(200);
    let series = json!({
        "client_id": bakery, "title": "Every month", "assign_to_client": false, "assignee_id": staff.plain.id,
        "recurrence": sild_tests::catalogue::Scene::recurrence(),
    });
    let series = staff.owner.post("/api/office/series", series).await.expect(201);

    let leave = member_path(&staff.plain.id, "/deactivate");
    let refused = staff.admin.post(&leave, json!({})).await;
    refused.expect_problem(422, "invalid_value");
    assert_eq!(refused.field_errors(), [("/reassign_to".to_owned(), "required".to_owned())]);
    staff.plain.get("/api/office/session").await.expect(200);

    let answer = staff.admin.post(&leave, json!({ "reassign_to": heir.id })).await.expect(200);
    assert_eq!(answer["state"], "leaving");
    staff.plain.get("/api/office/session").await.expect_problem(401, "not_signed_in");
    let back = member_path(&staff.plain.id, "/reactivate");
    staff.admin.post(&back, json!({})).await.expect_problem(409, "busy");
    staff.world.settle().await;

    assert_eq!(staff.listed(&staff.plain.id).await["state"], "inactive");
    assert_eq!(responsible(&staff, bakery).await, [json!("Hille Heir"), json!("Olivia Owner")]);
    assert_eq!(responsible(&staff, garage).await, [json!("Hille Heir"), json!("Olivia Owner")]);
    let own = heir.get("/api/office/tasks?assignee=me").await.expect(200);
    let mut titles = each(&own, "title");
    titles.sort_by_key(Value::to_string);
    assert_eq!(titles, [json!("Cash book"), json!("Wheels")]);
    assert_eq!(heir.get(&tasks[2]).await.expect(200)["assignee"]["id"], staff.plain.id.as_str());
    let series = format!("/api/office/series/{}", series["id"].as_str().unwrap());
    assert_eq!(heir.get(&series).await.expect(200)["assignee"]["id"], heir.id.as_str());
    let left = staff.world.snapshot().await;
    let member = staff.plain.id.replace("mem_", "");
    let own = left.iter().filter(|item| item["pk"].as_str().unwrap().ends_with(&member));
    let own = own.map(|item| item["ent"].as_str().unwrap()).collect::<Vec<_>>();
    assert_eq!(own, ["member", "audit_key"], "no relation, no session");
    assert!(left.iter().all(|item| item["ent"] != "outbox"));
    assert!(staff.world.mails().is_empty());
}

#[tokio::test]
async fn more_than_one_part_of_work_is_given_away_whole() {
    let staff = Staff::start().await;
    let mut clients = Vec::new();
    for number in 0..30 {
        let client = staff.office.client(&format!("Client {number:02}")).await;
        staff.plain.answer_for(client).await;
        clients.push(client);
    }
    for client in clients.iter().take(28) {
        let task = json!({ "client_id": client, "title": "Cash book", "assignee_id": staff.plain.id });
        staff.owner.post("/api/office/tasks", task).await.expect(201);
    }
    staff.world.settle().await;
    let body = json!({ "reassign_to": staff.admin.id });
    staff.owner.post(&member_path(&staff.plain.id, "/deactivate"), body).await.expect(200);
    staff.world.settle().await;
    for client in clients {
        assert_eq!(responsible(&staff, client).await, [json!("Ann Admin"), json!("Olivia Owner")]);
    }
    let own = staff.admin.get("/api/office/tasks?assignee=me&limit=100").await.expect(200);
    assert_eq!(own["items"].as_array().unwrap().len(), 28);
    assert_eq!(staff.listed(&staff.plain.id).await["state"], "inactive");
}

#[tokio::test]
async fn when_the_heir_leaves_as_well_the_owner_takes_it_on() {
    let staff = Staff::start().await;
    let heir = staff.office.member("Hille Heir", Role::Member).await;
    let client = staff.office.client("Example Bakery").await;
    staff.plain.answer_for(client).await;
    staff.world.hold(&["relay_outbox", "sweep_outbox"]);
    let body = json!({ "reassign_to": heir.id });
    staff.owner.post(&member_path(&staff.plain.id, "/deactivate"), body).await.expect(200);
    staff.owner.post(&member_path(&heir.id, "/deactivate"), json!({})).await.expect(200);
    staff.world.settle().await;
    for event in staff.world.events_of("relay_outbox") {
        staff.world.call("relay_outbox", event).await.unwrap();
    }
    assert_eq!(responsible(&staff, client).await, [json!("Olivia Owner")]);
}

#[tokio::test]
async fn a_deactivated_member_gets_no_link_and_comes_back_when_they_are_let_in() {
    let staff = Staff::start().await;
    let leave = member_path(&staff.plain.id, "/deactivate");
    staff.owner.post(&leave, json!({})).await.expect(200);
    staff.owner.post(&leave, json!({})).await.expect_problem(409, "member_inactive");
    staff.world.settle().await;
    let login = json!({ "email": staff.plain.email });
    staff.world.browser().post("/api/office-login", login.clone()).await.expect(202);
    staff.world.settle().await;
    assert!(staff.world.mails().is_empty());
    let again = member_path(&staff.plain.id, "/invitation");
    staff.owner.post(&again, json!({})).await.expect_problem(409, "member_inactive");
    let back = member_path(&staff.plain.id, "/reactivate");
    let answer = staff.admin.post(&back, json!({})).await.expect(200);
    assert_eq!((&answer["state"], &answer["role"]), (&json!("active"), &json!("member")));
    staff.admin.post(&back, json!({})).await.expect_problem(409, "member_active");
    staff.plain.get("/api/office/session").await.expect_problem(401, "not_signed_in");
    staff.world.browser().post("/api/office-login", login).await.expect(202);
    staff.world.settle().await;
    assert_eq!(staff.world.mails_to(&staff.plain.email).len(), 1);
}

#[tokio::test]
async fn a_link_that_was_mailed_before_lets_nobody_in_who_was_deactivated() {
    let staff = Staff::start().await;
    let login = json!({ "email": staff.plain.email });
    staff.world.browser().post("/api/office-login", login).await.expect(202);
    staff.world.settle().await;
    let mail = staff.world.mails_to(&staff.plain.email).pop().unwrap();
    let token = mail.text.split("#t=").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    staff.owner.post(&member_path(&staff.plain.id, "/deactivate"), json!({})).await.expect(200);
    let redeemed = staff.world.browser().post("/api/login/redeem", json!({ "token": token })).await;
    redeemed.expect_problem(404, "not_found");
}

#[tokio::test]
async fn refused_deactivations_write_nothing() {
    let staff = Staff::start().await;
    let other = staff.world.office_named("Other Office", "other").await;
    let theirs = other.member("Their Member", Role::Member).await;
    let gone = staff.office.member("Gone", Role::Member).await;
    staff.owner.post(&member_path(&gone.id, "/deactivate"), json!({})).await.expect(200);
    staff.world.settle().await;
    let before = staff.world.snapshot().await;
    let leave = member_path(&staff.plain.id, "/deactivate");
    for heir in [&staff.plain.id, &gone.id, &theirs.id] {
        let reply = staff.owner.post(&leave, json!({ "reassign_to": heir })).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/reassign_to".to_owned(), "invalid_id".to_owned())]);
    }
    let body = json!({ "reassign_to": staff.admin.id });
    staff.plain.post(&leave, body.clone()).await.expect_problem(403, "role_required");
    other.owner().post(&leave, body).await.expect_problem(404, "not_found");
    let theirs = member_path(&theirs.id, "/deactivate");
    staff.owner.post(&theirs, json!({})).await.expect_problem(404, "not_found");
    assert_eq!(staff.world.snapshot().await, before);
}
