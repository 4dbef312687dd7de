use serde_json::{Value, json};
use sild_domain::Role;
use sild_store::{clients, contacts, members};
use sild_tests::World;

use super::everything::{Everything, with_text};

/// The same without who wrote each item last.
fn without_stamps(mut snapshot: Vec<Value>) -> Vec<Value> {
    for item in &mut snapshot {
        item.as_object_mut().unwrap().remove("touched");
    }
    snapshot
}

#[tokio::test]
async fn nothing_in_the_table_names_an_erased_contact_and_what_they_wrote_stays() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    all.hold().await;
    assert!(with_text(&world.snapshot().await, "mariliis").len() > 15);
    let fields = json!({ "contact_id": all.mariliis.id, "limit": 1 });
    let answers = all.call("erase_person", fields).await;
    assert!(answers.len() > 5);

    let after = world.snapshot().await;
    assert_eq!(with_text(&after, "mariliis"), Vec::<&Value>::new());
    let task = all.owner.get(&all.task).await.expect(200);
    let message =
        task["messages"].as_array().unwrap().iter().find(|one| one["text"] == "Here it is.").unwrap();
    assert_eq!(message["author"]["name"], "Erased person");
    assert_eq!(task["done"]["by"], "Erased person");
    let files = task["files"].as_array().unwrap();
    assert_eq!(files.len(), 3);
    assert!(files.iter().any(|file| file["author"]["name"] == "Erased person"));
    let listed = all.owner.get(&format!("/api/office/clients/{}/files", all.bakery)).await.expect(200);
    let authors = listed["items"].as_array().unwrap().iter().map(|one| &one["author"]["name"]);
    assert!(authors.clone().count() > 3 && authors.clone().any(|name| name == "Erased person"), "{listed}");

    let scope = all.office.scope();
    let client = clients::get(&world.cx.table, &scope, all.bakery).await.unwrap().unwrap();
    assert_eq!(client.contact_count, 3);
    assert_eq!(client.contacts[&all.mariliis.id.replace("con_", "")], Vec::<String>::new());
    let found = all.owner.get("/api/office/clients?search=mariliis").await.expect(200);
    assert_eq!(found["items"], json!([]));
}

#[tokio::test]
async fn an_erased_contact_has_no_access_and_gets_no_mail() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    let event = json!({ "office_id": all.office.id, "contact_id": all.mariliis.id });
    world.call("erase_person", event.clone()).await.unwrap();
    let portal = format!("/api/portal/{}/session", all.office.id);
    all.mariliis.get(&portal).await.expect_problem(401, "not_signed_in");
    all.jaan.get(&portal).await.expect(200);
    let mails = world.mails_to(&all.mariliis.email).len();
    world
        .browser()
        .post("/api/portals/books/login", json!({ "email": all.mariliis.email }))
        .await
        .expect(202);
    let message = json!({ "visibility": "portal", "text": "One more thing." });
    all.owner.post(&format!("{}/messages", all.task), message).await.expect(201);
    world.advance_minutes(20).await;
    assert_eq!(world.mails_to(&all.mariliis.email).len(), mails);
    assert!(world.mails().iter().all(|mail| !mail.to.ends_with("erased.invalid")));
    assert!(world.cloud.dead_letters().unwrap().is_empty());

    let before = without_stamps(world.snapshot().await);
    let again = world.call("erase_person", event).await.unwrap();
    assert_eq!((&again["done"], &again["items"]), (&json!(true), &json!(0)));
    let differs =
        without_stamps(world.snapshot().await).into_iter().zip(before).filter(|(new, old)| new != old);
    assert_eq!(
        differs.map(|(new, _)| new["ent"].clone()).collect::<Vec<_>>(),
        ["contact"],
        "its version only"
    );

    let path = format!("/api/office/clients/{}/contacts", all.bakery);
    let new = json!({ "name": "Mariliis", "email": all.mariliis.email, "has_access": true });
    let new = all.owner.post(&path, new).await.expect(201);
    assert_ne!(new["id"], all.mariliis.id);
}

#[tokio::test]
async fn nothing_in_the_table_names_an_erased_member_and_their_clients_fall_to_the_owner() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    all.hold().await;
    let answers = all.call("erase_person", json!({ "member_id": all.annabel.id, "limit": 1 })).await;
    assert!(answers.len() > 5);
    let after = world.snapshot().await;
    assert_eq!(with_text(&after, "annabel"), Vec::<&Value>::new());
    all.annabel.get("/api/office/session").await.expect_problem(401, "not_signed_in");

    let open = all.owner.get(&all.task).await.expect(200);
    assert_eq!(open["assignee"], Value::Null);
    let completed = all.owner.get(&all.completed).await.expect(200);
    assert_eq!(completed["assignee"]["name"], "Erased person");
    assert_eq!(completed["completed"]["by"], "Erased person");
    let client = all.owner.get(&format!("/api/office/clients/{}", all.bakery)).await.expect(200);
    assert_eq!(client["responsible"].as_array().unwrap().len(), 1);
    assert_eq!(client["responsible"][0]["name"], "Olivia Owner");

    let (scope, id) = (all.office.scope(), all.annabel.id.parse().unwrap());
    let member = members::get(&world.cx.table, &scope, id).await.unwrap().unwrap();
    assert!(!member.is_active);
    assert_eq!(member.unread_notifications, 0);
    let partition = format!("#M#{}", all.annabel.id.replace("mem_", ""));
    let own = after.iter().filter(|item| item["pk"].as_str().unwrap().ends_with(&partition));
    assert_eq!(own.map(|item| item["ent"].clone()).collect::<Vec<_>>(), ["member", "audit_key"]);
}

#[tokio::test]
async fn an_erased_admin_is_told_of_nothing_any_more() {
    let world = World::start().await;
    let office = world.office().await;
    let admin = office.member("Annabel Aed", Role::Admin).await;
    let client = office.client("Example Bakery").await;
    let contact = office.contact(client, "jaan@client.example").await;
    let event = json!({ "office_id": office.id, "member_id": admin.id });
    world.call("erase_person", event).await.unwrap();
    let (owner, mine) = (office.owner(), format!("/api/office/clients/{client}"));
    owner.if_match(1).patch(&mine, json!({ "responsible_ids": [] })).await.expect(200);
    let task = json!({ "client_id": client, "title": "Bank statement" });
    let task = owner.post("/api/office/tasks", task).await.expect(201)["id"].as_str().unwrap().to_owned();
    owner.post(&format!("/api/office/tasks/{task}/assign"), json!({})).await.expect(200);
    let messages = format!("/api/portal/{}/clients/{client}/tasks/{task}/messages", office.id);
    contact.post(&messages, json!({ "text": "Here it is." })).await.expect(201);
    world.settle().await;
    let told = world.snapshot().await.into_iter().filter(|item| item["ent"] == "notification");
    let told = told.map(|item| item["recipient"]["id"].as_str().unwrap().to_owned());
    assert_eq!(told.collect::<Vec<_>>(), std::slice::from_ref(&owner.id));
}

#[tokio::test]
async fn the_last_owner_stays() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    let before = world.snapshot().await;
    let event = json!({ "office_id": all.office.id, "member_id": all.owner.id });
    let refused = world.call("erase_person", event).await.unwrap_err();
    assert!(refused.contains("is the only owner of their office"), "{refused}");
    assert_eq!(world.snapshot().await, before);
    all.owner.get("/api/office/session").await.expect(200);
}

#[tokio::test]
async fn people_go_with_an_office_that_is_being_erased() {
    let world = World::start().await;
    let all = Everything::arrange(&world, "Example Books", "books").await;
    let erasing = json!({ "office_id": all.office.id, "name": "books" });
    world.call("erase_office", erasing).await.unwrap();
    let event = json!({ "office_id": all.office.id, "contact_id": all.jaan.id });
    let refused = world.call("erase_person", event).await.unwrap_err();
    assert!(refused.contains("is being erased"), "{refused}");
    let jaan = all.jaan.id.parse().unwrap();
    let contact = contacts::get(&world.cx.table, &all.office.scope(), jaan).await.unwrap().unwrap();
    assert_eq!(contact.erased_at, None);
}
