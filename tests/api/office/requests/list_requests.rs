use serde_json::json;
use sild_domain::Role;

use crate::desk::{Desk, each, request_path};

/// S46
#[tokio::test]
async fn a_member_lists_the_requests_of_those_for_whom_they_answer_and_managers_all() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let responsible = desk.responsible("Riina").await;
    let added = desk.office.member("Anu", Role::Member).await;
    added.add_to(desk.client).await;
    let other = desk.office.client("Another Client").await;
    let stranger = desk.office.contact(other, "stranger@other.example").await;
    let first = desk.request(&mari, "First").await;
    let theirs = format!("/api/portal/{}/clients/{other}/requests", desk.office.id);
    let second = stranger.post(&theirs, json!({ "subject": "Second", "text": "Hello." })).await.expect(201);
    let all = desk.owner.get("/api/office/requests").await.expect(200);
    assert_eq!(each(&all, "id"), [second["id"].clone(), first["id"].clone()]);
    let own = responsible.get("/api/office/requests").await.expect(200);
    assert_eq!(each(&own, "id"), [first["id"].clone()]);
    assert_eq!(each(&added.get("/api/office/requests").await.expect(200), "id"), Vec::<&str>::new());
    let of_client = format!("/api/office/requests?client_id={}", desk.client);
    assert_eq!(each(&added.get(&of_client).await.expect(200), "id"), Vec::<&str>::new());
    assert_eq!(each(&responsible.get(&of_client).await.expect(200), "subject"), ["First"]);
    responsible
        .get(&format!("/api/office/requests?client_id={other}"))
        .await
        .expect_problem(404, "not_found");
    desk.owner.post(&request_path(&first, "/close"), json!({})).await.expect(200);
    let finished = desk.owner.get("/api/office/requests?state=finished").await.expect(200);
    assert_eq!(each(&finished, "state"), ["closed"]);
}

#[tokio::test]
async fn a_list_goes_on_where_its_page_ended() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    for subject in ["First", "Second", "Third"] {
        desk.request(&mari, subject).await;
        desk.world.advance_minutes(1).await;
    }
    let page = desk.owner.get("/api/office/requests?limit=2").await.expect(200);
    assert_eq!(each(&page, "subject"), ["Third", "Second"]);
    let next = page["next"].as_str().unwrap();
    let page = desk.owner.get(&format!("/api/office/requests?limit=2&cursor={next}")).await.expect(200);
    assert_eq!(each(&page, "subject"), ["First"]);
    assert_eq!(page["next"], json!(null));
    desk.owner.get("/api/office/requests?cursor=x").await.expect_problem(422, "invalid_value");
}

/// A renamed client is called by its new name everywhere.
#[tokio::test]
async fn a_renamed_client_is_called_by_its_new_name() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    desk.request(&mari, "First").await;
    let client = desk.read_client().await;
    let path = format!("/api/office/clients/{}", desk.client);
    desk.owner.if_match(&client["version"]).patch(&path, json!({ "name": "Renamed" })).await.expect(200);
    desk.world.settle().await;
    let list = desk.owner.get("/api/office/requests").await.expect(200);
    assert_eq!(list["items"][0]["client"]["name"], "Renamed");
}
