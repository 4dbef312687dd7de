//! The job that mails: what the stream brings it.

use serde_json::{Value, json};
use sild_tests::World;

/// What Lambda hands over for these items of the table.
fn event(rows: &[Value]) -> Value {
    let record = |(n, row): (usize, &Value)| {
        let image: serde_dynamo::Item = serde_dynamo::to_item(row).unwrap();
        json!({
            "eventID": n.to_string(), "eventName": "INSERT", "eventSource": "aws:dynamodb", "awsRegion": "eu-north-1",
            "dynamodb": {
                "Keys": {}, "NewImage": image, "SequenceNumber": format!("{n:05}"), "SizeBytes": 400,
                "StreamViewType": "NEW_IMAGE",
            },
        })
    };
    json!({ "Records": rows.iter().enumerate().map(record).collect::<Vec<_>>() })
}

async fn rows(world: &World) -> Vec<Value> {
    world.snapshot().await.into_iter().filter(|item| item["ent"] == "outbox").collect()
}

#[tokio::test]
async fn a_row_that_comes_twice_is_mailed_once() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    world.browser().post("/api/office-login", json!({ "email": owner.email })).await.expect(202);
    let event = event(&rows(&world).await);
    for _ in 0..2 {
        let answer = sild_jobs::send_mail::send_mail(world.cx.clone(), event.clone()).await.unwrap();
        assert_eq!(answer, json!({ "batchItemFailures": [] }));
    }
    assert_eq!(world.mails().len(), 1);
    assert!(rows(&world).await.is_empty());
}

#[tokio::test]
async fn a_bad_record_is_named_and_those_before_it_are_mailed() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    world.browser().post("/api/office-login", json!({ "email": owner.email })).await.expect(202);
    let mut all = rows(&world).await;
    all.push(json!({ "ent": "outbox", "channel": "mail", "effect": { "kind": "unheard_of" } }));
    let answer = sild_jobs::send_mail::send_mail(world.cx.clone(), event(&all)).await.unwrap();
    assert_eq!(answer, json!({ "batchItemFailures": [{ "itemIdentifier": "00001" }] }));
    assert_eq!(world.mails().len(), 1);
}

#[tokio::test]
async fn a_mail_that_can_never_leave_is_settled() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    world.browser().post("/api/office-login", json!({ "email": owner.email })).await.expect(202);
    let mut config = sild_app::Config::clone(&world.cx.config);
    config.mail_from = String::new();
    let cx = sild_app::Context { config: config.into(), ..world.cx.clone() };
    let answer = sild_jobs::send_mail::send_mail(cx, event(&rows(&world).await)).await.unwrap();
    assert_eq!(answer, json!({ "batchItemFailures": [] }));
    assert!(world.mails().is_empty());
    assert!(rows(&world).await.is_empty());
}
