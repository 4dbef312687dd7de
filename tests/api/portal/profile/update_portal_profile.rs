use serde_json::{Value, json};
use sild_domain::Role;
use sild_store::contacts;

use super::{Home, OLD};

#[tokio::test]
async fn what_a_contact_changes_counts_at_once_and_stands_on_the_members_form() {
    // S55, S57
    let home = Home::start().await;
    let garage = home.office.closed_client("Example Garage").await;
    home.office.add_contact_to(home.mari.id.parse().unwrap(), garage, false).await;
    let edit = json!({ "name": "Mari Kuusk", "phone": "+372 5555 0100", "language": "et" });
    let reply = home.change(edit).await;
    assert_eq!(reply.headers["etag"], "\"2\"");
    let profile = reply.expect(200);
    assert_eq!(profile["name"], "Mari Kuusk");
    assert_eq!(home.profile().await, profile);
    home.world.advance_minutes(5).await;
    let edit = json!({ "phone": null, "name": "Mari Kask" });
    assert_eq!(home.change(edit).await.expect(200)["phone"], Value::Null);

    let (first, second) = ("2026-03-02T08:00:00Z", "2026-03-02T08:05:00Z");
    let changes = json!([
        { "field": "name", "old": "Mari Kuusk", "new": "Mari Kask", "at": second, "by": "Mari Kuusk" },
        { "field": "phone", "old": "+372 5555 0100", "new": null, "at": second, "by": "Mari Kuusk" },
        { "field": "name", "old": "mari", "new": "Mari Kuusk", "at": first, "by": "mari" },
        { "field": "phone", "old": null, "new": "+372 5555 0100", "at": first, "by": "mari" },
        { "field": "language", "old": "en", "new": "et", "at": first, "by": "mari" },
    ]);
    assert_eq!(home.card().await["changes"], changes);
    for client in [home.client, garage] {
        let shown = home.read_client(client).await["contacts"][0].clone();
        assert_eq!((&shown["name"], &shown["changes"]), (&json!("Mari Kask"), &changes));
        let links = contacts::of_client(&home.world.cx.table, &home.office.scope(), client).await.unwrap();
        assert_eq!(links[0].contact_name.as_str(), "Mari Kask");
    }
    home.world.settle().await;
    for (search, found) in [("kask", 2), ("kuusk", 0)] {
        let page = home.owner.get(&format!("/api/office/clients?search={search}")).await.expect(200);
        assert_eq!(page["items"].as_array().unwrap().len(), found, "{search}");
    }
    assert!(home.world.mails().is_empty());
}

#[tokio::test]
async fn only_who_works_with_a_client_of_the_contact_sees_what_they_changed() {
    // S57
    let home = Home::start().await;
    home.change(json!({ "phone": "+372 5555 0100" })).await.expect(200);
    let card = format!("/api/office/contacts/{}", home.mari.id);
    let outside = home.office.member("Outside Member", Role::Member).await;
    outside.get(&card).await.expect_problem(404, "not_found");
    assert_eq!(outside.get("/api/office/contacts").await.expect(200)["items"], json!([]));
    let added = home.office.member("Added Member", Role::Member).await;
    added.add_to(home.client).await;
    assert_eq!(added.get(&card).await.expect(200)["changes"][0]["field"], "phone");
    let colleague = home.office.contact(home.client, "jaan@client.example").await;
    for path in [home.portal("/session"), home.portal("/profile")] {
        assert!(!colleague.get(&path).await.text().contains("5555"), "{path}");
    }
}

#[tokio::test]
async fn what_stays_the_same_is_no_change_and_the_last_ten_are_kept() {
    let home = Home::start().await;
    home.change(json!({})).await.expect(200);
    home.change(json!({ "name": "mari", "phone": null, "language": "en" })).await.expect(200);
    assert_eq!(home.card().await["changes"], json!([]));
    for number in 100..112 {
        home.change(json!({ "phone": number.to_string() })).await.expect(200);
    }
    let changes = home.card().await["changes"].clone();
    let new = changes.as_array().unwrap().iter().map(|one| one["new"].as_str().unwrap().to_owned());
    assert_eq!(new.collect::<Vec<_>>(), (102..112).rev().map(|n| n.to_string()).collect::<Vec<_>>());
}

#[tokio::test]
async fn what_a_member_changes_leaves_the_list_alone() {
    let home = Home::start().await;
    home.change(json!({ "phone": "112" })).await.expect(200);
    let path = format!("/api/office/clients/{}/contacts/{}", home.client, home.mari.id);
    let changed = home.owner.if_match(2).patch(&path, json!({ "phone": "113" })).await.expect(200);
    assert_eq!(changed["changes"].as_array().unwrap().len(), 1);
    assert_eq!(home.profile().await["phone"], "113");
}

#[tokio::test]
async fn a_stale_version_a_missing_one_and_bad_values_change_nothing() {
    let home = Home::start().await;
    home.change(json!({ "phone": "112" })).await.expect(200);
    let before = home.world.snapshot().await;
    let (path, edit) = (home.portal("/profile"), json!({ "name": "Mari Kuusk" }));
    home.mari.if_match(1).patch(&path, edit.clone()).await.expect_problem(412, "version_mismatch");
    home.mari.patch(&path, edit).await.expect_problem(428, "version_required");
    for (body, pointer, code) in [
        (json!({ "name": "" }), "/name", "required"),
        (json!({ "name": "Mari\nKuusk" }), "/name", "invalid_character"),
        (json!({ "phone": "call me" }), "/phone", "invalid_format"),
        (json!({ "language": "sv" }), "/language", "invalid_format"),
        (json!({ "email": "mari@new.example" }), "/email", "unknown_field"),
        (json!({ "has_access": true }), "/has_access", "unknown_field"),
    ] {
        let reply = home.mari.if_match(2).patch(&path, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(home.world.snapshot().await, before);
    assert_eq!(home.profile().await["email"], OLD);
}

#[tokio::test]
async fn a_person_who_is_exported_gets_their_changes_and_one_who_is_erased_has_none() {
    // S57
    let home = Home::start().await;
    home.change(json!({ "name": "Mari Kuusk", "phone": "+372 5555 0100" })).await.expect(200);
    home.ask("kuusk@new.example").await.expect(202);
    let event = json!({ "office_id": home.office.id, "contact_id": home.mari.id });
    let export = home.world.call("export_person", event.clone()).await.unwrap();
    let profile = &export["document"]["profile"][0];
    assert_eq!(profile["changes"].as_array().unwrap().len(), 2);
    assert_eq!(profile["changes"][1]["new"], "+372 5555 0100");
    assert_eq!(profile["email_change"]["email"], "kuusk@new.example");
    home.world.settle().await;
    home.world.call("erase_person", event).await.unwrap();
    for item in home.world.snapshot().await {
        let text = item.to_string().to_lowercase();
        assert!(!["kuusk", "5555", "\"mari\""].iter().any(|word| text.contains(word)), "{item}");
    }
}
