use serde_json::json;

use crate::desk::Desk;

#[tokio::test]
async fn every_contact_may_take_the_clients_done_back() {
    // S42
    let desk = Desk::start().await;
    let (mari, jaan) = (desk.contact("mari").await, desk.contact("jaan").await);
    let task = desk.assigned(json!({})).await;
    mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200);
    let reopen = desk.portal_task(&task, "/reopen");
    let state = jaan.post(&reopen, json!({})).await.expect(200);
    assert_eq!(state, json!({ "state": "open", "done": null, "completed_at": null }));
    assert_eq!(desk.read(&task).await["client_state"], "open");
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    assert_eq!(jaan.post(&reopen, json!({})).await.expect(200), state, "it is open already");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn once_the_office_has_completed_it_nobody_reopens_it() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    let hidden = desk.task(json!({})).await;
    mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200);
    desk.act(&task, "complete").await.expect(200);
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let reopen = desk.portal_task(&task, "/reopen");
    mari.post(&reopen, json!({})).await.expect_problem(409, "task_completed");
    mari.post(&desk.portal_task(&hidden, "/reopen"), json!({})).await.expect_problem(404, "not_found");
    assert_eq!(desk.world.snapshot().await, before);
}
