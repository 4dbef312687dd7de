use serde_json::{Value, json};

use crate::desk::Desk;

fn line(task: &Value) -> String {
    format!("/checklist/{}", task["checklist"][0]["id"].as_str().unwrap())
}

#[tokio::test]
async fn contacts_tick_where_the_task_lets_them() {
    // S37
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({ "checklist": [{ "text": "a" }], "client_may_tick": true })).await;
    let tick = desk.portal_task(&task, &line(&task));
    let ticked = mari.put(&tick, json!({ "is_done": true })).await.expect(200);
    assert_eq!([&ticked["checklist_done"], &ticked["checklist"][0]["is_done"]], [&json!(1), &json!(true)]);
    assert_eq!(desk.seen_by(&mari, &task).await, ticked);
    assert_eq!(desk.read(&task).await["checklist_done"], 1);
    mari.put(&tick, json!({ "is_done": false })).await.expect(200);
    assert_eq!(desk.read(&task).await["checklist_done"], 0);
}

#[tokio::test]
async fn elsewhere_the_office_ticks_alone() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let closed = desk.assigned(json!({ "checklist": [{ "text": "a" }] })).await;
    let done = desk.assigned(json!({ "checklist": [{ "text": "a" }], "client_may_tick": true })).await;
    desk.act(&done, "complete").await.expect(200);
    let hidden = desk.task(json!({ "checklist": [{ "text": "a" }], "client_may_tick": true })).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for (task, rest, status, code) in [
        (&closed, line(&closed), 409, "tick_not_allowed"),
        (&done, line(&done), 409, "task_completed"),
        (&hidden, line(&hidden), 404, "not_found"),
        (&closed, "/checklist/chk_x".to_owned(), 404, "not_found"),
    ] {
        let reply = mari.put(&desk.portal_task(task, &rest), json!({ "is_done": true })).await;
        reply.expect_problem(status, code);
    }
    assert_eq!(desk.world.snapshot().await, before);
}
