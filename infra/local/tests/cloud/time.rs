//! Schedules and the clock: what fires when, in which order, and what happens when its job fails.

use jiff::SignedDuration;
use serde_json::json;
use sild_local::{CloudError, CloudOptions};

use crate::contract::scheduler::create;
use crate::support::{Machine, START, function_arn, options, sweep};

fn minutes(count: i64) -> SignedDuration {
    SignedDuration::from_mins(count)
}

/// Schedules `job` at a UTC time, with `input`.
async fn schedule(machine: &Machine, name: &str, expression: &str, job: &str, input: &str) {
    let mut target = machine.target();
    target.function_arn = function_arn(job);
    let called = create(&target, name, expression).get_target().clone().unwrap();
    let called = aws_sdk_scheduler::types::Target::builder()
        .arn(called.arn())
        .role_arn(called.role_arn())
        .input(input)
        .set_retry_policy(called.retry_policy().cloned())
        .build()
        .unwrap();
    create(&target, name, expression)
        .schedule_expression_timezone("UTC")
        .target(called)
        .send()
        .await
        .unwrap();
}

fn names(machine: &Machine) -> Vec<String> {
    machine.cloud.schedules().unwrap().into_iter().map(|view| view.name).collect()
}

#[tokio::test]
async fn nothing_fires_before_the_clock_is_advanced() {
    let machine = Machine::start().await;
    schedule(&machine, "n-1", "at(2026-03-02T09:05:00)", "announce", "{}").await;
    machine.cloud.fire_due().await.unwrap();
    assert_eq!(machine.jobs.calls(), []);
    assert_eq!(machine.now().to_string(), START);
}

#[tokio::test]
async fn a_one_time_schedule_fires_at_its_instant_and_is_gone() {
    let machine = Machine::start().await;
    schedule(&machine, "n-1", "at(2026-03-02T09:05:00)", "announce", r#"{"client":"c1"}"#).await;
    let now = machine.cloud.advance(minutes(10)).await.unwrap();
    assert_eq!(now.to_string(), "2026-03-02T09:10:00Z");
    assert_eq!(machine.now(), now);
    assert_eq!(machine.jobs.times_of("announce"), ["2026-03-02T09:05:00Z"]);
    assert_eq!(machine.jobs.calls()[0].event, json!({ "client": "c1" }));
    assert_eq!(names(&machine), [""; 0]);
    machine.cloud.advance(minutes(10)).await.unwrap();
    assert_eq!(machine.jobs.calls().len(), 1);
}

#[tokio::test]
async fn what_is_due_on_the_way_fires_in_the_order_of_its_time() {
    let machine = Machine::with(CloudOptions { standing_schedules: vec![sweep()], ..options() }).await;
    schedule(&machine, "late", "at(2026-03-02T09:12:00)", "late", "{}").await;
    schedule(&machine, "early", "at(2026-03-02T09:07:00)", "early", "{}").await;
    schedule(&machine, "both", "at(2026-03-02T09:10:00)", "both", "{}").await;
    machine.cloud.advance(minutes(12)).await.unwrap();
    let order: Vec<(String, String)> = machine
        .jobs
        .calls()
        .into_iter()
        .map(|call| (call.job, call.at.get(11..16).unwrap_or_default().to_owned()))
        .collect();
    let expected =
        [("sweep", "09:05"), ("early", "09:07"), ("both", "09:10"), ("sweep", "09:10"), ("late", "09:12")];
    assert_eq!(order, expected.map(|(job, at)| (job.to_owned(), at.to_owned())));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_schedule_made_by_a_job_fires_in_the_same_advance() {
    let machine = Machine::start().await;
    schedule(&machine, "first", "at(2026-03-02T09:01:00)", "first", "{}").await;
    let target = machine.target();
    machine.jobs.answer("first", move |_, _| {
        let target = target.clone();
        let made = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
            runtime.block_on(async {
                create(&target, "second", "at(2026-03-02T09:06:00)")
                    .schedule_expression_timezone("UTC")
                    .send()
                    .await
                    .is_ok()
            })
        });
        // The endpoint answers on the other worker.
        Ok(json!({ "made": made.join().unwrap() }))
    });
    machine.cloud.advance(minutes(30)).await.unwrap();
    assert_eq!(machine.jobs.times_of("announce"), ["2026-03-02T09:06:00Z"]);
}

#[tokio::test]
async fn a_daily_schedule_fires_every_day_at_its_local_hour() {
    let machine = Machine::start().await;
    let target = machine.target();
    create(&target, "daily", "cron(0 6 * * ? *)").send().await.unwrap();
    machine.cloud.advance(SignedDuration::from_hours(24 * 31)).await.unwrap();
    let times = machine.jobs.times_of("announce");
    assert_eq!(times.len(), 31);
    assert_eq!(times[0], "2026-03-03T04:00:00Z");
    // From 29 March the office's clock is three hours ahead.
    assert_eq!(times[30], "2026-04-02T03:00:00Z");
}

#[tokio::test]
async fn the_context_of_the_firing_is_filled_into_the_input() {
    let machine = Machine::start().await;
    let input = r#"{"at":"<aws.scheduler.scheduled-time>","id":"<aws.scheduler.execution-id>","n":"<aws.scheduler.attempt-number>","arn":"<aws.scheduler.schedule-arn>"}"#;
    schedule(&machine, "n-1", "at(2026-03-02T09:05:00)", "announce", input).await;
    machine.cloud.advance(minutes(5)).await.unwrap();
    let event = machine.jobs.calls()[0].event.clone();
    assert_eq!(event["at"], "2026-03-02T09:05:00Z");
    assert_eq!(event["n"], "1");
    assert_eq!(event["arn"], "arn:aws:scheduler:eu-north-1:000000000000:schedule/sild/n-1");
    assert_eq!(event["id"].as_str().unwrap().len(), 16);
}

#[tokio::test]
async fn a_failed_job_is_tried_again_after_growing_pauses() {
    let machine = Machine::start().await;
    machine.jobs.answer("announce", |_, before| if before < 2 { Err("no".into()) } else { Ok(json!({})) });
    schedule(
        &machine,
        "n-1",
        "at(2026-03-02T09:05:00)",
        "announce",
        r#"{"id":"<aws.scheduler.execution-id>"}"#,
    )
    .await;
    machine.cloud.advance(minutes(10)).await.unwrap();
    let times = machine.jobs.times_of("announce");
    assert_eq!(times, ["2026-03-02T09:05:00Z", "2026-03-02T09:05:15Z", "2026-03-02T09:05:45Z"]);
    let ids: std::collections::BTreeSet<String> =
        machine.jobs.calls().iter().map(|call| call.event["id"].to_string()).collect();
    assert_eq!(ids.len(), 3);
    assert_eq!(machine.cloud.dead_letters().unwrap(), []);
}

#[tokio::test]
async fn a_job_that_fails_for_good_is_set_aside_and_its_one_time_schedule_is_gone() {
    let machine = Machine::start().await;
    machine.jobs.answer("announce", |_, _| Err("the reason".into()));
    schedule(&machine, "n-1", "at(2026-03-02T09:05:00)", "announce", r#"{"client":"c1"}"#).await;
    machine.cloud.advance(minutes(60)).await.unwrap();
    assert_eq!(machine.jobs.calls().len(), 3);
    let dead = machine.cloud.dead_letters().unwrap();
    assert_eq!(dead.len(), 1);
    assert_eq!((dead[0].source.as_str(), dead[0].job.as_str()), ("schedule", "announce"));
    assert_eq!((dead[0].event.as_str(), dead[0].error.as_str()), (r#"{"client":"c1"}"#, "the reason"));
    assert_eq!(names(&machine), [""; 0]);
}

#[tokio::test]
async fn a_job_that_panics_is_a_failed_job() {
    let machine = Machine::start().await;
    machine.jobs.answer("announce", |_, before| if before == 0 { panic!("once") } else { Ok(json!({})) });
    schedule(&machine, "n-1", "at(2026-03-02T09:05:00)", "announce", "{}").await;
    machine.cloud.advance(minutes(10)).await.unwrap();
    assert_eq!(machine.jobs.calls().len(), 2);
    assert_eq!(machine.cloud.dead_letters().unwrap(), []);
}

#[tokio::test]
async fn a_deleted_schedule_does_not_fire() {
    let machine = Machine::start().await;
    schedule(&machine, "n-1", "at(2026-03-02T09:05:00)", "announce", "{}").await;
    machine.target().scheduler().delete_schedule().name("n-1").group_name("sild").send().await.unwrap();
    machine.cloud.advance(minutes(10)).await.unwrap();
    assert_eq!(machine.jobs.calls(), []);
}

#[tokio::test]
async fn a_standing_schedule_ticks_at_its_rate_and_thins_out_while_nothing_happens() {
    let machine = Machine::with(CloudOptions { standing_schedules: vec![sweep()], ..options() }).await;
    machine.cloud.advance(minutes(60)).await.unwrap();
    assert_eq!(machine.jobs.times_of("sweep").len(), 4);
    machine.cloud.advance(SignedDuration::from_hours(24 * 30)).await.unwrap();
    let quiet = machine.jobs.times_of("sweep").len();
    assert!((100..200).contains(&quiet), "{quiet}");
    // Whatever happens brings the rate back.
    schedule(&machine, "n-1", "at(2026-04-10T12:02:00)", "announce", "{}").await;
    machine.cloud.advance(SignedDuration::from_hours(24 * 30)).await.unwrap();
    let after: Vec<String> = machine
        .jobs
        .times_of("sweep")
        .into_iter()
        .filter(|at| ("2026-04-10T12:02:00Z".."2026-04-10T13:02:00Z").contains(&at.as_str()))
        .collect();
    assert_eq!(after.len(), 4);
    assert_eq!(after[0], "2026-04-10T12:05:00Z");
}

#[tokio::test]
async fn the_clock_moves_by_a_second_to_ten_years() {
    let machine = Machine::start().await;
    for refused in [SignedDuration::ZERO, minutes(-1), SignedDuration::from_hours(24 * 366 * 10 + 1)] {
        assert!(matches!(machine.cloud.advance(refused).await, Err(CloudError::Advance)));
    }
    assert_eq!(machine.now().to_string(), START);
}

#[tokio::test]
async fn expired_items_are_removed_once_a_day() {
    let machine = Machine::start().await;
    let client = machine.target().dynamodb();
    let put = |pk: &'static str, ttl: &'static str| {
        let ttl: jiff::Timestamp = ttl.parse().unwrap();
        client
            .put_item()
            .table_name("sild")
            .item("pk", aws_sdk_dynamodb::types::AttributeValue::S(pk.into()))
            .item("sk", aws_sdk_dynamodb::types::AttributeValue::S("A".into()))
            .item("ttl", aws_sdk_dynamodb::types::AttributeValue::N(ttl.as_second().to_string()))
            .send()
    };
    put("short", "2026-03-02T12:00:00Z").await.unwrap();
    put("long", "2026-05-01T00:00:00Z").await.unwrap();
    machine.cloud.advance(SignedDuration::from_hours(72)).await.unwrap();
    let left = client.scan().table_name("sild").send().await.unwrap();
    let left: Vec<&String> = left.items().iter().map(|item| item["pk"].as_s().unwrap()).collect();
    assert_eq!(left, ["long"]);
}
