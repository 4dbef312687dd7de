//! `list_templates`, `create_template`, `update_template` and `delete_template`, and what clients get of them.

use serde_json::{Value, json};
use sild_domain::{ClientId, Role};
use sild_store::templates::TEMPLATES_MAX;
use sild_tests::{Office, World};

use crate::desk::each;

const PATH: &str = "/api/office/templates";

fn path_of(template: &Value) -> String {
    format!("{PATH}/{}", template["id"].as_str().unwrap())
}

async fn create(office: &Office, body: Value) -> Value {
    office.owner().post(PATH, body).await.expect(201)
}

async fn titles(office: &Office) -> Vec<Value> {
    each(&office.owner().get(PATH).await.expect(200), "title")
}

/// The open tasks of a client that was just invited, as the owner sees them.
async fn invited(office: &Office, name: &str, email: &str) -> (ClientId, Vec<Value>) {
    let client = office.closed_client(name).await;
    office.contact_without_session(client, email, false).await;
    let opening = json!({ "client_ids": [client], "with_invitations": true });
    office.owner().post("/api/office/bulk-openings", opening).await.expect(202);
    office.world.settle().await;
    (client, tasks_of(office, client).await)
}

async fn tasks_of(office: &Office, client: ClientId) -> Vec<Value> {
    let list = format!("/api/office/tasks?client_id={client}&state=open");
    let listed = office.owner().get(&list).await.expect(200);
    let mut tasks = Vec::new();
    for task in listed["items"].as_array().unwrap() {
        let path = format!("/api/office/tasks/{}", task["id"].as_str().unwrap());
        tasks.push(office.owner().get(&path).await.expect(200));
    }
    tasks
}

#[tokio::test]
async fn an_office_that_activates_its_portal_has_one_template_and_may_change_and_delete_it() {
    // S14
    let world = World::start().await;
    let office = Office::sign_up(&world, "Demo Office", "demo").await;
    let owner = office.owner();
    let list = owner.get(PATH).await.expect(200);
    assert_eq!((each(&list, "title").len(), &list["next"]), (1, &Value::Null));
    let built_in = &list["items"][0];
    assert_eq!(built_in["title"], "Get to know your client portal");
    assert_eq!((&built_in["client_may_tick"], &built_in["version"]), (&json!(true), &json!(1)));
    assert_eq!(built_in["checklist"].as_array().unwrap().len(), 3);

    let edit =
        json!({ "title": "Look around", "checklist": [{ "text": "Say hello" }], "client_may_tick": false });
    let reply = owner.if_match(1).patch(&path_of(built_in), edit).await;
    assert_eq!(reply.headers["etag"], "\"2\"");
    let edited = reply.expect(200);
    assert_eq!(edited["checklist"], json!([{ "text": "Say hello" }]));
    assert_eq!((&edited["title"], &edited["description"]), (&json!("Look around"), &built_in["description"]));
    assert_eq!(owner.get(PATH).await.expect(200)["items"], json!([edited]));

    owner.delete(&path_of(built_in)).await.expect(204);
    assert!(titles(&office).await.is_empty());
    owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
    owner.post("/api/office/portal/activate", json!({})).await.expect(200);
    assert!(titles(&office).await.is_empty(), "one that was deleted does not come back");
}

#[tokio::test]
async fn templates_keep_the_order_of_their_making_and_clients_get_a_copy_of_each() {
    // S14, S21
    let world = World::start().await;
    let office = world.office().await;
    for title in ["First", "Second", "Third"] {
        create(&office, json!({ "title": title, "description": "Try it." })).await;
        world.advance_minutes(1).await;
    }
    let second = office.owner().get(PATH).await.expect(200)["items"][1].clone();
    let edit = json!({ "title": "Second, edited", "client_may_tick": false });
    office.owner().if_match(1).patch(&path_of(&second), edit).await.expect(200);
    assert_eq!(titles(&office).await, ["First", "Second, edited", "Third"]);
    let first = office.owner().get(&format!("{PATH}?limit=2")).await.expect(200);
    let rest = format!("{PATH}?limit=2&cursor={}", first["next"].as_str().unwrap());
    assert_eq!(each(&office.owner().get(&rest).await.expect(200), "title"), ["Third"]);

    let (_, tasks) = invited(&office, "Example Bakery", "mari@client.example").await;
    let shown = tasks.iter().map(|task| [&task["title"], &task["client_may_tick"], &task["is_sample"]]);
    assert_eq!(
        shown.collect::<Vec<_>>(),
        [["First", "true"], ["Second, edited", "false"], ["Third", "true"]]
            .map(|[title, may]| [json!(title), json!(may == "true"), json!(true)])
            .each_ref()
            .map(<[Value; 3]>::each_ref)
    );
    assert_eq!(tasks[0]["description"], "Try it.");
}

#[tokio::test]
async fn changing_or_deleting_a_template_leaves_the_copies_that_were_given_alone() {
    // S15
    let world = World::start().await;
    let office = world.office().await;
    let body =
        json!({ "title": "Look around", "description": "As it was.", "checklist": [{ "text": "One" }] });
    let template = create(&office, body).await;
    let (client, before) = invited(&office, "Example Bakery", "mari@client.example").await;
    assert_eq!((before.len(), &before[0]["description"]), (1, &json!("As it was.")));

    let edit = json!({ "title": "Another", "description": "Now.", "checklist": [] });
    office.owner().if_match(1).patch(&path_of(&template), edit).await.expect(200);
    assert_eq!(tasks_of(&office, client).await, before);
    let (_, later) = invited(&office, "Example Garage", "peeter@client.example").await;
    assert_eq!((&later[0]["title"], &later[0]["checklist"]), (&json!("Another"), &json!([])));

    office.owner().delete(&path_of(&template)).await.expect(204);
    world.settle().await;
    assert_eq!(tasks_of(&office, client).await, before);
}

#[tokio::test]
async fn with_no_template_left_invitations_give_none_and_nothing_fails() {
    // S21
    let world = World::start().await;
    let office = world.office().await;
    let template = create(&office, json!({ "title": "Look around" })).await;
    office.owner().delete(&path_of(&template)).await.expect(204);
    let (_, tasks) = invited(&office, "Example Bakery", "mari@client.example").await;
    assert!(tasks.is_empty());
    assert_eq!(world.mails_to("mari@client.example").len(), 1);
}

#[tokio::test]
async fn an_office_has_at_most_twenty_templates_of_its_own() {
    let world = World::start().await;
    let office = world.office().await;
    for number in 1..TEMPLATES_MAX {
        create(&office, json!({ "title": format!("Template {number}") })).await;
    }
    let owner = office.owner();
    let body = json!({ "title": "One of two" });
    let (one, other) = tokio::join!(owner.post(PATH, body.clone()), owner.post(PATH, body.clone()));
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409], "two at once are no way around it");
    let before = world.snapshot().await;
    owner.post(PATH, body.clone()).await.expect_problem(409, "too_many_templates");
    assert_eq!(world.snapshot().await, before);

    let all = owner.get(&format!("{PATH}?limit=100")).await.expect(200);
    assert_eq!(each(&all, "title").len(), TEMPLATES_MAX);
    owner.delete(&path_of(&all["items"][0])).await.expect(204);
    owner.post(PATH, body).await.expect(201);
}

#[tokio::test]
async fn saving_the_settings_does_not_forget_how_many_templates_there_are() {
    let world = World::start().await;
    let office = world.office().await;
    for number in 1..=TEMPLATES_MAX {
        create(&office, json!({ "title": format!("Template {number}") })).await;
    }
    let owner = office.owner();
    owner.if_match(1).put("/api/office/portal", json!({ "slug": "demo", "name": "Demo" })).await.expect(200);
    owner.post(PATH, json!({ "title": "One more" })).await.expect_problem(409, "too_many_templates");
}

#[tokio::test]
async fn a_repeat_with_the_same_key_makes_one_template() {
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner().key("make-it-once");
    let first = owner.post(PATH, json!({ "title": "Look around" })).await.expect(201);
    let before = world.snapshot().await;
    assert_eq!(owner.post(PATH, json!({ "title": "Look around" })).await.expect(201), first);
    owner.post(PATH, json!({ "title": "Other" })).await.expect_problem(422, "idempotency_key_reused");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn values_that_cannot_be_taken_are_named_and_nothing_is_written() {
    let world = World::start().await;
    let office = world.office().await;
    let template = create(&office, json!({ "title": "Look around" })).await;
    let owner = office.owner();
    let before = world.snapshot().await;
    let lines = |count: usize| json!(vec![json!({ "text": "One" }); count]);
    for (body, pointer, code) in [
        (json!({}), "/title", "required"),
        (json!({ "title": "" }), "/title", "required"),
        (json!({ "title": "x".repeat(201) }), "/title", "too_long"),
        (json!({ "title": "a", "description": "x".repeat(20_001) }), "/description", "too_long"),
        (json!({ "title": "a", "checklist": [{ "text": "" }] }), "/checklist/0/text", "required"),
        (json!({ "title": "a", "checklist": lines(21) }), "/checklist", "too_many_items"),
        (json!({ "title": "a", "due": "2026-03-31" }), "/due", "unknown_field"),
    ] {
        let reply = owner.post(PATH, body.clone()).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())], "{body}");
    }
    let reply = owner.if_match(1).patch(&path_of(&template), json!({ "checklist": lines(21) })).await;
    assert_eq!(reply.field_errors(), [("/checklist".to_owned(), "too_many_items".to_owned())]);
    assert_eq!(world.snapshot().await, before);
    create(&office, json!({ "title": "a", "checklist": lines(20) })).await;
}

#[tokio::test]
async fn stale_versions_and_what_is_not_there_are_refused() {
    let world = World::start().await;
    let office = world.office().await;
    let other = world.office_named("Other Office", "other").await;
    let template = create(&office, json!({ "title": "Look around" })).await;
    let path = path_of(&template);
    let owner = office.owner();
    owner.if_match(1).patch(&path, json!({ "title": "Edited" })).await.expect(200);
    let before = world.snapshot().await;
    let edit = json!({ "title": "Late" });
    owner.if_match(1).patch(&path, edit.clone()).await.expect_problem(412, "version_mismatch");
    owner.patch(&path, edit.clone()).await.expect_problem(428, "version_required");
    other.owner().if_match(2).patch(&path, edit.clone()).await.expect_problem(404, "not_found");
    other.owner().delete(&path).await.expect_problem(404, "not_found");
    assert_eq!(world.snapshot().await, before);
    owner.delete(&path).await.expect(204);
    let before = world.snapshot().await;
    owner.delete(&path).await.expect_problem(404, "not_found");
    owner.if_match(2).patch(&path, edit).await.expect_problem(404, "not_found");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn plain_members_and_strangers_have_nothing_to_do_with_templates() {
    let world = World::start().await;
    let office = world.office().await;
    let template = create(&office, json!({ "title": "Look around" })).await;
    let plain = office.member("Peeter", Role::Member).await;
    let before = world.snapshot().await;
    let body = json!({ "title": "Mine" });
    for (browser, status, code) in
        [(plain.browser, 403, "role_required"), (world.browser(), 401, "not_signed_in")]
    {
        browser.get(PATH).await.expect_problem(status, code);
        browser.post(PATH, body.clone()).await.expect_problem(status, code);
        browser.if_match(1).patch(&path_of(&template), body.clone()).await.expect_problem(status, code);
        browser.delete(&path_of(&template)).await.expect_problem(status, code);
    }
    assert_eq!(world.snapshot().await, before);
}
