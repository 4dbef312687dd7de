//! The stream: which records reach which job, in which form, and what happens when the job fails.

use std::time::{Duration, Instant};

use aws_sdk_dynamodb::types::AttributeValue;
use serde_json::{Value, json};
use sild_local::{ClockMode, CloudOptions, EventPattern, StreamConsumer, StreamDelivery};

use crate::support::{Machine, options};

async fn write(machine: &Machine, entity: &str, sk: &str) {
    machine
        .target()
        .dynamodb()
        .put_item()
        .table_name("sild")
        .item("pk", AttributeValue::S("O#1#OUT".into()))
        .item("sk", AttributeValue::S(sk.into()))
        .item("ent", AttributeValue::S(entity.into()))
        .send()
        .await
        .unwrap();
}

async fn write_rows(machine: &Machine, count: usize) {
    for number in 0..count {
        write(machine, "outbox", &format!("{number:03}")).await;
    }
}

/// The sort keys in each call of a job.
fn batches(machine: &Machine, job: &str) -> Vec<Vec<String>> {
    let keys = |event: &Value| -> Vec<String> {
        let records = event["Records"].as_array().unwrap();
        records
            .iter()
            .map(|record| record["dynamodb"]["Keys"]["sk"]["S"].as_str().unwrap().to_owned())
            .collect()
    };
    machine.jobs.calls_of(job).iter().map(|call| keys(&call.event)).collect()
}

fn numbered(range: std::ops::Range<usize>) -> Vec<String> {
    range.map(|number| format!("{number:03}")).collect()
}

/// Fails every record whose sort key is `bad`, by naming it.
fn refuse(bad: &'static str) -> impl Fn(&Value, usize) -> Result<Value, String> + Send + Sync {
    move |event, _| {
        let records = event["Records"].as_array().unwrap();
        let failed: Vec<Value> = records
            .iter()
            .filter(|record| record["dynamodb"]["Keys"]["sk"]["S"] == bad)
            .map(|record| json!({ "itemIdentifier": record["dynamodb"]["SequenceNumber"] }))
            .collect();
        Ok(json!({ "batchItemFailures": failed }))
    }
}

#[tokio::test]
async fn a_new_row_reaches_its_job_as_aws_would_send_it() {
    let machine = Machine::start().await;
    write(&machine, "outbox", "001").await;
    write(&machine, "task", "002").await;
    machine.cloud.settle().await.unwrap();
    let calls = machine.jobs.calls();
    assert_eq!(calls.len(), 1);
    let record = &calls[0].event["Records"][0];
    assert_eq!(record["eventName"], "INSERT");
    assert_eq!(record["eventSource"], "aws:dynamodb");
    assert_eq!(record["eventVersion"], "1.1");
    assert_eq!(record["awsRegion"], "eu-north-1");
    assert!(record["eventID"].as_str().is_some_and(|id| !id.is_empty()));
    let source = record["eventSourceARN"].as_str().unwrap();
    assert!(source.starts_with("arn:aws:dynamodb:eu-north-1:000000000000:table/sild/stream/"), "{source}");
    let change = &record["dynamodb"];
    assert_eq!(change["Keys"], json!({ "pk": { "S": "O#1#OUT" }, "sk": { "S": "001" } }));
    assert_eq!(change["NewImage"]["ent"], json!({ "S": "outbox" }));
    assert_eq!(change["StreamViewType"], "NEW_AND_OLD_IMAGES");
    assert_eq!(change.get("OldImage"), None);
    assert!(change["SequenceNumber"].as_str().is_some_and(|number| number.len() >= 21));
    assert_eq!(calls[0].event["Records"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn changes_and_deletions_do_not_match_a_filter_for_new_rows() {
    let machine = Machine::start().await;
    write(&machine, "outbox", "001").await;
    machine.cloud.settle().await.unwrap();
    write(&machine, "outbox", "001").await;
    let client = machine.target().dynamodb();
    client
        .delete_item()
        .table_name("sild")
        .key("pk", AttributeValue::S("O#1#OUT".into()))
        .key("sk", AttributeValue::S("001".into()))
        .send()
        .await
        .unwrap();
    machine.cloud.settle().await.unwrap();
    assert_eq!(machine.jobs.calls().len(), 1);
}

/// Of whatever `ent` the item has now, or had when it went.
fn of_kind(kind: &str) -> EventPattern {
    let pattern = |pattern: Value| EventPattern::parse(&pattern).unwrap();
    pattern(json!({ "dynamodb": { "NewImage": { "ent": { "S": [kind] } } } })).or(pattern(
        json!({ "eventName": ["REMOVE"], "dynamodb": { "OldImage": { "ent": { "S": [kind] } } } }),
    ))
}

#[tokio::test]
async fn either_filter_lets_through_and_a_change_brings_what_was_and_what_is() {
    let consumer = StreamConsumer::new("record", of_kind("task"));
    let machine = Machine::with(CloudOptions { stream_consumers: vec![consumer], ..options() }).await;
    write(&machine, "task", "001").await;
    write(&machine, "outbox", "002").await;
    let client = machine.target().dynamodb();
    let key = |sk: &str| {
        [("pk", "O#1#OUT"), ("sk", sk)].map(|(name, value)| (name, AttributeValue::S(value.into())))
    };
    for sk in ["001", "002"] {
        let [(pk, pk_value), (sk, sk_value)] = key(sk);
        let update = client.update_item().table_name("sild").key(pk, pk_value).key(sk, sk_value);
        let set = update.update_expression("SET title = :title");
        set.expression_attribute_values(":title", AttributeValue::S("Bank".into())).send().await.unwrap();
    }
    for sk in ["001", "002"] {
        let [(pk, pk_value), (sk, sk_value)] = key(sk);
        client.delete_item().table_name("sild").key(pk, pk_value).key(sk, sk_value).send().await.unwrap();
    }
    machine.cloud.settle().await.unwrap();
    let calls = machine.jobs.calls_of("record");
    let records = calls.iter().flat_map(|call| call.event["Records"].as_array().unwrap().clone());
    let told = records.map(|record| {
        let titles = ["OldImage", "NewImage"].map(|image| record["dynamodb"][image]["title"]["S"].clone());
        assert_eq!(record["dynamodb"]["Keys"]["sk"]["S"], "001", "only tasks");
        (record["eventName"].as_str().unwrap().to_owned(), titles)
    });
    let (none, bank) = (Value::Null, json!("Bank"));
    assert_eq!(
        told.collect::<Vec<_>>(),
        [
            ("INSERT".to_owned(), [none.clone(), none.clone()]),
            ("MODIFY".to_owned(), [none.clone(), bank.clone()]),
            ("REMOVE".to_owned(), [bank, none]),
        ]
    );
}

#[tokio::test]
async fn rows_come_in_order_ten_at_a_time_and_once() {
    let machine = Machine::start().await;
    write_rows(&machine, 25).await;
    machine.cloud.settle().await.unwrap();
    machine.cloud.settle().await.unwrap();
    assert_eq!(batches(&machine, "relay"), [numbered(0..10), numbered(10..20), numbered(20..25)]);
}

#[tokio::test]
async fn a_record_named_as_failed_is_tried_again_and_the_others_are_not() {
    let machine = Machine::start().await;
    machine
        .jobs
        .answer("relay", |event, before| if before == 0 { refuse("004")(event, 0) } else { Ok(json!({})) });
    write_rows(&machine, 10).await;
    machine.cloud.settle().await.unwrap();
    assert_eq!(batches(&machine, "relay"), [numbered(0..10), numbered(4..5), numbered(5..10)]);
    assert_eq!(machine.cloud.dead_letters().unwrap(), []);
}

#[tokio::test]
async fn a_record_that_always_fails_is_set_aside_and_the_rest_goes_on() {
    let machine = Machine::start().await;
    machine.jobs.answer("relay", refuse("004"));
    write_rows(&machine, 10).await;
    machine.cloud.settle().await.unwrap();
    let tries =
        batches(&machine, "relay").into_iter().filter(|batch| batch.contains(&"004".to_owned())).count();
    assert_eq!(tries, 4);
    assert_eq!(batches(&machine, "relay").last(), Some(&numbered(5..10)));
    let dead = machine.cloud.dead_letters().unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!((dead[0].source.as_str(), dead[0].job.as_str()), ("stream", "relay"));
    let event: Value = serde_json::from_str(&dead[0].event).unwrap();
    assert_eq!(event["Records"][0]["dynamodb"]["Keys"]["sk"]["S"], "004");
}

#[tokio::test]
async fn a_batch_that_fails_as_a_whole_is_halved_until_the_bad_record_is_alone() {
    let machine = Machine::start().await;
    machine.jobs.answer("relay", |event, _| {
        let records = event["Records"].as_array().unwrap();
        let is_bad = records.iter().any(|record| record["dynamodb"]["Keys"]["sk"]["S"] == "002");
        if is_bad { Err("bad".into()) } else { Ok(json!({})) }
    });
    write_rows(&machine, 4).await;
    machine.cloud.settle().await.unwrap();
    let alone = numbered(2..3);
    assert_eq!(
        batches(&machine, "relay"),
        [
            numbered(0..4),
            numbered(0..2),
            numbered(2..4),
            alone.clone(),
            alone.clone(),
            alone.clone(),
            alone,
            numbered(3..4)
        ]
    );
    assert_eq!(machine.cloud.dead_letters().unwrap().len(), 1);
}

#[tokio::test]
async fn an_unknown_identifier_fails_the_whole_batch() {
    let machine = Machine::start().await;
    machine.jobs.answer("relay", |_, before| {
        let failed = if before == 0 { json!([{ "itemIdentifier": "7" }]) } else { json!([]) };
        Ok(json!({ "batchItemFailures": failed }))
    });
    write_rows(&machine, 2).await;
    machine.cloud.settle().await.unwrap();
    assert_eq!(batches(&machine, "relay"), [numbered(0..2), numbered(0..1), numbered(1..2)]);
}

#[tokio::test]
async fn each_consumer_reads_the_whole_stream_for_itself() {
    let mut both = options();
    both.stream_consumers.push(StreamConsumer::new("audit", EventPattern::everything()));
    let machine = Machine::with(both).await;
    machine.jobs.answer("relay", |_, _| Err("down".into()));
    write(&machine, "outbox", "001").await;
    write(&machine, "task", "002").await;
    machine.cloud.settle().await.unwrap();
    assert_eq!(batches(&machine, "audit"), [["001", "002"]]);
    assert_eq!(batches(&machine, "relay"), [["001"]; 4]);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn in_the_background_a_row_reaches_its_job_at_once() {
    let options = CloudOptions { clock: ClockMode::Wall, delivery: StreamDelivery::Background, ..options() };
    let machine = Machine::with(options).await;
    write(&machine, "outbox", "000").await;
    wait_for(&machine, 1).await;
    let mut slowest = Duration::ZERO;
    for number in 1..=20 {
        write(&machine, "outbox", &format!("{number:03}")).await;
        let written = Instant::now();
        wait_for(&machine, number + 1).await;
        slowest = slowest.max(written.elapsed());
    }
    assert!(slowest < Duration::from_millis(500), "{slowest:?}");
}

async fn wait_for(machine: &Machine, calls: usize) {
    for _ in 0..5_000 {
        if machine.jobs.calls().len() >= calls {
            return;
        }
        tokio::time::sleep(Duration::from_millis(1)).await;
    }
    panic!("only {} calls", machine.jobs.calls().len());
}
