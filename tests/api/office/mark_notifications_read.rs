use serde_json::json;
use sild_tests::{Person, World};

use super::support::notify;

const PATH: &str = "/api/office/notifications/read";

async fn unread(person: &Person) -> (usize, i64) {
    let page = person.get("/api/office/notifications?limit=100").await.expect(200);
    let unread = page["items"].as_array().unwrap().iter().filter(|one| one["is_read"] == false).count();
    let session = person.get("/api/office/session").await.expect(200);
    (unread, session["unread_notifications"].as_i64().unwrap())
}

#[tokio::test]
async fn it_and_all_older_ones_are_read_and_the_counter_follows() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let owner = office.owner();
    let mut ids = Vec::new();
    for title in ["First", "Second", "Third"] {
        ids.push(notify(&office, &owner, client, title).await);
    }
    owner.post(PATH, json!({ "up_to": ids[1] })).await.expect(204);
    assert_eq!(unread(&owner).await, (1, 1));
    let before = world.snapshot().await;
    owner.post(PATH, json!({ "up_to": ids[0] })).await.expect(204);
    owner.post(PATH, json!({ "up_to": ids[1] })).await.expect(204);
    let mut after = world.snapshot().await;
    assert_eq!(after, before);
    owner.post(PATH, json!({ "up_to": ids[2] })).await.expect(204);
    assert_eq!(unread(&owner).await, (0, 0));
    after = world.snapshot().await;
    owner.post(PATH, json!({ "up_to": ids[2] })).await.expect(204);
    assert_eq!(world.snapshot().await, after);
}

#[tokio::test]
async fn two_windows_at_once_count_each_once() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let owner = office.owner();
    let mut last = None;
    for number in 0..5 {
        last = Some(notify(&office, &owner, client, &format!("Task {number}")).await);
    }
    let body = json!({ "up_to": last });
    let (one, other) = tokio::join!(owner.post(PATH, body.clone()), owner.post(PATH, body));
    one.expect(204);
    other.expect(204);
    assert_eq!(unread(&owner).await, (0, 0));
}

#[tokio::test]
async fn more_than_fit_into_one_transaction_are_read_as_well() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let owner = office.owner();
    let mut last = None;
    for number in 0..130 {
        last = Some(notify(&office, &owner, client, &format!("Task {number}")).await);
    }
    assert_eq!(unread(&owner).await.1, 130);
    owner.post(PATH, json!({ "up_to": last })).await.expect(204);
    assert_eq!(unread(&owner).await, (0, 0));
}

#[tokio::test]
async fn nobody_reads_for_somebody_else() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let id = notify(&office, &office.owner(), client, "Task").await;
    let ann = office.member("Ann", sild_domain::Role::Admin).await;
    let before = world.snapshot().await;
    ann.post(PATH, json!({ "up_to": id })).await.expect(204);
    world.browser().post(PATH, json!({ "up_to": id })).await.expect_problem(401, "not_signed_in");
    for (body, pointer, code) in
        [(json!({}), "/up_to", "required"), (json!({ "up_to": "x" }), "/up_to", "invalid_id")]
    {
        let reply = office.owner().post(PATH, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
    assert_eq!(unread(&office.owner()).await, (1, 1));
}
