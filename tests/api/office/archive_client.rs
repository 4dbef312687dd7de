use serde_json::{Value, json};
use sild_domain::Role;

use super::support::client_path;
use crate::desk::{Desk, each, id, path};

/// What a list of clients holds, by name.
async fn listed(desk: &Desk, query: &str) -> Vec<Value> {
    each(&desk.owner.get(&format!("/api/office/clients?{query}")).await.expect(200), "name")
}

async fn archive(desk: &Desk) -> Value {
    let archived = desk.owner.post(&format!("{}/archive", client_path(desk.client)), json!({})).await;
    archived.expect(200)
}

async fn restore(desk: &Desk) -> Value {
    let restored = desk.owner.post(&format!("{}/restore", client_path(desk.client)), json!({})).await;
    restored.expect(200)
}

#[tokio::test]
async fn an_archived_client_is_closed_at_once_and_in_no_list_unless_asked_for() {
    // S65
    let desk = Desk::start().await;
    let contact = desk.contact("mari").await;
    let session = format!("/api/portal/{}/session", desk.office.id);
    contact.get(&session).await.expect(200);
    desk.task(json!({ "due": "2026-02-01" })).await;
    desk.world.settle().await;
    let version = desk.read_client().await["version"].as_u64().unwrap();

    let archived = archive(&desk).await;
    assert_eq!((&archived["is_archived"], &archived["portal_state"]), (&json!(true), &json!("closed")));
    assert_eq!(archived["version"], version + 1);
    assert_eq!(desk.read_client().await, archived);
    contact.get(&session).await.expect_problem(401, "not_signed_in");
    desk.world.settle().await;
    let answers_for = format!("responsible_id={}", desk.owner.id);
    let everywhere =
        ["", "search=bakery", "search=mari", "is_overdue=true", "sort=open_tasks", "sort=earliest_due"];
    for query in everywhere.into_iter().chain(["portal_state=closed", "portal_state=silent", &answers_for]) {
        assert_eq!(listed(&desk, query).await, Vec::<Value>::new(), "{query}");
    }
    for query in ["is_archived=true", "is_archived=true&search=bakery", "is_archived=true&search=mari"] {
        assert_eq!(listed(&desk, query).await, [json!("Example Bakery")], "{query}");
    }

    assert_eq!(archive(&desk).await, archived, "archived again, it stays as it is");
    let restored = restore(&desk).await;
    assert_eq!((&restored["is_archived"], &restored["portal_state"]), (&json!(false), &json!("closed")));
    desk.world.settle().await;
    for query in everywhere.into_iter().chain(["portal_state=closed", &answers_for]) {
        assert_eq!(listed(&desk, query).await, [json!("Example Bakery")], "{query}");
    }
    assert_eq!(listed(&desk, "is_archived=true").await, Vec::<Value>::new());
    contact.get(&session).await.expect_problem(401, "not_signed_in");
    let open = json!({ "is_open": true });
    desk.owner.put(&format!("{}/portal", client_path(desk.client)), open).await.expect(200);
    contact.get(&session).await.expect(200);
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn nothing_new_is_made_for_an_archived_client() {
    let desk = Desk::start().await;
    let done = desk.task(json!({})).await;
    desk.act(&done, "complete").await.expect(200);
    let open = desk.task(json!({})).await;
    archive(&desk).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let (owner, client) = (&desk.owner, client_path(desk.client));
    let task = json!({ "client_id": desk.client, "title": "New" });
    owner.post("/api/office/tasks", task).await.expect_problem(409, "client_archived");
    let series = json!({
        "client_id": desk.client, "title": "Every month", "assign_to_client": true,
        "recurrence": sild_tests::catalogue::Scene::recurrence(),
    });
    owner.post("/api/office/series", series).await.expect_problem(409, "client_archived");
    let contact = json!({ "name": "New", "email": "new@client.example", "has_access": true });
    owner.post(&format!("{client}/contacts"), contact).await.expect_problem(409, "client_archived");
    let open_portal = owner.put(&format!("{client}/portal"), json!({ "is_open": true })).await;
    open_portal.expect_problem(409, "client_archived");
    desk.act(&done, "reopen").await.expect_problem(409, "client_archived");
    desk.act(&open, "assign").await.expect_problem(409, "portal_closed");
    desk.world.settle().await;
    assert_eq!(desk.world.snapshot().await, before);
    assert!(desk.world.mails().is_empty());
    owner.get(&path(&open, "")).await.expect(200);
    desk.act(&open, "complete").await.expect(200);
}

#[tokio::test]
async fn a_bulk_opening_passes_an_archived_client_over_and_says_so() {
    let desk = Desk::closed().await;
    desk.office.contact_without_session(desk.client, "mari@client.example", true).await;
    archive(&desk).await;
    desk.world.settle().await;
    let opening = json!({ "client_ids": [desk.client], "with_invitations": true });
    let opening = desk.owner.post("/api/office/bulk-openings", opening).await.expect(202);
    desk.world.settle().await;
    let opening = format!("/api/office/bulk-openings/{}", id(&opening));
    let opening = desk.owner.get(&opening).await.expect(200);
    assert_eq!((&opening["opened"], &opening["skipped"][0]["reason"]), (&json!(0), &json!("archived")));
    let all = json!({ "matching": {}, "with_invitations": true });
    assert_eq!(desk.owner.post("/api/office/bulk-openings", all).await.expect(202)["total"], 0);
    assert!(desk.world.mails().is_empty());
}

#[tokio::test]
async fn its_series_rest_and_go_on_from_the_day_on_which_it_is_back() {
    // S41, S65
    let mut desk = Desk::start().await;
    let series = json!({
        "client_id": desk.client, "title": "Cash book", "assign_to_client": false,
        "recurrence": { "start": "2026-03-03", "weekend": "leave", "every": 1, "due_after_days": 2,
            "frequency": { "kind": "weekly", "weekdays": ["tuesday"] }, "end": { "kind": "never" } },
    });
    let series = desk.owner.post("/api/office/series", series).await.expect(201);
    let arm = sild_store::outbox::Effect::ArmOffice { office_id: desk.office.id };
    let arm = desk.world.cx.outbox_row(arm);
    sild_store::outbox::put(&desk.world.cx.table, &arm).await.unwrap();
    desk.pass_days(2).await;
    let series = format!("/api/office/series/{}", id(&series));
    assert_eq!(desk.owner.get(&series).await.expect(200)["created_count"], 1);
    archive(&desk).await;
    desk.pass_days(15).await;
    let resting = desk.owner.get(&series).await.expect(200);
    assert_eq!((&resting["created_count"], &resting["is_paused"]), (&json!(1), &json!(true)));
    restore(&desk).await;
    desk.world.settle().await;
    let back = desk.owner.get(&series).await.expect(200);
    assert_eq!((&back["created_count"], &back["is_paused"]), (&json!(1), &json!(false)));
    assert_eq!(back["next_dates"][0]["date"], "2026-03-24");
    desk.pass_days(6).await;
    assert_eq!(desk.owner.get(&series).await.expect(200)["created_count"], 2);
}

#[tokio::test]
async fn a_series_that_somebody_paused_stays_paused() {
    let desk = Desk::start().await;
    let series = json!({
        "client_id": desk.client, "title": "Every month", "assign_to_client": true,
        "recurrence": sild_tests::catalogue::Scene::recurrence(),
    });
    let series = desk.owner.post("/api/office/series", series).await.expect(201);
    let series = format!("/api/office/series/{}", id(&series));
    desk.owner.if_match(1).patch(&series, json!({ "is_paused": true })).await.expect(200);
    archive(&desk).await;
    desk.world.settle().await;
    restore(&desk).await;
    desk.world.settle().await;
    assert_eq!(desk.owner.get(&series).await.expect(200)["is_paused"], true);
}

#[tokio::test]
async fn a_plain_member_archives_their_own_clients_only() {
    let desk = Desk::start().await;
    let plain = desk.office.member("Peeter", Role::Member).await;
    let before = desk.world.snapshot().await;
    let other = desk.world.office_named("Other Office", "other").await.owner();
    for verb in ["archive", "restore"] {
        let command = format!("{}/{verb}", client_path(desk.client));
        plain.post(&command, json!({})).await.expect_problem(404, "not_found");
        other.post(&command, json!({})).await.expect_problem(404, "not_found");
        desk.world.browser().post(&command, json!({})).await.expect_problem(401, "not_signed_in");
    }
    let key = desk.office.id.to_string().replace("off_", "");
    let after = desk.world.snapshot().await;
    let of_office = |items: &[Value]| items.iter().filter(|item| item.to_string().contains(&key)).count();
    assert_eq!(of_office(&after), of_office(&before));
    plain.add_to(desk.client).await;
    plain.post(&format!("{}/archive", client_path(desk.client)), json!({})).await.expect(200);
    plain.get(&client_path(desk.client)).await.expect(200);
    assert_eq!(each(&plain.get("/api/office/clients").await.expect(200), "name"), Vec::<Value>::new());
    let archived = plain.get("/api/office/clients?is_archived=true").await.expect(200);
    assert_eq!(each(&archived, "name"), [json!("Example Bakery")]);
}
