use serde_json::{Value, json};

use crate::desk::{Desk, path};

fn line(task: &Value, index: usize) -> String {
    path(task, &format!("/checklist/{}", task["checklist"][index]["id"].as_str().unwrap()))
}

#[tokio::test]
async fn lines_are_ticked_and_unticked() {
    // S37
    let desk = Desk::start().await;
    let task = desk.task(json!({ "checklist": [{ "text": "a" }, { "text": "b" }] })).await;
    let ticked = desk.owner.put(&line(&task, 1), json!({ "is_done": true })).await.expect(200);
    assert_eq!([&ticked["checklist_done"], &ticked["checklist"][1]["is_done"]], [&json!(1), &json!(true)]);
    let before = desk.world.snapshot().await;
    let again = desk.owner.put(&line(&task, 1), json!({ "is_done": true })).await.expect(200);
    assert_eq!(again, ticked);
    assert_eq!(desk.world.snapshot().await, before, "ticked already");
    let unticked = desk.owner.put(&line(&task, 1), json!({ "is_done": false })).await.expect(200);
    assert_eq!(unticked["checklist_done"], 0);
}

#[tokio::test]
async fn two_ticks_at_once_are_both_kept() {
    let desk = Desk::start().await;
    let task = desk.task(json!({ "checklist": [{ "text": "a" }, { "text": "b" }] })).await;
    let (first, second) = (line(&task, 0), line(&task, 1));
    let (one, other) = tokio::join!(
        desk.owner.put(&first, json!({ "is_done": true })),
        desk.owner.put(&second, json!({ "is_done": true })),
    );
    one.expect(200);
    other.expect(200);
    assert_eq!(desk.read(&task).await["checklist_done"], 2);
}

#[tokio::test]
async fn a_line_that_is_not_there_and_a_completed_task_are_refused() {
    let desk = Desk::start().await;
    let task = desk.task(json!({ "checklist": [{ "text": "a" }] })).await;
    let never = path(&task, "/checklist/chk_01jnb000000000000000000000");
    desk.act(&task, "complete").await.expect(200);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    desk.owner.put(&line(&task, 0), json!({ "is_done": true })).await.expect_problem(409, "task_completed");
    assert_eq!(desk.world.snapshot().await, before);
    desk.act(&task, "reopen").await.expect(200);
    desk.owner.put(&never, json!({ "is_done": true })).await.expect_problem(404, "not_found");
}
