use serde_json::json;
use sild_domain::Role;

use crate::desk::{Desk, each, path};

#[tokio::test]
async fn news_of_the_client_lasts_until_a_member_has_looked() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    assert_eq!(task["has_client_news"], false);
    let message = desk.portal_task(&task, "/messages");
    for act in ["message", "file", "done"] {
        match act {
            "message" => drop(mari.post(&message, json!({ "text": "Hello." })).await.expect(201)),
            "file" => drop(desk.contact_file(&mari, &task, "a.txt").await),
            _ => drop(mari.post(&desk.portal_task(&task, "/done"), json!({})).await.expect(200)),
        }
        assert_eq!(desk.read(&task).await["has_client_news"], true, "{act}");
        let list = format!("/api/office/tasks?client_id={}", desk.client);
        assert_eq!(each(&desk.owner.get(&list).await.expect(200), "has_client_news"), [true]);
        desk.act(&task, "seen").await.expect(204);
        assert_eq!(desk.read(&task).await["has_client_news"], false, "{act}");
    }
    let version = desk.read(&task).await["version"].clone();
    let before = desk.world.snapshot().await;
    desk.act(&task, "seen").await.expect(204);
    assert_eq!(desk.world.snapshot().await, before, "there was nothing to remember");
    assert_eq!(desk.read(&task).await["version"], version);
}

#[tokio::test]
async fn who_does_not_see_the_task_marks_nothing() {
    let desk = Desk::start().await;
    let task = desk.task(json!({})).await;
    let outside = desk.office.member("Peeter", Role::Member).await;
    outside.post(&path(&task, "/seen"), json!({})).await.expect_problem(404, "not_found");
}
