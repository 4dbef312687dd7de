//! The mails of an order, and what goes wrong with them (S61).

use mail_parser::{MessageParser, MimeHeaders as _};
use serde_json::{Value, json};
use sild_app::trace::take_from;
use sild_domain::Role;
use sild_store::{digitisations, tasks};
use sild_tests::{Person, upload};

use crate::desk::{Desk, each, id, path};

const READER: &str = "documents@reader.example";
const TEN_MIB: usize = 10 * 1024 * 1024;

async fn ready() -> (Desk, Value) {
    let desk = Desk::start().await;
    desk.digitises(READER).await;
    let task = desk.task(json!({ "title": "Arved" })).await;
    (desk, task)
}

/// A stored file of these bytes.
async fn stored(desk: &Desk, task: &Value, name: &str, bytes: &[u8]) -> Value {
    let declared = json!({
        "name": name, "size_bytes": bytes.len(), "content_type": "application/pdf", "visibility": "portal",
    });
    let ticket = desk.owner.post(&path(task, "/files"), declared).await.expect(201);
    upload(&ticket, bytes).await;
    let complete = path(task, &format!("/files/{}/complete", ticket["file_id"].as_str().unwrap()));
    desk.owner.post(&complete, json!({})).await.expect(200)
}

async fn order(desk: &Desk, task: &Value) {
    desk.owner.post(&path(task, "/digitise"), json!({})).await.expect(202);
}

/// How far each file is, and why it is no further.
async fn outcomes(desk: &Desk, task: &Value) -> Vec<(Value, Value)> {
    let read = desk.read(task).await;
    let files = read["files"].as_array().unwrap().iter();
    files.map(|file| &file["digitisation"]).map(|one| (one["state"].clone(), one["reason"].clone())).collect()
}

/// Name and content of what each mail brought, as a mail program reads it.
fn attached(desk: &Desk) -> Vec<Vec<(String, Vec<u8>)>> {
    let mails = desk.world.mails_to(READER);
    let read = mails.iter().map(|mail| {
        let raw = desk.world.cloud.raw_mail(&mail.id).unwrap().unwrap();
        assert!(raw.len() <= 25_000_000, "{}", raw.len());
        let message = MessageParser::default().parse(&raw).unwrap();
        let files = message.attachments();
        files.map(|part| (part.attachment_name().unwrap().to_owned(), part.contents().to_vec())).collect()
    });
    read.collect()
}

async fn forget_object(desk: &Desk, task: &Value, file: &Value) {
    let key = |id: &str| id.split_once('_').unwrap().1.to_owned();
    let object = format!("o/{}/t/{}/{}", key(&desk.office.id.to_string()), key(id(task)), key(id(file)));
    let bucket = &desk.world.cx.config.bucket;
    desk.world.cx.s3.head_object().bucket(bucket).key(&object).send().await.unwrap();
    desk.world.cx.s3.delete_object().bucket(bucket).key(&object).send().await.unwrap();
}

/// The last call of the job that was held back, as the job sees it.
fn held(desk: &Desk) -> Value {
    let mut event = desk.world.events_of("send_digitisation").pop().unwrap();
    take_from(&mut event);
    event
}

#[tokio::test]
async fn files_arrive_as_they_were_uploaded_in_as_many_mails_as_it_takes() {
    let (desk, task) = ready().await;
    let large = (0..TEN_MIB).map(|n| u8::try_from(n % 253).unwrap()).collect::<Vec<_>>();
    stored(&desk, &task, "jõulud \"1\".pdf", &large).await;
    stored(&desk, &task, "2.pdf", &large).await;
    stored(&desk, &task, "3.pdf", b"small").await;
    order(&desk, &task).await;
    desk.world.advance_minutes(2).await;
    let mails = attached(&desk);
    let names = mails.iter().map(|mail| mail.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>());
    assert_eq!(names.collect::<Vec<_>>(), [vec!["jõulud \"1\".pdf"], vec!["2.pdf", "3.pdf"]]);
    assert!(mails[0][0].1 == large && mails[1][0].1 == large, "byte for byte");
    assert_eq!(mails[1][1].1, b"small");
    let raw = desk.world.cloud.raw_mail(&desk.world.mails_to(READER)[0].id).unwrap().unwrap();
    let message = MessageParser::default().parse(&raw).unwrap();
    let reply_to = message.reply_to().unwrap().first().unwrap().address();
    assert_eq!(reply_to, Some("owner@demo.example"), "who ordered it gets the answers");
    assert!(outcomes(&desk, &task).await.iter().all(|(state, _)| state == "sent"));
}

#[tokio::test]
async fn a_lost_answer_repeats_its_own_mail_and_no_other() {
    let (desk, task) = ready().await;
    let large = vec![7; TEN_MIB];
    stored(&desk, &task, "1.pdf", &large).await;
    stored(&desk, &task, "2.pdf", &large).await;
    desk.world.hold(&["send_digitisation"]);
    order(&desk, &task).await;
    desk.world.advance_minutes(2).await;
    let event: sild_app::digitisation::SendDigitisation = serde_json::from_value(held(&desk)).unwrap();

    // The first mail is answered, the second never, as often as the SDK tries.
    let losing = desk.world.losing_answers_of_ses(1..100).await;
    sild_app::digitisation::send_digitisation(&losing, event).await.unwrap_err();
    let states = outcomes(&desk, &task).await;
    assert_eq!(states[0].0, "sent");
    assert_eq!(states[1].0, "queued", "nobody knows, so it is tried again");

    sild_app::digitisation::send_digitisation(&desk.world.cx, event).await.unwrap();
    assert!(outcomes(&desk, &task).await.iter().all(|(state, _)| state == "sent"));
    let names = attached(&desk).into_iter().map(|mail| mail[0].0.clone()).collect::<Vec<_>>();
    assert_eq!(names.iter().filter(|name| *name == "1.pdf").count(), 1);
    let before = names.len();
    sild_app::digitisation::send_digitisation(&desk.world.cx, event).await.unwrap();
    desk.world.advance_minutes(30).await;
    assert_eq!(desk.world.mails_to(READER).len(), before, "what was marked is never sent again");
}

#[tokio::test]
async fn two_runs_at_once_send_each_file_once() {
    let (desk, task) = ready().await;
    stored(&desk, &task, "1.pdf", b"one").await;
    desk.world.hold(&["send_digitisation"]);
    order(&desk, &task).await;
    desk.world.advance_minutes(2).await;
    let event = held(&desk);
    let (one, other) = tokio::join!(
        desk.world.call("send_digitisation", event.clone()),
        desk.world.call("send_digitisation", event.clone()),
    );
    assert!(one.is_ok() || other.is_ok());
    desk.world.call("send_digitisation", event).await.unwrap();
    assert_eq!(desk.world.mails_to(READER).len(), 1);
}

#[tokio::test]
async fn what_no_schedule_fired_is_found_by_the_sweep() {
    let (desk, task) = ready().await;
    stored(&desk, &task, "1.pdf", b"one").await;
    desk.world.hold(&["send_digitisation"]);
    order(&desk, &task).await;
    desk.world.advance_minutes(8).await;
    assert_eq!(desk.world.events_of("send_digitisation").len(), 1);
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.events_of("send_digitisation").len(), 2, "armed again");
    desk.world.call("send_digitisation", held(&desk)).await.unwrap();
    assert_eq!(outcomes(&desk, &task).await, [(json!("sent"), Value::Null)]);
    desk.world.advance_minutes(60).await;
    assert_eq!(desk.world.events_of("send_digitisation").len(), 2);
}

#[tokio::test]
async fn what_cannot_be_sent_for_a_day_is_given_up_and_can_be_ordered_again() {
    let (desk, task) = ready().await;
    stored(&desk, &task, "1.pdf", b"one").await;
    desk.world.hold(&["send_digitisation"]);
    order(&desk, &task).await;
    // Somebody looked after it every ten minutes for a day.
    let (table, scope) = (&desk.world.cx.table, desk.office.scope());
    let task_id = id(&task).parse().unwrap();
    for _ in 0..144 {
        let (_, thread) = tasks::get_with_thread(table, &scope, task_id).await.unwrap().unwrap();
        let queued = &thread.digitisations[0];
        assert!(digitisations::try_again(table, queued, queued.look_at).await.unwrap());
    }
    desk.world.advance_minutes(20).await;
    let read = desk.read(&task).await;
    let digitisation = &read["files"][0]["digitisation"];
    assert_eq!([&digitisation["state"], &digitisation["reason"]], [&json!("failed"), &json!("not_sent")]);
    assert_eq!(told(&desk.owner).await.0.len(), 1);
    order(&desk, &task).await;
    desk.world.advance_minutes(2).await;
    desk.world.call("send_digitisation", held(&desk)).await.unwrap();
    assert_eq!(outcomes(&desk, &task).await, [(json!("sent"), Value::Null)]);
    assert_eq!(desk.world.mails_to(READER).len(), 1);
}

#[tokio::test]
async fn a_file_that_the_bucket_lost_fails_and_the_others_leave() {
    let (desk, task) = ready().await;
    let lost = stored(&desk, &task, "1.pdf", b"one").await;
    stored(&desk, &task, "2.pdf", b"two").await;
    forget_object(&desk, &task, &lost).await;
    order(&desk, &task).await;
    desk.world.advance_minutes(2).await;
    let expected = [(json!("failed"), json!("file_missing")), (json!("sent"), Value::Null)];
    assert_eq!(outcomes(&desk, &task).await, expected);
    let mails = attached(&desk);
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), ["2.pdf"]);
    // Trying again is ordering those that failed.
    order(&desk, &task).await;
    desk.world.advance_minutes(2).await;
    assert_eq!(outcomes(&desk, &task).await, expected);
}

#[tokio::test]
async fn switching_it_off_in_between_sends_nothing() {
    let (desk, task) = ready().await;
    stored(&desk, &task, "1.pdf", b"one").await;
    desk.world.hold(&["send_digitisation"]);
    order(&desk, &task).await;
    desk.world.advance_minutes(2).await;
    desk.settings(json!({ "digitisation_is_on": false })).await;
    desk.world.call("send_digitisation", held(&desk)).await.unwrap();
    assert_eq!(outcomes(&desk, &task).await, [(json!("failed"), json!("no_address"))]);
    assert!(desk.world.mails().is_empty());
}

const NOTIFICATIONS: &str = "/api/office/notifications";

/// What a member was told, with how much of it is unread.
async fn told(member: &Person) -> (Vec<Value>, Value) {
    let told = member.get(NOTIFICATIONS).await.expect(200)["items"].as_array().unwrap().clone();
    let session = member.get("/api/office/session").await.expect(200);
    (told, session["unread_notifications"].clone())
}

#[tokio::test]
async fn who_ordered_it_is_told_once_an_order_that_files_were_not_sent() {
    let (desk, task) = ready().await;
    let kati = desk.responsible("Kati Kask").await;
    for name in ["1.pdf", "2.pdf"] {
        let file = stored(&desk, &task, name, b"lost").await;
        forget_object(&desk, &task, &file).await;
    }
    for orders in 1..=2_usize {
        order(&desk, &task).await;
        desk.world.advance_minutes(10).await;
        let (told, unread) = told(&desk.owner).await;
        assert_eq!((told.len(), &unread), (orders, &json!(orders)), "two files, one notice");
        assert_eq!([&told[0]["kind"], &told[0]["task_id"]], [&json!("digitisation_failed"), &task["id"]]);
        assert_eq!([&told[0]["title"], &told[0]["client"]["name"]], ["Arved", "Example Bakery"]);
    }
    assert!(told(&kati).await.0.is_empty(), "it was not her order");
    assert!(desk.world.mails().is_empty(), "in the app only");
}

#[tokio::test]
async fn who_answers_for_the_client_is_told_if_who_ordered_it_is_gone() {
    let (desk, task) = ready().await;
    let (kati, peeter) =
        (desk.responsible("Kati Kask").await, desk.office.member("Peeter", Role::Admin).await);
    stored(&desk, &task, "1.pdf", b"one").await;
    desk.world.hold(&["send_digitisation"]);
    peeter.post(&path(&task, "/digitise"), json!({})).await.expect(202);
    desk.world.advance_minutes(2).await;
    desk.owner.post(&format!("/api/office/members/{}/deactivate", peeter.id), json!({})).await.expect(200);
    desk.settings(json!({ "digitisation_is_on": false })).await;
    desk.world.call("send_digitisation", held(&desk)).await.unwrap();
    desk.world.settle().await;
    let (told, _) = told(&kati).await;
    assert_eq!(each(&json!({ "items": told }), "kind"), ["digitisation_failed"]);
    assert_eq!(told[0]["actor"], "Peeter");
}
