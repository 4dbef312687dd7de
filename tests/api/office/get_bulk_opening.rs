use serde_json::{Value, json};
use sild_app::bulk_openings::open_next_clients;
use sild_domain::{BulkOpeningId, OutboxId, Role};
use sild_store::outbox::{self, Effect, OutboxRecord};
use sild_tests::{Office, World};

const PATH: &str = "/api/office/bulk-openings";

/// The rows of the outbox that wait to open clients.
async fn waiting_rows(office: &Office) -> Vec<(OutboxRecord, BulkOpeningId, u32)> {
    let mut rows = Vec::new();
    for shard in 0..sild_store::SHARDS {
        let before = OutboxId::new("2100-01-01T00:00:00Z".parse().unwrap(), [0xff; 10]);
        rows.extend(outbox::waiting(&office.world.cx.table, shard, before, 100).await.unwrap());
    }
    rows.into_iter()
        .filter_map(|row| match row.effect {
            Effect::OpenClients { bulk_opening_id, done, .. } => Some((row, bulk_opening_id, done)),
            _ => None,
        })
        .collect()
}

async fn invitations_waiting(office: &Office) -> usize {
    let items = office.world.snapshot().await;
    items.iter().filter(|item| item["effect"]["kind"] == "send_invitation").count()
}

/// An office with 60 closed clients of one contact each, and the opening of all of them just started: the clients are found,
/// and none had its turn.
async fn started(world: &World) -> (Office, Value) {
    let office = world.office().await;
    for number in 0..60 {
        let client = office.closed_client(&format!("Client {number}")).await;
        office.contact_without_session(client, &format!("p{number}@client.example"), false).await;
    }
    let opening =
        office.owner().post(PATH, json!({ "matching": {}, "with_invitations": true })).await.expect(202);
    assert_eq!((&opening["state"], &opening["total"]), (&json!("running"), &json!(0)), "nobody is found yet");
    let (row, id, done) = waiting_rows(&office).await.pop().unwrap();
    open_next_clients(&world.cx, &row, office.id, id, done).await.unwrap();
    let opening = progress(&office, &opening).await;
    (office, opening)
}

async fn progress(office: &Office, opening: &Value) -> Value {
    office.owner().get(&format!("{PATH}/{}", opening["id"].as_str().unwrap())).await.expect(200)
}

#[tokio::test]
async fn progress_is_shown_while_it_runs() {
    let world = World::start().await;
    let (office, opening) = started(&world).await;
    assert_eq!((&opening["state"], &opening["total"]), (&json!("running"), &json!(60)));
    let (row, id, done) = waiting_rows(&office).await.pop().unwrap();
    open_next_clients(&world.cx, &row, office.id, id, done).await.unwrap();
    let midway = progress(&office, &opening).await;
    assert_eq!(midway["state"], "running");
    let opened = midway["opened"].as_u64().unwrap();
    assert!((20..60).contains(&opened), "{opened}");
    assert_eq!(midway["invited"], midway["opened"]);
    world.settle().await;
    let end = progress(&office, &opening).await;
    assert_eq!((&end["state"], &end["opened"], &end["invited"]), (&json!("done"), &json!(60), &json!(60)));
    assert_eq!(end["expected_end"], "2026-03-02T08:00:05Z");
    assert_eq!(world.mails().len(), 60);
}

#[tokio::test]
async fn a_step_that_is_delivered_again_changes_nothing_twice() {
    let world = World::start().await;
    let (office, opening) = started(&world).await;
    let (row, id, done) = waiting_rows(&office).await.pop().unwrap();
    open_next_clients(&world.cx, &row, office.id, id, done).await.unwrap();
    let before = world.snapshot().await;
    for _ in 0..3 {
        open_next_clients(&world.cx, &row, office.id, id, done).await.unwrap();
    }
    assert_eq!(world.snapshot().await, before);
    assert_eq!(waiting_rows(&office).await.len(), 1);
    world.settle().await;
    assert_eq!(progress(&office, &opening).await["opened"], 60);
    assert_eq!(world.mails().len(), 60);
}

#[tokio::test]
async fn of_two_jobs_with_the_same_step_one_takes_it() {
    let world = World::start().await;
    let (office, opening) = started(&world).await;
    let (row, id, done) = waiting_rows(&office).await.pop().unwrap();
    let (one, other) = tokio::join!(
        open_next_clients(&world.cx, &row, office.id, id, done),
        open_next_clients(&world.cx, &row, office.id, id, done),
    );
    one.unwrap();
    other.unwrap();
    let midway = progress(&office, &opening).await;
    assert_eq!(json!(invitations_waiting(&office).await), midway["invited"]);
    assert_eq!(waiting_rows(&office).await.len(), 1);
    world.settle().await;
    assert_eq!(progress(&office, &opening).await["opened"], 60);
    assert_eq!(world.mails().len(), 60);
}

#[tokio::test]
async fn it_is_for_whoever_started_it_and_for_who_works_with_all_clients() {
    let world = World::start().await;
    let office = world.office().await;
    let (plain, outside) =
        (office.member("Peeter", Role::Member).await, office.member("Other", Role::Member).await);
    let opening = plain.post(PATH, json!({ "matching": {}, "with_invitations": true })).await.expect(202);
    let path = format!("{PATH}/{}", opening["id"].as_str().unwrap());
    plain.get(&path).await.expect(200);
    office.member("Ann", Role::Admin).await.get(&path).await.expect(200);
    let hidden = outside.get(&path).await;
    hidden.expect_problem(404, "not_found");
    let other = world.office_named("Other Office", "other").await.owner();
    assert_eq!(other.get(&path).await.bytes, hidden.bytes);

    for id in ["blk_01jnb000000000000000000000", "x"] {
        assert_eq!(plain.get(&format!("{PATH}/{id}")).await.bytes, hidden.bytes);
    }
    world.browser().get(&path).await.expect_problem(401, "not_signed_in");
}
