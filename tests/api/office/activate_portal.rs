use serde_json::json;
use sild_domain::Role;
use sild_store::templates;
use sild_tests::{Office, World};

use super::support::without_portal;

async fn template_titles(office: &Office) -> Vec<String> {
    let templates = templates::list(&office.world.cx.table, &office.scope()).await.unwrap();
    templates.iter().map(|template| template.title.to_string()).collect()
}

#[tokio::test]
async fn activating_gives_nobody_access_and_makes_one_sample_template() {
    // S1, S2, S14
    let world = World::start().await;
    let office = world.office().await;
    let client = office.closed_client("Example").await;
    office.contact_without_session(client, "mari@client.example", false).await;
    without_portal(&office).await;
    let owner = office.owner();
    let reply = owner.post("/api/office/portal/activate", json!({})).await;
    assert_eq!(reply.headers["etag"], "\"3\"");
    let settings = reply.expect(200);
    assert_eq!(settings["is_active"], true);
    assert_eq!(settings["suggested_slug"], "demo-office");
    assert_eq!(owner.get("/api/office/portal").await.expect(200), settings);
    let shown = owner.get(&format!("/api/office/clients/{client}")).await.expect(200);
    assert_eq!(shown["portal_state"], "closed");
    assert_eq!(shown["contacts"][0]["has_access"], false);
    assert_eq!(template_titles(&office).await, ["Get to know your client portal"]);
    world.settle().await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn activating_again_after_a_pause_makes_no_second_template() {
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    for _ in 0..2 {
        owner.post("/api/office/portal/deactivate", json!({})).await.expect(200);
        owner.post("/api/office/portal/activate", json!({})).await.expect(200);
    }
    assert_eq!(template_titles(&office).await.len(), 1);
}

#[tokio::test]
async fn an_active_portal_is_not_activated_again() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    let before = world.snapshot().await;
    owner.post("/api/office/portal/activate", json!({})).await.expect_problem(409, "already_active");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn only_admins_and_the_owner_activate_and_nothing_else_is_sent() {
    let world = World::start().await;
    let office = world.office().await;
    without_portal(&office).await;
    let plain = office.member("Peeter", Role::Member).await;
    let before = world.snapshot().await;
    plain.post("/api/office/portal/activate", json!({})).await.expect_problem(403, "role_required");
    world.browser().post("/api/office/portal/activate", json!({})).await.expect_problem(401, "not_signed_in");
    let reply = office.owner().post("/api/office/portal/activate", json!({ "is_sure": true })).await;
    reply.expect_problem(422, "invalid_value");
    assert_eq!(world.snapshot().await, before);
    office.member("Ann", Role::Admin).await.post("/api/office/portal/activate", json!({})).await.expect(200);
}

#[tokio::test]
async fn of_two_activations_at_once_one_succeeds() {
    let world = World::start().await;
    let office = world.office().await;
    without_portal(&office).await;
    let (one, other) = (office.owner(), office.member("Ann", Role::Admin).await);
    let (one, other) = tokio::join!(
        one.post("/api/office/portal/activate", json!({})),
        other.post("/api/office/portal/activate", json!({})),
    );
    let mut statuses = [one.status.as_u16(), other.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
    assert_eq!(template_titles(&office).await.len(), 1);
}
