use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::World;

use super::support::notify;

const PATH: &str = "/api/office/notifications";

#[tokio::test]
async fn what_happened_comes_newest_first_in_pages() {
    // S50, S51
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example").await;
    let owner = office.owner();
    for title in ["First", "Second", "Third"] {
        notify(&office, &owner, client, title).await;
        world.advance_minutes(1).await;
    }
    let page = owner.get(&format!("{PATH}?limit=2")).await.expect(200);
    assert_eq!((&page["items"][0]["title"], &page["items"][1]["title"]), (&json!("Third"), &json!("Second")));
    let next = page["next"].as_str().unwrap();
    let page = owner.get(&format!("{PATH}?limit=2&cursor={next}")).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    let first = &page["items"][0];
    assert_eq!(first["kind"], "portal_message");
    assert_eq!(first["client"], json!({ "id": client, "name": "Example" }));
    assert_eq!((&first["actor"], &first["at"]), (&json!("Mari"), &json!("2026-03-02T08:00:00Z")));
    assert_eq!(first["is_read"], false);
    assert_eq!(page["next"], Value::Null);
    let session = owner.get("/api/office/session").await.expect(200);
    assert_eq!(session["unread_notifications"], 3);
}

#[tokio::test]
async fn each_member_sees_their_own_and_of_the_clients_they_still_have() {
    let world = World::start().await;
    let office = world.office().await;
    let (own, hidden) = (office.client("Own").await, office.client("Hidden").await);
    let plain = office.member("Peeter", Role::Member).await;
    plain.add_to(own).await;
    notify(&office, &plain, own, "Seen").await;
    notify(&office, &plain, hidden, "Not seen").await;
    let page = plain.get(PATH).await.expect(200);
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
    assert_eq!(page["items"][0]["title"], "Seen");
    assert_eq!(office.owner().get(PATH).await.expect(200)["items"], json!([]));
    world.browser().get(PATH).await.expect_problem(401, "not_signed_in");
}
