use serde_json::{Value, json};
use sild_domain::Role;
use sild_store::contacts::AddressState;
use sild_tests::{Office, World};

use super::support::{client_path, unreachable_contact};

const PATH: &str = "/api/office/bulk-openings";

/// Gives the office its built-in template, as the first activation does.
async fn with_template(office: &Office) {
    let owner = office.owner();
    owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    owner.post("/api/office/portal/activate", json!({})).await.expect(200);
}

async fn start_and_settle(office: &Office, body: Value) -> Value {
    let started = office.owner().post(PATH, body).await.expect(202);
    office.world.settle().await;
    office.owner().get(&format!("{PATH}/{}", started["id"].as_str().unwrap())).await.expect(200)
}

async fn open_tasks(office: &Office, client: sild_domain::ClientId) -> Value {
    let path = format!("/api/office/tasks?client_id={client}&state=open");
    office.owner().get(&path).await.expect(200)["items"].clone()
}

#[tokio::test]
async fn with_invitations_each_contact_gets_one_mail_and_each_client_one_sample_task() {
    // S16 to S18, S21, S23
    let world = World::start().await;
    let office = world.office().await;
    with_template(&office).await;
    let (first, second) = (office.closed_client("First").await, office.closed_client("Second").await);
    let mari = office.contact_without_session(first, "mari@one.example", false).await;
    office.contact_without_session(first, "peeter@one.example", false).await;
    office.contact_without_session(second, "kati@two.example", false).await;
    unreachable_contact(&office, second, "bounced@two.example", AddressState::Bounced).await;
    let body = json!({ "client_ids": [first, second], "with_invitations": true });
    let opening = start_and_settle(&office, body).await;
    assert_eq!(opening["state"], "done");
    assert_eq!(
        (&opening["total"], &opening["opened"], &opening["invited"]),
        (&json!(2), &json!(2), &json!(3))
    );
    assert_eq!(
        opening["skipped"],
        json!([{ "client_id": second, "client_name": "Second", "contact_name": "bounced", "reason": "bounced" }])
    );
    let mut recipients = world.mails().iter().map(|mail| mail.to.clone()).collect::<Vec<_>>();
    recipients.sort();
    assert_eq!(recipients, ["kati@two.example", "mari@one.example", "peeter@one.example"]);
    for client in [first, second] {
        let shown = office.owner().get(&client_path(client)).await.expect(200);
        assert_eq!(shown["portal_state"], "invited");
        assert_eq!(shown["open_count"], 1);
        for contact in shown["contacts"].as_array().unwrap() {
            assert_eq!(contact["has_access"], contact["address_state"] == "ok");
        }
        let tasks = open_tasks(&office, client).await;
        assert_eq!(tasks.as_array().unwrap().len(), 1);
        assert_eq!((&tasks[0]["is_sample"], &tasks[0]["portal_state"]), (&json!(true), &json!("assigned")));
    }
    let mari = office.sign_in_contact(mari, "mari@one.example").await;
    let tasks = format!("/api/portal/{}/clients/{first}/tasks?state=open", office.id);
    let tasks = mari.get(&tasks).await.expect(200);
    assert_eq!(tasks["items"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&tasks["items"][0]["is_sample"], &tasks["items"][0]["is_unread"]),
        (&json!(true), &json!(true))
    );
    world.advance_minutes(10).await;
    assert_eq!(world.mails().len(), 3);
}

#[tokio::test]
async fn in_silence_nothing_is_sent_and_no_task_is_made() {
    // S22
    let world = World::start().await;
    let office = world.office().await;
    with_template(&office).await;
    let client = office.closed_client("Example").await;
    let contact = office.contact(client, "mari@client.example").await;
    let opening =
        start_and_settle(&office, json!({ "client_ids": [client], "with_invitations": false })).await;
    assert_eq!((&opening["opened"], &opening["invited"]), (&json!(1), &json!(0)));
    assert_eq!(opening["expected_end"], Value::Null);
    assert_eq!(office.owner().get(&client_path(client)).await.expect(200)["portal_state"], "silent");
    contact.get(&format!("/api/portal/{}/session", office.id)).await.expect(200);
    assert_eq!(open_tasks(&office, client).await, json!([]));
    world.advance_minutes(10).await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn opening_an_open_client_again_repeats_nothing() {
    // S21
    let world = World::start().await;
    let office = world.office().await;
    with_template(&office).await;
    let client = office.closed_client("Example").await;
    office.contact_without_session(client, "mari@client.example", false).await;
    let body = json!({ "client_ids": [client], "with_invitations": true });
    start_and_settle(&office, body.clone()).await;
    let again = start_and_settle(&office, body).await;
    assert_eq!(
        (&again["opened"], &again["already_open"], &again["invited"]),
        (&json!(0), &json!(1), &json!(0))
    );
    assert_eq!(world.mails().len(), 1);
    assert_eq!(open_tasks(&office, client).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn on_purpose_the_contacts_of_an_open_client_are_invited_again_without_a_second_sample() {
    // S21
    let world = World::start().await;
    let office = world.office().await;
    with_template(&office).await;
    let (silent, closed) = (office.closed_client("Silent").await, office.closed_client("Closed").await);
    office.contact_without_session(silent, "mari@one.example", false).await;
    office.contact_without_session(closed, "kati@two.example", false).await;
    start_and_settle(&office, json!({ "client_ids": [silent], "with_invitations": false })).await;
    let revoked = office.contact_without_session(silent, "peeter@one.example", false).await;
    let preview =
        office.owner().post(&format!("{PATH}/preview"), json!({ "client_ids": [silent, closed] })).await;
    let preview = preview.expect(200);
    assert_eq!((&preview["invitation_count"], &preview["again_invitation_count"]), (&json!(1), &json!(2)));
    let previewed = preview["clients"].as_array().unwrap().iter().find(|one| one["id"] == json!(silent));
    let reasons = previewed.unwrap()["contacts"].as_array().unwrap().iter().map(|one| one["reason"].clone());
    assert_eq!(reasons.collect::<Vec<_>>(), [Value::Null, json!("no_access")]);

    let body = json!({ "client_ids": [silent, closed], "with_invitations": true, "send_again": true });
    let opening = start_and_settle(&office, body.clone()).await;
    assert_eq!(opening["send_again"], true);
    let counts = ["opened", "already_open", "invited"].map(|name| opening[name].as_u64().unwrap());
    assert_eq!(counts, [1, 1, 2]);
    assert_eq!(
        opening["skipped"],
        json!([{ "client_id": silent, "client_name": "Silent", "contact_name": "peeter", "reason": "no_access" }])
    );
    assert_eq!(office.owner().get(&client_path(silent)).await.expect(200)["portal_state"], "invited");
    assert_eq!(open_tasks(&office, silent).await, json!([]));
    assert_eq!(open_tasks(&office, closed).await.as_array().unwrap().len(), 1);
    let shown = office.owner().get(&client_path(silent)).await.expect(200);
    let shown = shown["contacts"].as_array().unwrap().iter().find(|one| one["id"] == json!(revoked));
    assert_eq!(shown.unwrap()["has_access"], false);

    let again = start_and_settle(&office, body).await;
    assert_eq!((&again["opened"], &again["invited"]), (&json!(0), &json!(2)));
    for email in ["mari@one.example", "kati@two.example"] {
        assert_eq!(world.mails_to(email).len(), 2, "{email}");
    }
    assert_eq!(world.mails().len(), 4);
    assert_eq!(open_tasks(&office, closed).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_client_closed_and_opened_again_is_invited_again_but_keeps_its_one_sample() {
    let world = World::start().await;
    let office = world.office().await;
    with_template(&office).await;
    let client = office.closed_client("Example").await;
    office.contact_without_session(client, "mari@client.example", false).await;
    let body = json!({ "client_ids": [client], "with_invitations": true });
    start_and_settle(&office, body.clone()).await;
    let portal = format!("{}/portal", client_path(client));
    office.owner().put(&portal, json!({ "is_open": false })).await.expect(200);
    let again = start_and_settle(&office, body).await;
    assert_eq!((&again["opened"], &again["invited"]), (&json!(1), &json!(1)));
    assert_eq!(world.mails().len(), 2);
    assert_eq!(open_tasks(&office, client).await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn clients_with_nobody_to_open_for_are_named_and_stay_closed() {
    let world = World::start().await;
    let office = world.office().await;
    let (empty, unreachable) =
        (office.closed_client("Empty").await, office.closed_client("Unreachable").await);
    unreachable_contact(&office, unreachable, "angry@client.example", AddressState::Complained).await;
    let missing = "cli_01jnb000000000000000000000";
    let body = json!({ "client_ids": [empty, unreachable, missing], "with_invitations": true });
    let opening = start_and_settle(&office, body).await;
    assert_eq!(
        (&opening["state"], &opening["total"], &opening["opened"]),
        (&json!("done"), &json!(3), &json!(0))
    );
    let mut skipped = opening["skipped"].as_array().unwrap().clone();
    skipped.sort_by_key(|skipped| skipped["reason"].to_string());
    assert_eq!(
        skipped,
        [
            json!({ "client_id": unreachable, "client_name": "Unreachable", "contact_name": "angry", "reason": "complained" }),
            json!({ "client_id": empty, "client_name": "Empty", "contact_name": null, "reason": "no_contacts" }),
            json!({ "client_id": missing, "client_name": null, "contact_name": null, "reason": "not_found" }),
        ]
    );
    for client in [empty, unreachable] {
        assert_eq!(office.owner().get(&client_path(client)).await.expect(200)["portal_state"], "closed");
    }
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn everything_that_a_search_finds_is_opened() {
    let world = World::start().await;
    let office = world.office().await;
    for name in ["North Bakery", "South Bakery", "North Mill"] {
        let client = office.closed_client(name).await;
        let email = format!("{}@client.example", name.replace(' ', ".").to_lowercase());
        office.contact_without_session(client, &email, false).await;
    }
    let opening =
        start_and_settle(&office, json!({ "matching": { "search": "bak nor" }, "with_invitations": false }))
            .await;
    assert_eq!((&opening["total"], &opening["opened"]), (&json!(1), &json!(1)));
    let opening = start_and_settle(&office, json!({ "matching": {}, "with_invitations": false })).await;
    assert_eq!(
        (&opening["total"], &opening["opened"], &opening["already_open"]),
        (&json!(3), &json!(2), &json!(1))
    );
    let opening =
        start_and_settle(&office, json!({ "matching": { "search": "nothing" }, "with_invitations": true }))
            .await;
    assert_eq!((&opening["state"], &opening["total"]), (&json!("done"), &json!(0)));
    let plain = office.member("Peeter", Role::Member).await;
    let opening = plain.post(PATH, json!({ "matching": {}, "with_invitations": true })).await.expect(202);
    assert_eq!(opening["total"], 0);
}

#[tokio::test]
async fn everything_that_passes_the_filters_of_the_list_is_opened() {
    // S16
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let mut clients = Vec::new();
    for name in ["Answered", "Answered and open", "Of somebody else"] {
        let client = office.closed_client(name).await;
        office
            .contact_without_session(client, &format!("{}@client.example", name.replace(' ', ".")), false)
            .await;
        clients.push(client);
    }
    let peeter = office.member("Peeter", Role::Member).await;
    for client in &clients[..2] {
        peeter.answer_for(*client).await;
    }
    let open = json!({ "is_open": true });
    owner.put(&format!("{}/portal", client_path(clients[1])), open).await.expect(200);
    world.settle().await;
    let matching = json!({ "responsible_id": peeter.id, "portal_state": "closed" });
    let opening = start_and_settle(&office, json!({ "matching": matching, "with_invitations": false })).await;
    assert_eq!([&opening["total"], &opening["opened"], &opening["already_open"]], [1, 1, 0]);
    let shown = owner.get(&client_path(clients[2])).await.expect(200);
    assert_eq!(shown["portal_state"], "closed");
    let overdue =
        start_and_settle(&office, json!({ "matching": { "is_overdue": true }, "with_invitations": false }))
            .await;
    assert_eq!(overdue["total"], 0);
}

#[tokio::test]
async fn many_clients_and_many_contacts_take_many_steps_and_each_mail_leaves_once() {
    let world = World::start().await;
    let office = world.office().await;
    with_template(&office).await;
    let mut ids = Vec::new();
    for number in 0..70 {
        let client = office.closed_client(&format!("Client {number}")).await;
        let people = if number == 30 { 88 } else { 1 };
        for person in 0..people {
            office.contact_without_session(client, &format!("p{person}@c{number}.example"), false).await;
        }
        ids.push(client);
    }
    let opening = start_and_settle(&office, json!({ "client_ids": ids, "with_invitations": true })).await;
    assert_eq!(
        (&opening["state"], &opening["opened"], &opening["invited"]),
        (&json!("done"), &json!(70), &json!(157))
    );
    let mut recipients = world.mails().iter().map(|mail| mail.to.clone()).collect::<Vec<_>>();
    recipients.sort();
    let count = recipients.len();
    recipients.dedup();
    assert_eq!((count, recipients.len()), (157, 157));
    for client in ids {
        assert_eq!(open_tasks(&office, client).await.as_array().unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_portal_that_is_deactivated_meanwhile_opens_for_nobody_more() {
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let client = office.closed_client("Example").await;
    office.contact_without_session(client, "mari@client.example", false).await;
    let body = json!({ "client_ids": [client], "with_invitations": true });
    let started = owner.post(PATH, body).await.expect(202);
    assert_eq!((&started["state"], &started["opened"]), (&json!("running"), &json!(0)));
    assert_eq!(started["expected_end"], "2026-03-02T08:00:01Z");
    owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    world.settle().await;
    let opening = owner.get(&format!("{PATH}/{}", started["id"].as_str().unwrap())).await.expect(200);
    assert_eq!(opening["state"], "done");
    assert_eq!(opening["skipped"][0]["reason"], "portal_inactive");
    assert_eq!(owner.get(&client_path(client)).await.expect(200)["portal_state"], "closed");
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn a_repeat_with_the_same_key_starts_nothing_again() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.closed_client("Example").await;
    let owner = office.owner().key("0123456789abcdef");
    let body = json!({ "client_ids": [client], "with_invitations": true });
    let first = owner.post(PATH, body.clone()).await.expect(202);
    let before = world.snapshot().await;
    assert_eq!(owner.post(PATH, body).await.expect(202), first);
    let other = json!({ "client_ids": [client], "with_invitations": false });
    owner.post(PATH, other).await.expect_problem(422, "idempotency_key_reused");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_plain_member_opens_their_own_clients_and_hidden_ones_never_were() {
    let world = World::start().await;
    let office = world.office().await;
    let (own, hidden) = (office.closed_client("Own").await, office.closed_client("Hidden").await);
    for (client, email) in [(own, "mari@one.example"), (hidden, "kati@two.example")] {
        office.contact_without_session(client, email, false).await;
    }
    let plain = office.member("Peeter", Role::Member).await;
    plain.add_to(own).await;
    let body = json!({ "client_ids": [own, hidden], "with_invitations": true });
    let started = plain.post(PATH, body).await.expect(202);
    assert_eq!(
        started["skipped"],
        json!([{ "client_id": hidden, "client_name": null, "contact_name": null, "reason": "not_found" }])
    );
    world.settle().await;
    assert_eq!(office.owner().get(&client_path(own)).await.expect(200)["portal_state"], "invited");
    assert_eq!(office.owner().get(&client_path(hidden)).await.expect(200)["portal_state"], "closed");
    assert_eq!(world.mails().len(), 1);
}

#[tokio::test]
async fn refused_openings_open_nothing() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.closed_client("Example").await;
    let owner = office.owner();
    let before = world.snapshot().await;
    for (body, pointer, code) in [
        (json!({ "with_invitations": true }), "/client_ids", "required"),
        (json!({ "client_ids": [], "with_invitations": true }), "/client_ids", "required"),
        (
            json!({ "client_ids": [client], "matching": {}, "with_invitations": true }),
            "/matching",
            "invalid_format",
        ),
        (
            json!({ "matching": { "search": "x".repeat(201) }, "with_invitations": true }),
            "/matching/search",
            "too_long",
        ),
        (json!({ "client_ids": ["x"], "with_invitations": true }), "/client_ids/0", "invalid_id"),
        (json!({ "client_ids": [client] }), "/with_invitations", "required"),
        (
            json!({ "client_ids": [client], "with_invitations": false, "send_again": true }),
            "/send_again",
            "invalid_format",
        ),
    ] {
        let reply = owner.post(PATH, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    let ids = (0..1001_u128).map(|number| format!("cli_{number:026}")).collect::<Vec<_>>();
    let reply = owner.post(PATH, json!({ "client_ids": ids, "with_invitations": true })).await;
    assert_eq!(reply.field_errors(), [("/client_ids".to_owned(), "too_many_items".to_owned())]);
    let body = json!({ "client_ids": [client], "with_invitations": true });
    world.browser().post(PATH, body.clone()).await.expect_problem(401, "not_signed_in");
    assert_eq!(world.snapshot().await, before);
    owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    let before = world.snapshot().await;
    owner.post(PATH, body).await.expect_problem(409, "portal_inactive");
    assert_eq!(world.snapshot().await, before);
    world.settle().await;
    assert!(world.mails().is_empty());
}
