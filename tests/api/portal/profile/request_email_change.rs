use serde_json::{Value, json};
use sild_tests::Reply;

use super::{Home, NEW, OLD, confirm};

/// The items of a snapshot but the counters and the row of the contact who asks.
async fn all_but_the_wish(home: &Home) -> Vec<Value> {
    let mut items = home.world.snapshot().await;
    items.retain(|item| item["ent"] != "counter" && item["ent"] != "contact");
    items
}

fn seen(reply: &Reply) -> (u16, Vec<(String, String)>, Vec<u8>) {
    let mut headers = reply
        .headers
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_str().unwrap().to_owned()))
        .collect::<Vec<_>>();
    headers.sort();
    (reply.status.as_u16(), headers, reply.bytes.clone())
}

#[tokio::test]
async fn a_mail_in_the_look_of_the_office_goes_to_the_new_address_and_nothing_counts_yet() {
    // S55
    let home = Home::start().await;
    home.change(json!({ "language": "et" })).await.expect(200);
    let reply = home.ask(" Mari.Maasikas@NEW.example ").await;
    assert_eq!((reply.status.as_u16(), reply.text().as_str()), (202, "{}"));
    home.world.settle().await;
    let mails = home.world.mails();
    assert_eq!(mails.len(), 1, "nothing goes to the old address before the click");
    assert_eq!(mails[0].to, "Mari.Maasikas@new.example");
    assert_eq!(mails[0].from, "Demo Office <portal@sild.example>");
    assert_eq!(mails[0].subject, "Kinnitage oma uus aadress: Demo Office");
    assert!(mails[0].text.contains("http://demo.localhost/email#e="), "{}", mails[0].text);
    assert_eq!(home.card().await["email"], OLD);
    assert_eq!(home.read_client(home.client).await["contacts"][0]["email"], OLD);
    assert_eq!(home.card().await["changes"][0]["field"], "language");
}

#[tokio::test]
async fn the_secret_is_in_the_mail_and_nowhere_else() {
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    assert_eq!(token.len(), 43, "256 bits");
    for item in home.world.snapshot().await {
        assert!(!item.to_string().contains(&token), "{item}");
    }
}

#[tokio::test]
async fn the_answer_and_the_calls_are_the_same_whoever_has_the_address() {
    // S55
    let home = Home::start().await;
    home.office.contact_without_session(home.client, "jaan@client.example", true).await;
    let without = home.office.client("Without access").await;
    home.office.contact_without_session(without, "kati@client.example", false).await;
    let mut answers = Vec::new();
    for email in
        ["jaan@client.example", "kati@client.example", "nobody@new.example", home.owner.email.as_str()]
    {
        drop(home.world.take_calls());
        let reply = home.ask(email).await;
        let mut calls = home.world.take_calls().into_iter().map(|call| call.what).collect::<Vec<_>>();
        calls.sort();
        answers.push((seen(&reply), calls, home.profile().await["pending_email"] == email));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:?}");
    home.world.settle().await;
    let jaan = home.world.mails_to("jaan@client.example");
    assert!(jaan.is_empty(), "only the last of these wishes counts");
}

#[tokio::test]
async fn only_the_last_wish_is_mailed_and_each_only_once() {
    let home = Home::start().await;
    home.world.hold(&["send_mail"]);
    home.ask("first@new.example").await.expect(202);
    home.world.settle().await;
    home.ask(NEW).await.expect(202);
    home.world.settle().await;
    for event in home.world.events_of("send_mail").iter().chain(&home.world.events_of("send_mail")) {
        home.world.call("send_mail", event.clone()).await.unwrap();
    }
    let mails = home.world.mails();
    assert_eq!(mails.iter().map(|mail| mail.to.as_str()).collect::<Vec<_>>(), [NEW]);
}

#[tokio::test]
async fn their_own_address_ends_what_they_asked_for_and_brings_no_mail() {
    let home = Home::start().await;
    let token = home.token_for(NEW).await;
    home.ask("Mari@Client.example").await.expect(202);
    home.world.settle().await;
    assert_eq!(home.profile().await["pending_email"], Value::Null);
    assert_eq!(home.world.mails().len(), 1);
    let before = home.world.snapshot().await;
    confirm(&home.stranger(), &token).await.expect_problem(409, "link_replaced");
    assert_eq!(home.world.snapshot().await, before);
}

#[tokio::test]
async fn five_an_hour_are_enough_for_one_contact() {
    let home = Home::start().await;
    for n in 0..5 {
        home.ask(&format!("mari{n}@new.example")).await.expect(202);
        home.world.settle().await;
    }
    let before = home.world.snapshot().await;
    let refused = home.ask(NEW).await;
    refused.expect_problem(429, "too_many_requests");
    assert_eq!(refused.headers["retry-after"], "3600");
    assert_eq!(home.world.snapshot().await, before);
    home.world.settle().await;
    assert_eq!(home.world.mails().len(), 5);
    home.world.advance_minutes(60).await;
    home.ask(NEW).await.expect(202);
    assert_eq!(home.profile().await["pending_email"], NEW);
}

#[tokio::test]
async fn an_address_that_gets_too_many_mails_gets_no_more_and_nobody_is_told() {
    let home = Home::start().await;
    let jaan = home.office.contact(home.client, "jaan@client.example").await;
    let path = home.portal("/email-change");
    let allowed = jaan.post(&path, json!({ "email": NEW })).await;
    for _ in 0..4 {
        home.ask(NEW).await.expect(202);
    }
    home.world.settle().await;
    let (before, mails) = (home.world.snapshot().await, home.world.mails().len());
    let silent = jaan.post(&path, json!({ "email": NEW })).await;
    assert_eq!(seen(&silent), seen(&allowed));
    home.world.settle().await;
    assert_eq!(home.world.snapshot().await, before);
    assert_eq!(home.world.mails().len(), mails);
}

#[tokio::test]
async fn who_lost_their_access_meanwhile_gets_no_mail() {
    // S29
    let home = Home::start().await;
    home.world.hold(&["send_mail"]);
    home.ask(NEW).await.expect(202);
    home.world.settle().await;
    let path = format!("/api/office/clients/{}/contacts/{}", home.client, home.mari.id);
    home.owner.if_match(1).patch(&path, json!({ "has_access": false })).await.expect(200);
    for event in home.world.events_of("send_mail") {
        home.world.call("send_mail", event).await.unwrap();
    }
    assert!(home.world.mails().is_empty());
    assert!(home.world.snapshot().await.iter().all(|item| item["ent"] != "login_link"));
}

#[tokio::test]
async fn what_is_no_address_is_refused_and_changes_nothing() {
    let home = Home::start().await;
    let before = home.world.snapshot().await;
    let path = home.portal("/email-change");
    for (body, pointer, code) in [
        (json!({}), "/email", "required"),
        (json!({ "email": "mari" }), "/email", "invalid_email"),
        (json!({ "email": "mari@new.example\r\nBcc: x@y.example" }), "/email", "invalid_character"),
        (json!({ "email": NEW, "contact_id": "con_1" }), "/contact_id", "unknown_field"),
    ] {
        let reply = home.mari.post(&path, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    let forged = home.mari.with_header("origin", "https://elsewhere.example");
    forged.post(&path, json!({ "email": NEW })).await.expect_problem(403, "wrong_origin");
    home.stranger().post(&path, json!({ "email": NEW })).await.expect_problem(401, "not_signed_in");
    assert_eq!(home.world.snapshot().await, before);
}

#[tokio::test]
async fn asking_touches_nobody_else() {
    let home = Home::start().await;
    let before = all_but_the_wish(&home).await;
    home.ask(NEW).await.expect(202);
    let after = all_but_the_wish(&home).await;
    let came = after.iter().filter(|item| !before.contains(item)).map(|item| item["ent"].clone());
    assert_eq!(came.collect::<Vec<_>>(), ["outbox"]);
}
