use serde_json::json;
use sild_store::contacts;
use sild_tests::World;

#[tokio::test]
async fn the_session_names_the_contact_and_the_clients_that_they_can_enter() {
    // S27, S28
    let world = World::start().await;
    let office = world.office().await;
    let beta = office.client("Beta").await;
    let alpha = office.client("Alpha").await;
    let closed = office.closed_client("Closed").await;
    let without = office.client("Without access").await;
    let mari = office.contact(beta, "mari@client.example").await;
    let id = mari.id.parse().unwrap();
    office.add_contact_to(id, alpha, true).await;
    office.add_contact_to(id, closed, true).await;
    office.add_contact_to(id, without, false).await;
    let owner = office.owner();
    let task = owner
        .post("/api/office/tasks", json!({ "client_id": beta, "title": "Bank statement" }))
        .await
        .expect(201);
    owner
        .post(&format!("/api/office/tasks/{}/assign", task["id"].as_str().unwrap()), json!({}))
        .await
        .expect(200);
    let session = mari.get(&format!("/api/portal/{}/session", office.id)).await.expect(200);
    let expected = json!({
        "contact": {
            "id": mari.id, "name": "mari", "email": "mari@client.example", "language": "en", "welcome_seen": false,
        },
        "clients": [
            { "id": alpha, "name": "Alpha", "waiting_count": 0, "documents_url": null },
            { "id": beta, "name": "Beta", "waiting_count": 1, "documents_url": null },
        ],
        "today": "2026-03-02",
        "time_zone": "Europe/Tallinn",
        "welcome_video": null,
    });
    assert_eq!(session, expected);
}

#[tokio::test]
async fn the_date_is_that_of_the_office() {
    // S40
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact(client, "mari@client.example").await;
    world.advance_minutes(14 * 60).await;
    let session = mari.get(&format!("/api/portal/{}/session", office.id)).await.expect(200);
    assert_eq!(session["today"], "2026-03-03", "it is past midnight in Tallinn");
}

#[tokio::test]
async fn a_session_ends_by_signing_out_by_time_and_with_the_portal() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let path = format!("/api/portal/{}/session", office.id);

    let mari = office.contact(client, "mari@client.example").await;
    let elsewhere = office.sign_in_contact(mari.id.parse().unwrap(), "mari@client.example").await;
    let reply = mari.delete(&path).await;
    assert!(reply.headers["set-cookie"].to_str().unwrap().contains("Max-Age=0"));
    reply.expect(204);
    mari.get(&path).await.expect_problem(401, "not_signed_in");
    mari.delete(&path).await.expect_problem(401, "not_signed_in");
    elsewhere.get(&path).await.expect(200);

    let jaan = office.contact(client, "jaan@client.example").await;
    office.owner().post("/api/office/portal/deactivate", json!({})).await.expect(200);
    jaan.get(&path).await.expect_problem(401, "not_signed_in");
    office.owner().post("/api/office/portal/activate", json!({})).await.expect(200);
    jaan.get(&path).await.expect_problem(401, "not_signed_in");

    let kati = office.contact(client, "kati@client.example").await;
    world.advance_days(30).await;
    kati.get(&path).await.expect_problem(401, "not_signed_in");
}

#[tokio::test]
async fn a_session_is_one_of_its_own_office_alone() {
    let world = World::start().await;
    let office = world.office().await;
    let other = world.office_named("Other Office", "other").await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact(client, "mari@client.example").await;
    for wrong in [other.id.to_string(), "off_01jnb000000000000000000000".to_owned(), "x".to_owned()] {
        mari.get(&format!("/api/portal/{wrong}/session")).await.expect_problem(401, "not_signed_in");
    }
    office
        .owner()
        .get(&format!("/api/portal/{}/session", office.id))
        .await
        .expect_problem(401, "not_signed_in");
}

#[tokio::test]
async fn the_welcome_is_seen_once_for_all_browsers() {
    // S11, S12
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let mari = office.contact(client, "mari@client.example").await;
    let id = mari.id.parse().unwrap();
    let elsewhere = office.sign_in_contact(id, "mari@client.example").await;
    let path = format!("/api/portal/{}/welcome-seen", office.id);
    mari.post(&path, json!({})).await.expect(204);
    let first = contacts::get(&world.cx.table, &office.scope(), id).await.unwrap().unwrap().welcome_seen_at;
    assert_eq!(first, Some(world.cx.now()));
    let session = elsewhere.get(&format!("/api/portal/{}/session", office.id)).await.expect(200);
    assert_eq!(session["contact"]["welcome_seen"], true);
    world.advance_minutes(5).await;
    elsewhere.post(&path, json!({})).await.expect(204);
    let again = contacts::get(&world.cx.table, &office.scope(), id).await.unwrap().unwrap().welcome_seen_at;
    assert_eq!(again, first);
    let before = world.snapshot().await;
    mari.post(&path, json!({ "seen": true })).await.expect_problem(422, "invalid_value");
    world.browser().post(&path, json!({})).await.expect_problem(401, "not_signed_in");
    assert_eq!(world.snapshot().await, before);
    assert!(world.mails().is_empty());
}
