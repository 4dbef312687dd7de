//! What a data folder keeps when the process ends, at any moment.

use aws_sdk_dynamodb::types::AttributeValue;
use aws_sdk_s3::primitives::ByteStream;
use jiff::{SignedDuration, Timestamp};
use serde_json::json;
use sild_local::{ClockMode, Cloud, CloudError, CloudOptions, StreamDelivery};
use tempfile::TempDir;

use crate::contract::scheduler::create;
use crate::contract::ses::raw;
use crate::support::{Machine, options, sweep};

async fn write(machine: &Machine, sk: &str) {
    machine
        .target()
        .dynamodb()
        .put_item()
        .table_name("sild")
        .item("pk", AttributeValue::S("O#1#OUT".into()))
        .item("sk", AttributeValue::S(sk.into()))
        .item("ent", AttributeValue::S("outbox".into()))
        .send()
        .await
        .unwrap();
}

/// Copies the folder as it is while the cloud still runs: what a kill -9 leaves on the disk.
fn killed(data: &TempDir) -> TempDir {
    let copy = TempDir::new().unwrap();
    copy_folder(data.path(), copy.path());
    copy
}

fn copy_folder(from: &std::path::Path, to: &std::path::Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[tokio::test]
async fn rows_mails_schedules_and_objects_are_there_after_a_kill() {
    let data = TempDir::new().unwrap();
    let machine = Machine::on_disk(data.path()).await;
    let target = machine.target();
    write(&machine, "001").await;
    target
        .ses()
        .send_email()
        .content(raw("From: a@example.com\nTo: b@example.com\nSubject: S\n\nT\n"))
        .send()
        .await
        .unwrap();
    create(&target, "n-1", "at(2099-07-01T06:00:00)").send().await.unwrap();
    let put = target.s3().put_object().bucket("files").key("o/1").content_type("text/plain");
    put.body(ByteStream::from_static(b"bytes")).send().await.unwrap();

    let left = killed(&data);
    let again = Machine::on_disk(left.path()).await;
    let target = again.target();
    let row = target
        .dynamodb()
        .get_item()
        .table_name("sild")
        .key("pk", AttributeValue::S("O#1#OUT".into()))
        .key("sk", AttributeValue::S("001".into()))
        .send()
        .await
        .unwrap();
    assert!(row.item.is_some());
    assert_eq!(again.cloud.mails().unwrap()[0].subject, "S");
    assert_eq!(again.cloud.schedules().unwrap()[0].name, "n-1");
    let object = target.s3().get_object().bucket("files").key("o/1").send().await.unwrap();
    assert_eq!(object.content_type(), Some("text/plain"));
    assert_eq!(object.body.collect().await.unwrap().to_vec(), b"bytes");
}

#[tokio::test]
async fn the_key_and_the_clock_survive() {
    let data = TempDir::new().unwrap();
    let wall = || CloudOptions { data: Some(data.path().to_owned()), clock: ClockMode::Wall, ..options() };
    let first = Cloud::start(wall()).await.unwrap();
    let key = first.endpoints().access_key_id.clone();
    let advanced = first.advance(SignedDuration::from_hours(48)).await.unwrap();
    drop(first);
    let second = Cloud::start(wall()).await.unwrap();
    assert_eq!(second.endpoints().access_key_id, key);
    assert!(second.clock().now() >= advanced);
    assert!(second.clock().now().duration_since(advanced) < SignedDuration::from_mins(5));
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_time_that_somebody_saw_in_an_advance_is_not_before_a_restart() {
    let data = TempDir::new().unwrap();
    let wall = CloudOptions { data: Some(data.path().to_owned()), clock: ClockMode::Wall, ..options() };
    let machine = Machine::with(wall).await;
    let advances = async {
        for _ in 0..50 {
            machine.cloud.advance(SignedDuration::from_mins(10)).await.unwrap();
            tokio::task::yield_now().await;
        }
    };
    let clock = machine.cloud.clock();
    let records = rusqlite::Connection::open(data.path().join("cloud.sqlite")).unwrap();
    let (ended, mut has_ended) = tokio::sync::oneshot::channel::<()>();
    let observer = tokio::task::spawn_blocking(move || {
        let select = "SELECT value FROM setting WHERE name = 'clock_offset_millis'";
        while has_ended.try_recv() == Err(tokio::sync::oneshot::error::TryRecvError::Empty) {
            let seen = clock.now();
            let Ok(kept) = records.query_row(select, [], |row| row.get::<_, String>(0)) else { continue };
            let after_a_kill = Timestamp::now() + SignedDuration::from_millis(kept.parse().unwrap());
            assert!(after_a_kill >= seen, "{seen} was seen, {after_a_kill} is kept");
        }
    });
    advances.await;
    ended.send(()).unwrap();
    observer.await.unwrap();
}

#[tokio::test]
async fn what_was_due_while_it_was_off_fires_at_the_start_in_order() {
    let data = TempDir::new().unwrap();
    let machine = Machine::on_disk(data.path()).await;
    let target = machine.target();
    create(&target, "late", "at(2026-03-02T13:00:00)").send().await.unwrap();
    create(&target, "early", "at(2026-03-02T12:00:00)").send().await.unwrap();
    create(&target, "daily", "cron(0 6 * * ? *)").send().await.unwrap();
    create(&target, "future", "at(2026-03-09T12:00:00)").send().await.unwrap();
    drop(machine);

    let later = Machine::on_disk_at(data.path(), "2026-03-04T12:00:00Z").await;
    later.cloud.fire_due().await.unwrap();
    assert_eq!(later.jobs.calls().len(), 4);
    let waiting: Vec<String> = later.cloud.schedules().unwrap().into_iter().map(|view| view.name).collect();
    assert_eq!(waiting, ["daily", "future"]);
    later.cloud.fire_due().await.unwrap();
    assert_eq!(later.jobs.calls().len(), 4);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn with_a_wall_clock_the_start_itself_fires_what_is_due() {
    let data = TempDir::new().unwrap();
    let machine = Machine::on_disk(data.path()).await;
    create(&machine.target(), "early", "at(2026-03-02T12:00:00)").send().await.unwrap();
    drop(machine);
    let options = CloudOptions {
        data: Some(data.path().to_owned()),
        clock: ClockMode::Wall,
        delivery: StreamDelivery::Background,
        standing_schedules: vec![sild_local::StandingSchedule { at_start: true, ..sweep() }],
        ..options()
    };
    let later = Machine::with(options).await;
    for _ in 0..2_000 {
        if later.jobs.calls().len() >= 2 {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(2)).await;
    }
    let jobs: Vec<String> = later.jobs.calls().into_iter().map(|call| call.job).collect();
    assert_eq!(jobs, ["announce", "sweep"]);
}

#[tokio::test]
async fn a_firing_that_was_cut_off_is_made_again() {
    let data = TempDir::new().unwrap();
    let machine = Machine::on_disk(data.path()).await;
    create(&machine.target(), "n-1", "at(2026-03-02T11:05:00)").send().await.unwrap();
    let folder = std::sync::Arc::new(std::sync::Mutex::new(None));
    let keep = std::sync::Arc::clone(&folder);
    let path = data.path().to_owned();
    machine.jobs.answer("announce", move |_, _| {
        // The process dies while the job runs: after the schedule is gone, before the job is done.
        let copy = TempDir::new().unwrap();
        copy_folder(&path, copy.path());
        *keep.lock().unwrap() = Some(copy);
        Ok(json!({}))
    });
    machine.cloud.advance(SignedDuration::from_mins(10)).await.unwrap();
    assert_eq!(machine.jobs.calls().len(), 1);

    let left = folder.lock().unwrap().take().unwrap();
    let again = Machine::on_disk_at(left.path(), "2026-03-02T09:10:00Z").await;
    again.cloud.fire_due().await.unwrap();
    assert_eq!(again.jobs.calls().len(), 1);
    assert_eq!(again.jobs.calls()[0].job, "announce");
    again.cloud.fire_due().await.unwrap();
    assert_eq!(again.jobs.calls().len(), 1);
}

#[tokio::test]
async fn stream_records_that_no_job_took_are_handed_over_after_a_kill_and_the_others_are_not() {
    let data = TempDir::new().unwrap();
    let machine = Machine::on_disk(data.path()).await;
    write(&machine, "001").await;
    machine.cloud.settle().await.unwrap();
    write(&machine, "002").await;
    let left = killed(&data);
    let again = Machine::on_disk(left.path()).await;
    again.cloud.settle().await.unwrap();
    let calls = again.jobs.calls();
    assert_eq!(calls.len(), 1);
    assert_eq!(calls[0].event["Records"][0]["dynamodb"]["Keys"]["sk"]["S"], "002");
}

#[tokio::test]
async fn an_upload_that_was_cut_off_leaves_no_object() {
    let data = TempDir::new().unwrap();
    let machine = Machine::on_disk(data.path()).await;
    let put = machine.target().s3().put_object().bucket("files").key("o/whole");
    put.body(ByteStream::from_static(b"whole")).send().await.unwrap();
    drop(machine);
    // The object's bytes are in place, and the note that it is being made still stands.
    std::fs::write(data.path().join("objects/files/o/torn"), b"half").unwrap();
    let records = rusqlite::Connection::open(data.path().join("cloud.sqlite")).unwrap();
    records.execute("INSERT INTO upload (bucket, key) VALUES ('files', 'o/torn')", []).unwrap();
    drop(records);

    let again = Machine::on_disk(data.path()).await;
    let client = again.target().s3();
    let torn = client.head_object().bucket("files").key("o/torn").send().await;
    assert!(torn.unwrap_err().into_service_error().is_not_found());
    assert!(client.head_object().bucket("files").key("o/whole").send().await.is_ok());
}

#[tokio::test]
async fn a_folder_of_another_table_is_refused_in_words() {
    let data = TempDir::new().unwrap();
    drop(Machine::on_disk(data.path()).await);
    let mut other = CloudOptions { data: Some(data.path().to_owned()), ..options() };
    other.table["GlobalSecondaryIndexes"][0]["IndexName"] = json!("gsi9");
    match Cloud::start(other).await {
        Err(CloudError::Table(why)) => assert!(why.contains("start with an empty one"), "{why}"),
        other => panic!("{:?}", other.err()),
    }
}

#[tokio::test]
async fn the_stream_of_a_long_life_stays_short() {
    let data = TempDir::new().unwrap();
    let machine = Machine::on_disk(data.path()).await;
    for number in 0..150 {
        write(&machine, &format!("{number:04}")).await;
        machine.cloud.settle().await.unwrap();
    }
    assert_eq!(machine.jobs.calls().len(), 150);
    let table = rusqlite::Connection::open(data.path().join("table.sqlite")).unwrap();
    let kept: i64 = table.query_row("SELECT count(*) FROM _stream_records", [], |row| row.get(0)).unwrap();
    assert!(kept <= 70, "{kept}");
}

#[tokio::test]
async fn a_folder_in_use_is_refused_in_words_and_free_again_afterwards() {
    let data = TempDir::new().unwrap();
    let machine = Machine::on_disk(data.path()).await;
    let second = || Cloud::start(CloudOptions { data: Some(data.path().to_owned()), ..options() });
    match second().await {
        Err(refused @ CloudError::FolderInUse(_)) => {
            assert!(refused.to_string().contains("in use by another"));
        }
        other => panic!("{:?}", other.err()),
    }
    drop(machine);
    assert!(second().await.is_ok());
}
