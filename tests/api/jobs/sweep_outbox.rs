use serde_json::{Value, json};
use sild_tests::{Office, Person, World, upload};

struct Upload {
    ticket: Value,
    complete: String,
}

/// Somebody's file of a task, uploaded and not completed.
async fn begun(owner: &Person, task: &str) -> Upload {
    let declared = json!({
        "name": "a.pdf", "size_bytes": 5, "content_type": "application/pdf", "visibility": "internal",
    });
    let ticket = owner.post(&format!("{task}/files"), declared).await.expect(201);
    upload(&ticket, b"bytes").await;
    let complete = format!("{task}/files/{}/complete", ticket["file_id"].as_str().unwrap());
    Upload { ticket, complete }
}

async fn task(office: &Office) -> String {
    let client = office.client("Example Bakery").await;
    let new = json!({ "client_id": client.to_string(), "title": "Bank statement" });
    let task = office.owner().post("/api/office/tasks", new).await.expect(201);
    format!("/api/office/tasks/{}", task["id"].as_str().unwrap())
}

/// Whether the bucket has what a ticket's upload put there.
async fn is_stored(world: &World, ticket: &Value) -> bool {
    let url: http::Uri = ticket["url"].as_str().unwrap().parse().unwrap();
    let key = url.path().split("/o/").nth(1).unwrap();
    let head = world.cx.s3.head_object().bucket(&world.cx.config.bucket).key(format!("o/{key}"));
    head.send().await.is_ok()
}

fn uploads(snapshot: &[Value]) -> usize {
    snapshot.iter().filter(|item| item["ent"] == "upload").count()
}

#[tokio::test]
async fn an_upload_that_nobody_completes_is_gone_after_a_day_and_a_file_is_not() {
    let world = World::start().await;
    let office = world.office().await;
    let task = task(&office).await;
    let owner = office.owner();
    let kept = begun(&owner, &task).await;
    owner.post(&kept.complete, json!({})).await.expect(200);
    let left = begun(&owner, &task).await;

    world.advance_minutes(23 * 60).await;
    assert_eq!(uploads(&world.snapshot().await), 1, "it may still be completed");
    assert!(is_stored(&world, &left.ticket).await);

    world.advance_minutes(8 * 60).await;
    assert_eq!(uploads(&world.snapshot().await), 0);
    assert!(!is_stored(&world, &left.ticket).await);
    owner.post(&left.complete, json!({})).await.expect_problem(404, "not_found");
    assert!(is_stored(&world, &kept.ticket).await);
    assert_eq!(owner.get(&task).await.expect(200)["files"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_upload_can_be_completed_on_the_same_day() {
    let world = World::start().await;
    let office = world.office().await;
    let task = task(&office).await;
    let owner = office.owner();
    let late = begun(&owner, &task).await;
    world.advance_minutes(23 * 60).await;
    owner.post(&late.complete, json!({})).await.expect(200);
    world.advance_days(3).await;
    assert!(is_stored(&world, &late.ticket).await);
}
