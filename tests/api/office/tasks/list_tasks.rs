use serde_json::{Value, json};
use sild_domain::Role;

use crate::desk::{Desk, each, path};

#[tokio::test]
async fn a_clients_open_tasks_come_by_deadline_and_undated_last() {
    let desk = Desk::start().await;
    for (title, due) in [("None", json!(null)), ("May", json!("2026-05-01")), ("April", json!("2026-04-01"))]
    {
        desk.task(json!({ "title": title, "due": due })).await;
    }
    let done = desk.task(json!({ "title": "Done", "due": "2026-03-05" })).await;
    desk.act(&done, "complete").await.expect(200);
    let base = format!("/api/office/tasks?client_id={}", desk.client);
    let list = desk.owner.get(&base).await.expect(200);
    assert_eq!(each(&list, "title"), ["April", "May", "None"]);
    assert_eq!(list["next"], Value::Null);
    let completed = desk.owner.get(&format!("{base}&state=completed")).await.expect(200);
    assert_eq!(each(&completed, "title"), ["Done"]);
}

#[tokio::test]
async fn pages_go_on_where_the_one_before_ended() {
    let desk = Desk::start().await;
    for day in 10..15 {
        desk.task(json!({ "title": day.to_string(), "due": format!("2026-03-{day}") })).await;
    }
    let base = format!("/api/office/tasks?client_id={}&limit=2", desk.client);
    let mut titles = Vec::new();
    let mut next = String::new();
    loop {
        let page = desk.owner.get(&format!("{base}{next}")).await.expect(200);
        titles.extend(each(&page, "title"));
        match page["next"].as_str() {
            Some(cursor) => next = format!("&cursor={cursor}"),
            None => break,
        }
    }
    assert_eq!(titles, ["10", "11", "12", "13", "14"]);
}

#[tokio::test]
async fn my_tasks_are_those_that_i_work_on() {
    let desk = Desk::start().await;
    let peeter = desk.office.member("Peeter", Role::Member).await;
    peeter.add_to(desk.client).await;
    let mine = desk.task(json!({ "title": "Mine", "assignee_id": peeter.id })).await;
    desk.task(json!({ "title": "Not mine", "assignee_id": desk.owner.id })).await;
    let list = peeter.get("/api/office/tasks?assignee=me").await.expect(200);
    assert_eq!(each(&list, "title"), ["Mine"]);
    peeter.post(&path(&mine, "/complete"), json!({})).await.expect(200);
    let list = peeter.get("/api/office/tasks?assignee=me&state=completed").await.expect(200);
    assert_eq!(each(&list, "title"), ["Mine"]);
}

#[tokio::test]
async fn it_says_whose_tasks_or_is_refused() {
    let desk = Desk::start().await;
    let plain = desk.office.member("Peeter", Role::Member).await;
    let of_client = format!("/api/office/tasks?client_id={}", desk.client);
    plain.get(&of_client).await.expect_problem(404, "not_found");
    let never = "/api/office/tasks?client_id=cli_01jnb000000000000000000000";
    desk.owner.get(never).await.expect_problem(404, "not_found");
    for (query, pointer) in [
        (String::new(), "?client_id"),
        (format!("?client_id={}&assignee=me", desk.client), "?client_id"),
        (format!("?client_id={}&limit=0", desk.client), "?limit"),
        (format!("?client_id={}&cursor=!", desk.client), "?cursor"),
    ] {
        let reply = desk.owner.get(&format!("/api/office/tasks{query}")).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors()[0].0, pointer, "{query}");
    }
}
