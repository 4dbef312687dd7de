use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::World;

use super::support::client_path;

#[tokio::test]
async fn a_new_name_is_shown_everywhere_and_found_by_its_words() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Old Bakery").await;
    let contact = office.contact(client, "mari@client.example").await;
    let owner = office.owner();
    let task = json!({ "client_id": client, "title": "Receipts" });
    let task = owner.post("/api/office/tasks", task).await.expect(201);
    let version = owner.get(&client_path(client)).await.expect(200)["version"].as_u64().unwrap();
    let edit = json!({ "name": "New Mill", "registry_code": "12345678" });
    let reply = owner.if_match(version).patch(&client_path(client), edit).await;
    assert_eq!(reply.headers["etag"], format!("\"{}\"", version + 1).as_str());
    let changed = reply.expect(200);
    assert_eq!((&changed["name"], &changed["registry_code"]), (&json!("New Mill"), &json!("12345678")));
    assert_eq!(owner.get(&client_path(client)).await.expect(200), changed);
    let session = contact.get(&format!("/api/portal/{}/session", office.id)).await.expect(200);
    assert_eq!(session["clients"][0]["name"], "New Mill");
    for (search, count) in [("mill", 1), ("1234", 1), ("bakery", 0)] {
        let page = owner.get(&format!("/api/office/clients?search={search}")).await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), count, "{search}");
    }
    world.settle().await;
    let task_path = format!("/api/office/tasks/{}", task["id"].as_str().unwrap());
    assert_eq!(owner.get(&task_path).await.expect(200)["client"]["name"], "New Mill");
    let page = owner.get(&format!("/api/office/tasks?client_id={client}&state=open")).await.expect(200);
    assert_eq!(page["items"][0]["client"]["name"], "New Mill");
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn more_contacts_than_fit_into_one_transaction_get_the_new_name_too() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Old Name Of Many Words That Are Searched For Here And There").await;
    let mut contacts = Vec::new();
    for number in 0..90 {
        contacts.push(office.contact(client, &format!("person{number}@client.example")).await);
    }
    let owner = office.owner();
    let version = owner.get(&client_path(client)).await.expect(200)["version"].clone();
    let edit = json!({ "name": "Now It Is Called By Quite Other Words Than It Had Been Before" });
    owner.if_match(&version).patch(&client_path(client), edit.clone()).await.expect(200);
    world.settle().await;
    for contact in &contacts {
        let session = contact.get(&format!("/api/portal/{}/session", office.id)).await.expect(200);
        assert_eq!(session["clients"][0]["name"], edit["name"]);
    }
}

#[tokio::test]
async fn who_answers_for_a_client_sees_it_and_who_does_so_no_more_does_not() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let path = client_path(client);
    let owner = office.owner();
    let (ann, bob) = (office.member("Ann", Role::Member).await, office.member("Bob", Role::Member).await);
    let edit = json!({ "responsible_ids": [bob.id, ann.id] });
    let changed = owner.if_match(1).patch(&path, edit).await.expect(200);
    assert_eq!(
        changed["responsible"],
        json!([{ "id": ann.id, "name": "Ann" }, { "id": bob.id, "name": "Bob" }])
    );
    ann.get(&path).await.expect(200);
    let edit = json!({ "responsible_ids": [bob.id] });
    owner.if_match(2).patch(&path, edit).await.expect(200);
    ann.get(&path).await.expect_problem(404, "not_found");
    bob.get(&path).await.expect(200);
    let changed = owner.if_match(3).patch(&path, json!({ "responsible_ids": [] })).await.expect(200);
    assert_eq!(changed["responsible"], json!([]));
    bob.get(&path).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_plain_member_takes_a_client_on_but_gives_work_to_nobody() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let path = client_path(client);
    let (plain, other) =
        (office.member("Peeter", Role::Member).await, office.member("Other", Role::Member).await);
    plain.add_to(client).await;
    let before = world.snapshot().await;
    for ids in [json!([]), json!([plain.id]), json!([office.owner().id, other.id]), json!([other.id])] {
        let edit = json!({ "name": "Changed", "responsible_ids": ids });
        plain.if_match(2).patch(&path, edit).await.expect_problem(403, "role_required");
    }
    assert_eq!(world.snapshot().await, before);
    let edit = json!({ "responsible_ids": [office.owner().id, plain.id] });
    let changed = plain.if_match(2).patch(&path, edit).await.expect(200);
    assert_eq!(changed["responsible"].as_array().unwrap().len(), 2);
    plain.if_match(3).patch(&path, json!({ "name": "Renamed" })).await.expect(200);
}

#[tokio::test]
async fn what_is_left_out_stays_and_null_empties() {
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let body = json!({ "name": "Example", "registry_code": "12345678" });
    let client = owner.post("/api/office/clients", body).await.expect(201);
    let path = format!("/api/office/clients/{}", client["id"].as_str().unwrap());
    let changed = owner.if_match(1).patch(&path, json!({ "name": "Other" })).await.expect(200);
    assert_eq!(changed["registry_code"], "12345678");
    let changed = owner.if_match(2).patch(&path, json!({ "registry_code": null })).await.expect(200);
    assert_eq!((&changed["name"], &changed["registry_code"]), (&json!("Other"), &Value::Null));
    assert_eq!(changed["responsible"], client["responsible"]);
}

#[tokio::test]
async fn of_two_edits_from_one_version_the_second_is_refused() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let (one, other) = (office.owner().if_match(1), office.member("Ann", Role::Admin).await.if_match(1));
    let path = client_path(client);
    let (one, other) = tokio::join!(
        one.patch(&path, json!({ "name": "One" })),
        other.patch(&path, json!({ "name": "Other" })),
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 412]);
}

#[tokio::test]
async fn refused_edits_write_nothing() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let path = client_path(client);
    let other = world.office_named("Other Office", "other").await;
    let owner = office.owner();
    let outside = office.member("Peeter", Role::Member).await;
    let before = world.snapshot().await;
    owner.patch(&path, json!({ "name": "New" })).await.expect_problem(428, "version_required");
    owner.if_match(9).patch(&path, json!({ "name": "New" })).await.expect_problem(412, "version_mismatch");
    outside.if_match(1).patch(&path, json!({ "name": "New" })).await.expect_problem(404, "not_found");
    other.owner().if_match(1).patch(&path, json!({ "name": "New" })).await.expect_problem(404, "not_found");
    world
        .browser()
        .if_match(1)
        .patch(&path, json!({ "name": "New" }))
        .await
        .expect_problem(401, "not_signed_in");
    for (edit, pointer, code) in [
        (json!({ "name": "" }), "/name", "required"),
        (json!({ "registry_code": "?" }), "/registry_code", "invalid_format"),
        (json!({ "responsible_ids": [other.owner().id] }), "/responsible_ids", "invalid_id"),
        (json!({ "responsible_ids": ["x"] }), "/responsible_ids/0", "invalid_id"),
        (json!({ "portal_is_open": true }), "/portal_is_open", "unknown_field"),
    ] {
        let reply = owner.if_match(1).patch(&path, edit).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn who_is_added_works_with_the_client_from_the_next_request_on_and_answers_for_nothing() {
    // S65
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let path = client_path(client);
    let owner = office.owner();
    let (ann, bob) = (office.member("Ann", Role::Member).await, office.member("Bob", Role::Member).await);
    ann.get(&path).await.expect_problem(404, "not_found");
    let edit = json!({ "member_ids": [bob.id, ann.id] });
    let changed = owner.if_match(1).patch(&path, edit).await.expect(200);
    assert_eq!(changed["members"], json!([{ "id": ann.id, "name": "Ann" }, { "id": bob.id, "name": "Bob" }]));
    assert_eq!(changed["responsible"][0]["name"], "Olivia Owner");
    assert_eq!(ann.get(&path).await.expect(200), changed);
    let task = json!({ "client_id": client, "title": "Receipts", "assignee_id": bob.id });
    ann.post("/api/office/tasks", task).await.expect(201);
    // Whoever is in both lists answers for it.
    let edit = json!({ "responsible_ids": [ann.id], "member_ids": [ann.id, bob.id] });
    let changed = owner.if_match(2).patch(&path, edit).await.expect(200);
    assert_eq!(changed["responsible"], json!([{ "id": ann.id, "name": "Ann" }]));
    assert_eq!(changed["members"], json!([{ "id": bob.id, "name": "Bob" }]));
    let changed = owner.if_match(3).patch(&path, json!({ "member_ids": [] })).await.expect(200);
    assert_eq!(changed["members"], json!([]));
    bob.get(&path).await.expect_problem(404, "not_found");
    ann.get(&path).await.expect(200);
}

#[tokio::test]
async fn a_plain_member_who_was_added_takes_the_client_on_but_adds_and_removes_nobody() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let path = client_path(client);
    let (plain, other) =
        (office.member("Peeter", Role::Member).await, office.member("Other", Role::Member).await);
    plain.add_to(client).await;
    let before = world.snapshot().await;
    for ids in [json!([]), json!([plain.id, other.id])] {
        let reply = plain.if_match(2).patch(&path, json!({ "member_ids": ids })).await;
        reply.expect_problem(403, "role_required");
    }
    assert_eq!(world.snapshot().await, before);
    let edit = json!({ "responsible_ids": [office.owner().id, plain.id] });
    let changed = plain.if_match(2).patch(&path, edit).await.expect(200);
    assert_eq!(changed["members"], json!([]));
    assert_eq!(changed["responsible"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn who_is_not_here_and_too_many_are_refused() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let path = client_path(client);
    let other = world.office_named("Other Office", "other").await.owner();
    let never = (0..31).map(|n| format!("mem_01jnb0000000000000000000{n:02}")).collect::<Vec<_>>();
    let before = world.snapshot().await;
    for (ids, code) in [(json!([other.id]), "invalid_id"), (json!(never), "too_many_items")] {
        let reply = office.owner().if_match(1).patch(&path, json!({ "member_ids": ids })).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [("/member_ids".to_owned(), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
}
