//! What every list reads of the table: its page, however long the list is.

use serde_json::{Value, json};
use sild_domain::Role;
use sild_tests::Person;

use crate::desk::Desk;

/// How many things each list has.
const THINGS: usize = 12;
/// How many a page has, and one more, which says whether there is a next one.
const PAGE: usize = 3;

/// A desk at which there is plenty of everything.
async fn plenty() -> Desk {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    desk.owner.answer_for(desk.client).await;
    for number in 0..THINGS {
        desk.contact(&format!("person{number:02}")).await;
        desk.office.member(&format!("Member {number:02}"), Role::Member).await;
        let template =
            json!({ "title": format!("Template {number:02}"), "description": "", "checklist": [] });
        desk.owner.post("/api/office/templates", template).await.expect(201);
        let series = json!({
            "client_id": desk.client, "title": format!("Series {number:02}"), "assign_to_client": false,
            "recurrence": {
                "frequency": { "kind": "weekly", "weekdays": ["monday"] }, "every": 1, "weekend": "leave",
                "start": "2027-03-02", "end": { "kind": "never" }, "due_after_days": 4,
            },
        });
        desk.owner.post("/api/office/series", series).await.expect(201);
        desk.assigned(json!({ "title": format!("Task {number:02}"), "assignee_id": desk.owner.id })).await;
        desk.request(&mari, &format!("Request {number:02}")).await;
    }
    desk.world.advance_minutes(10).await;
    desk
}

/// How many items a person's list reads with queries, beyond what knowing them does.
async fn queried(desk: &Desk, person: &Person, path: &str, session: &str) -> (usize, Value) {
    let mut read = [0, 0];
    let mut answer = Value::Null;
    for (read, path) in read.iter_mut().zip([session, path]) {
        drop(desk.world.take_calls());
        answer = person.get(path).await.expect(200);
        let calls = desk.world.take_calls();
        *read = calls.iter().filter(|call| call.what.ends_with(".Query")).map(|call| call.items_read).sum();
    }
    (read[1] - read[0], answer)
}

#[tokio::test]
async fn a_list_reads_its_page_however_long_it_is() {
    // S65
    let desk = plenty().await;
    let client = desk.client;
    // Behind each contact stand they and their client.
    let cards = 2 * PAGE;
    for (list, behind) in [
        ("contacts?".to_owned(), cards),
        ("contacts?search=person".to_owned(), cards),
        ("tasks?assignee=me&state=open".to_owned(), 0),
        (format!("tasks?client_id={client}&state=open"), 0),
        ("requests?".to_owned(), 0),
        (format!("requests?client_id={client}&state=open"), 0),
        ("series?".to_owned(), 0),
        (format!("series?client_id={client}"), 0),
        ("members?".to_owned(), 0),
        ("notifications?".to_owned(), 0),
        ("templates?".to_owned(), 0),
        ("audit?".to_owned(), 0),
    ] {
        let path = format!("/api/office/{list}&limit={PAGE}");
        let (read, page) = queried(&desk, &desk.owner, &path, "/api/office/session").await;
        assert_eq!(page["items"].as_array().unwrap().len(), PAGE, "{list}");
        assert!(page["next"].is_string(), "{list}");
        assert!((PAGE + behind..=PAGE + 1 + behind).contains(&read), "{list} reads {read}");
    }
}

#[tokio::test]
async fn a_contacts_list_reads_its_page_too() {
    // S31, S48
    let desk = plenty().await;
    let mari = desk.contact("another").await;
    let session = format!("/api/portal/{}/session", desk.office.id);
    for list in [desk.portal(""), desk.portal_requests("")] {
        let path = format!("{list}?limit={PAGE}");
        let (read, page) = queried(&desk, &mari, &path, &session).await;
        assert_eq!(page["items"].as_array().unwrap().len(), PAGE, "{list}");
        assert!((PAGE..=PAGE + 1).contains(&read), "{list} reads {read}");
    }
}
