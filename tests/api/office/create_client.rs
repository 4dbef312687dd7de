use serde_json::json;
use sild_domain::Role;
use sild_tests::World;

#[tokio::test]
async fn a_new_client_is_closed_and_its_maker_answers_for_it() {
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    let client = owner
        .post("/api/office/clients", json!({ "name": " Example  Bakery ", "registry_code": "12345678" }))
        .await
        .expect(201);
    assert_eq!(client["name"], "Example Bakery");
    assert_eq!(client["portal_state"], "closed");
    assert_eq!(client["responsible"], json!([{ "id": owner.id, "name": "Olivia Owner" }]));
    let read = owner.get(&format!("/api/office/clients/{}", client["id"].as_str().unwrap())).await;
    assert_eq!(read.headers["etag"], "\"1\"");
    assert_eq!(read.json, client);
    world.settle().await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn a_repeat_with_the_same_key_gives_the_first_answer_and_creates_nothing() {
    let world = World::start().await;
    let owner = world.office().await.owner().key("0123456789abcdef");
    let body = json!({ "name": "Example Bakery" });
    let first = owner.post("/api/office/clients", body.clone()).await.expect(201);
    let before = world.snapshot().await;
    assert_eq!(owner.post("/api/office/clients", body).await.expect(201), first);
    owner
        .post("/api/office/clients", json!({ "name": "Another" }))
        .await
        .expect_problem(422, "idempotency_key_reused");
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn bad_values_are_named_and_write_nothing() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    let before = world.snapshot().await;
    for (body, pointer, code) in [
        (json!({}), "/name", "required"),
        (json!({ "name": "" }), "/name", "required"),
        (json!({ "name": "a\u{0}b" }), "/name", "invalid_character"),
        (json!({ "name": "a", "size": 3 }), "/size", "unknown_field"),
        (
            json!({ "name": "a", "responsible_ids": ["mem_01jnb00000000000000000000x"] }),
            "/responsible_ids",
            "invalid_id",
        ),
    ] {
        let reply = owner.post("/api/office/clients", body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn a_plain_member_makes_clients_of_their_own_only() {
    let world = World::start().await;
    let office = world.office().await;
    let plain = office.member("Peeter", Role::Member).await;
    let body = json!({ "name": "Example", "responsible_ids": [office.owner().id] });
    plain.post("/api/office/clients", body).await.expect_problem(403, "role_required");
    let client = plain.post("/api/office/clients", json!({ "name": "Example" })).await.expect(201);
    let path = format!("/api/office/clients/{}", client["id"].as_str().unwrap());
    plain.get(&path).await.expect(200);
}

#[tokio::test]
async fn nobody_signed_in_creates_nothing() {
    let world = World::start().await;
    let before = world.snapshot().await;
    let stranger = world.browser();
    stranger.post("/api/office/clients", json!({ "name": "a" })).await.expect_problem(401, "not_signed_in");
    let elsewhere = world.office().await.owner().with_header("origin", "https://elsewhere.example");
    elsewhere.post("/api/office/clients", json!({ "name": "a" })).await.expect_problem(403, "wrong_origin");
    assert_eq!(before, Vec::<serde_json::Value>::new());
    assert!(world.mails().is_empty());
}
