use serde_json::{Value, json};
use sild_app::bulk_tasks::make_next_tasks;
use sild_domain::{BulkTaskId, ClientId, OutboxId, Role};
use sild_store::outbox::{self, Effect, OutboxRecord};
use sild_tests::{Office, World};

use super::support::client_path;

const PATH: &str = "/api/office/bulk-tasks";

async fn start_and_settle(office: &Office, body: Value) -> Value {
    let started = office.owner().post(PATH, body).await.expect(202);
    office.world.settle().await;
    office.owner().get(&format!("{PATH}/{}", started["id"].as_str().unwrap())).await.expect(200)
}

async fn tasks_of(office: &Office, client: ClientId) -> Vec<Value> {
    let path = format!("/api/office/tasks?client_id={client}&state=open");
    office.owner().get(&path).await.expect(200)["items"].as_array().unwrap().clone()
}

/// The rows of the outbox that wait to make tasks.
async fn waiting_rows(office: &Office) -> Vec<(OutboxRecord, BulkTaskId, u32)> {
    let mut rows = Vec::new();
    for shard in 0..sild_store::SHARDS {
        let before = OutboxId::new("2100-01-01T00:00:00Z".parse().unwrap(), [0xff; 10]);
        rows.extend(outbox::waiting(&office.world.cx.table, shard, before, 100).await.unwrap());
    }
    rows.into_iter()
        .filter_map(|row| match row.effect {
            Effect::MakeTasks { bulk_task_id, done, .. } => Some((row, bulk_task_id, done)),
            _ => None,
        })
        .collect()
}

#[tokio::test]
async fn each_client_gets_a_task_of_its_own_and_its_contacts_one_mail() {
    // S30 to S33
    let world = World::start().await;
    let office = world.office().await;
    let (bakery, mill) = (office.client("Bakery").await, office.client("Mill").await);
    let mari = office.contact(bakery, "mari@bakery.example").await;
    office.contact(mill, "peeter@mill.example").await;
    let body = json!({
        "client_ids": [bakery, mill], "title": "Inventory", "description": "As of 31 December.", "due": "2026-03-31",
        "checklist": [{ "text": "Count" }, { "text": "Sign" }], "client_may_tick": true, "auto_complete": true,
        "assign": true,
    });
    let done = start_and_settle(&office, body).await;
    assert_eq!([&done["state"], &done["title"]], ["done", "Inventory"]);
    assert_eq!([&done["total"], &done["created"]], [2, 2]);
    assert_eq!(done["skipped"], json!([]));
    for client in [bakery, mill] {
        let tasks = tasks_of(&office, client).await;
        assert_eq!(tasks.len(), 1);
        let path = format!("/api/office/tasks/{}", tasks[0]["id"].as_str().unwrap());
        let task = office.owner().get(&path).await.expect(200);
        assert_eq!([&task["title"], &task["description"]], ["Inventory", "As of 31 December."]);
        assert_eq!([&task["due"], &task["portal_state"]], ["2026-03-31", "assigned"]);
        assert_eq!([&task["client_may_tick"], &task["auto_complete"]], [true, true]);
        assert_eq!([&task["checklist"][0]["text"], &task["checklist"][1]["text"]], ["Count", "Sign"]);
        let shown = office.owner().get(&client_path(client)).await.expect(200);
        assert_eq!([&shown["open_count"], &shown["earliest_due"]], [&json!(1), &json!("2026-03-31")]);
    }
    world.advance_minutes(10).await;
    let mut told = world.mails().iter().map(|mail| mail.to.clone()).collect::<Vec<_>>();
    told.sort();
    assert_eq!(told, ["mari@bakery.example", "peeter@mill.example"]);
    // One client's done is not the other's.
    let own = &tasks_of(&office, bakery).await[0];
    let path =
        format!("/api/portal/{}/clients/{bakery}/tasks/{}/done", office.id, own["id"].as_str().unwrap());
    mari.post(&path, json!({})).await.expect(200);
    assert!(tasks_of(&office, bakery).await.is_empty(), "the client's done completes it");
    assert_eq!(tasks_of(&office, mill).await.len(), 1);
}

#[tokio::test]
async fn who_cannot_have_it_is_named_with_the_reason() {
    // S30
    let world = World::start().await;
    let office = world.office().await;
    let (open, closed) = (office.client("Open").await, office.closed_client("Closed").await);
    let archived = office.closed_client("Archived").await;
    office.owner().post(&format!("{}/archive", client_path(archived)), json!({})).await.expect(200);
    let missing = "cli_01jnb000000000000000000000";
    let body =
        json!({ "client_ids": [open, closed, archived, missing], "title": "Inventory", "assign": true });
    let done = start_and_settle(&office, body.clone()).await;
    assert_eq!([&done["state"], &done["total"], &done["created"]], [&json!("done"), &json!(4), &json!(1)]);
    let mut reasons = done["skipped"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| (one["client_name"].clone(), one["reason"].as_str().unwrap().to_owned()))
        .collect::<Vec<_>>();
    reasons.sort_by(|one, other| one.1.cmp(&other.1));
    assert_eq!(
        reasons,
        [
            (json!("Archived"), "archived".to_owned()),
            (Value::Null, "not_found".to_owned()),
            (json!("Closed"), "portal_closed".to_owned()),
        ]
    );
    assert_eq!([tasks_of(&office, open).await.len(), tasks_of(&office, closed).await.len()], [1, 0]);
    // Without giving it to the client, a closed portal is no hindrance.
    let mut inside = body;
    inside["assign"] = json!(false);
    assert_eq!(start_and_settle(&office, inside).await["created"], 2);
    assert_eq!(tasks_of(&office, closed).await[0]["portal_state"], "not_assigned");
    world.advance_minutes(10).await;
    assert!(world.mails().is_empty(), "nobody has a contact");
}

#[tokio::test]
async fn a_filter_finds_the_clients_and_whoever_answers_for_one_works_on_its_task() {
    let world = World::start().await;
    let office = world.office().await;
    let peeter = office.member("Peeter", Role::Member).await;
    let (own, other) = (office.client("Own").await, office.client("Other").await);
    peeter.answer_for(own).await;
    let all = json!({ "matching": {}, "title": "Annual report", "assign": false, "to_responsible": true });
    let done = start_and_settle(&office, all).await;
    assert_eq!([&done["total"], &done["created"]], [2, 2]);
    for client in [own, other] {
        let shown = office.owner().get(&client_path(client)).await.expect(200);
        let first = shown["responsible"].get(0).cloned().unwrap_or_default();
        assert_eq!(tasks_of(&office, client).await[0]["assignee"], first);
    }
    let some = json!({ "matching": { "responsible_id": peeter.id }, "title": "VAT", "assign": false });
    assert_eq!(start_and_settle(&office, some).await["created"], 1);
    assert_eq!([tasks_of(&office, own).await.len(), tasks_of(&office, other).await.len()], [2, 1]);
    // A plain member means their own clients.
    let theirs = json!({ "matching": {}, "title": "Mine", "assign": false });
    let started = peeter.post(PATH, theirs).await.expect(202);
    world.settle().await;
    let path = format!("{PATH}/{}", started["id"].as_str().unwrap());
    assert_eq!(peeter.get(&path).await.expect(200)["created"], 1);
    let titles = tasks_of(&office, own).await;
    assert!(titles.iter().any(|task| task["title"] == "Mine"));
    office.owner().get(&path).await.expect(200);
    let outside = office.member("Outside", Role::Member).await;
    let hidden = outside.get(&path).await;
    hidden.expect_problem(404, "not_found");
    assert_eq!(peeter.get(&format!("{PATH}/btk_01jnb000000000000000000000")).await.bytes, hidden.bytes);
    let of_another = world.office_named("Other Office", "other").await.owner();
    assert_eq!(of_another.get(&path).await.bytes, hidden.bytes);
}

#[tokio::test]
async fn steps_that_are_delivered_again_or_at_once_make_no_second_task() {
    let world = World::start().await;
    let office = world.office().await;
    let mut clients = Vec::new();
    for number in 0..40 {
        clients.push(office.client(&format!("Client {number}")).await);
    }
    let body = json!({ "client_ids": clients, "title": "Inventory", "due": "2026-03-31", "assign": true });
    let started = office.owner().post(PATH, body).await.expect(202);
    assert_eq!([&started["state"], &started["total"]], [&json!("running"), &json!(40)]);
    let (row, id, done) = waiting_rows(&office).await.pop().unwrap();
    let (one, other) = tokio::join!(
        make_next_tasks(&world.cx, &row, office.id, id, done),
        make_next_tasks(&world.cx, &row, office.id, id, done),
    );
    one.unwrap();
    other.unwrap();
    let before = world.snapshot().await;
    make_next_tasks(&world.cx, &row, office.id, id, done).await.unwrap();
    assert_eq!(world.snapshot().await, before);
    let path = format!("{PATH}/{}", started["id"].as_str().unwrap());
    let midway = office.owner().get(&path).await.expect(200);
    assert_eq!([&midway["state"], &midway["created"]], [&json!("running"), &json!(15)]);
    world.settle().await;
    let end = office.owner().get(&path).await.expect(200);
    assert_eq!([&end["state"], &end["created"]], [&json!("done"), &json!(40)]);
    for client in clients {
        assert_eq!(tasks_of(&office, client).await.len(), 1);
    }
}

#[tokio::test]
async fn a_repeat_gives_the_first_answer_and_what_is_refused_makes_nothing() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let owner = office.owner();
    let good = json!({ "client_ids": [client], "title": "Inventory", "assign": true });
    let keyed = owner.key("bulk-task-0001");
    let first = keyed.post(PATH, good.clone()).await.expect(202);
    world.settle().await;
    assert_eq!(keyed.post(PATH, good.clone()).await.expect(202), first);
    world.settle().await;
    assert_eq!(tasks_of(&office, client).await.len(), 1);

    let before = world.snapshot().await;
    let lines = vec![json!({ "text": "a" }); 101];
    for (fields, pointer, code) in [
        (json!({ "client_ids": [] }), "/client_ids", "required"),
        (json!({ "client_ids": null }), "/client_ids", "required"),
        (json!({ "matching": {} }), "/matching", "invalid_format"),
        (
            json!({ "client_ids": null, "matching": { "search": "x".repeat(201) } }),
            "/matching/search",
            "too_long",
        ),
        (json!({ "title": "" }), "/title", "required"),
        (json!({ "checklist": lines }), "/checklist", "too_many_items"),
        (json!({ "due": "soon" }), "/due", "invalid_format"),
    ] {
        let mut body = good.clone();
        for (name, value) in fields.as_object().unwrap() {
            body[name] = value.clone();
        }
        let reply = owner.post(PATH, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
    owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    let before = world.snapshot().await;
    owner.post(PATH, good).await.expect_problem(409, "portal_inactive");
    assert_eq!(world.snapshot().await, before);
}
