use serde_json::{Value, json};
use sild_domain::Role;
use sild_store::members;
use sild_tests::World;

#[tokio::test]
async fn members_come_by_name_in_pages() {
    let world = World::start().await;
    let office = world.office().await;
    let plain = office.member("Zoe Plain", Role::Member).await;
    office.member("Ann Admin", Role::Admin).await;
    let mut names = Vec::new();
    let mut path = "/api/office/members?limit=1".to_owned();
    loop {
        let page = plain.get(&path).await.expect(200);
        names.push(page["items"][0]["name"].as_str().unwrap().to_owned());
        let Some(next) = page["next"].as_str() else { break };
        path = format!("/api/office/members?limit=1&cursor={next}");
        assert!(names.len() < 5);
    }
    assert_eq!(names, ["Ann Admin", "Olivia Owner", "Zoe Plain"]);
    let page = plain.get("/api/office/members").await.expect(200);
    assert_eq!(page["next"], Value::Null);
    assert_eq!(
        page["items"][2],
        json!({
            "id": plain.id, "name": "Zoe Plain", "email": plain.email, "role": "member", "state": "active",
            "address_state": "ok", "last_seen_at": null, "version": 1,
        })
    );
}

#[tokio::test]
async fn nobody_of_another_office_and_nobody_deactivated_is_listed() {
    let world = World::start().await;
    let office = world.office().await;
    world.office_named("Other Office", "other").await;
    let gone = office.member("Gone", Role::Admin).await;
    let cx = &world.cx;
    let mut record =
        members::get(&cx.table, &office.scope(), gone.id.parse().unwrap()).await.unwrap().unwrap();
    record.is_active = false;
    record.email = sild_domain::Email::parse("gone-for-good@demo.example").unwrap();
    record.id = sild_domain::MemberId::new(cx.now(), cx.random());
    let mut transaction = cx.table.transaction();
    members::create(&mut transaction, office.id, &record);
    transaction.commit().await.unwrap();
    let page = office.owner().get("/api/office/members").await.expect(200);
    let ids = page["items"].as_array().unwrap().iter().map(|member| member["id"].clone()).collect::<Vec<_>>();
    assert_eq!(ids, [json!(gone.id), json!(office.owner().id)]);
    let all = office.owner().get("/api/office/members?with_inactive=true").await.expect(200);
    assert_eq!(all["items"].as_array().unwrap().len(), 3);
    let plain = office.member("Plain", Role::Member).await;
    let refused = plain.get("/api/office/members?with_inactive=true").await;
    refused.expect_problem(403, "role_required");
}

#[tokio::test]
async fn what_no_list_answered_is_no_cursor() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    for (query, pointer, code) in [
        ("limit=0", "?limit", "out_of_range"),
        ("limit=101", "?limit", "out_of_range"),
        ("cursor=x", "?cursor", "invalid_format"),
        ("size=3", "?size", "unknown_field"),
    ] {
        let reply = owner.get(&format!("/api/office/members?{query}")).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    world.browser().get("/api/office/members").await.expect_problem(401, "not_signed_in");
}
