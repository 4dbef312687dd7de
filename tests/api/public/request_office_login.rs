use serde_json::json;
use sild_domain::{Email, MemberId, Role};
use sild_store::members;
use sild_tests::{World, login_code};

use super::support::{BROWSER_COOKIE, calls, deactivate_member, link, redeem, seen, token, without_counters};

const PATH: &str = "/api/office-login";

#[tokio::test]
async fn a_member_gets_a_mail_with_a_link_to_where_they_wanted_to_go_and_a_code() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    let body = json!({ "email": owner.email.to_uppercase(), "target": "/tasks?state=open" });
    let reply = world.browser().post(PATH, body).await;
    assert_eq!((reply.status.as_u16(), reply.text().as_str()), (202, "{}"));
    world.settle().await;
    let mails = world.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to, owner.email);
    assert_eq!(mails[0].subject, "Sign in to Demo Office");
    let link = link(&mails[0]);
    assert!(link.starts_with("http://app.localhost/login#t="), "{link}");
    assert!(link.ends_with("&to=/tasks%3Fstate%3Dopen"), "{link}");
    assert!(mails[0].html.contains(&token(&link)));
    assert!(mails[0].html.contains(&login_code(&mails[0])));
}

#[tokio::test]
async fn every_address_gets_the_same_answer_by_the_same_calls_and_only_members_get_a_mail() {
    // S64
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    office.contact(client, "mari@client.example").await;
    let gone = office.member("Gone", Role::Admin).await;
    deactivate_member(&world, &office, &gone.id).await;
    let owner = office.owner();
    let mut answers = Vec::new();
    for email in [owner.email.as_str(), "nobody@elsewhere.example", "mari@client.example", &gone.email] {
        calls(&world);
        let reply = world.browser().post(PATH, json!({ "email": email })).await;
        answers.push((seen(&reply), calls(&world)));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    let asked = &answers[0].1;
    assert!(
        asked.iter().all(|call| call.ends_with("UpdateItem") || call.ends_with("TransactWriteItems")),
        "{asked:?}"
    );
    world.settle().await;
    assert_eq!(world.mails().into_iter().map(|mail| mail.to).collect::<Vec<_>>(), [owner.email]);
}

#[tokio::test]
async fn no_secret_is_ever_in_the_table() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    let browser = world.browser();
    browser.post(PATH, json!({ "email": owner.email })).await.expect(202);
    let nonce = browser.cookie(BROWSER_COOKIE).unwrap();
    let waiting = format!("{:?}", world.snapshot().await);
    world.settle().await;
    let mail = world.mails().remove(0);
    let sent = format!("{:?}", world.snapshot().await);
    for secret in [nonce, token(&link(&mail)), login_code(&mail), login_code(&mail).replace('-', "")] {
        assert!(!waiting.contains(&secret) && !sent.contains(&secret), "{secret}");
    }
    assert!(!sent.contains("\"outbox\""), "the row is settled");
}

#[tokio::test]
async fn the_sixth_request_for_an_address_in_an_hour_is_silence() {
    let world = World::start().await;
    let owner = world.office().await.owner();
    let ask = async || world.browser().post(PATH, json!({ "email": owner.email })).await;
    let first = ask().await;
    for _ in 0..4 {
        ask().await.expect(202);
    }
    let before = without_counters(world.snapshot().await);
    let sixth = ask().await;
    assert_eq!(seen(&sixth), seen(&first));
    assert_eq!(without_counters(world.snapshot().await), before);
    world.settle().await;
    assert_eq!(world.mails().len(), 5);
    world.advance_minutes(60).await;
    ask().await.expect(202);
    world.settle().await;
    assert_eq!(world.mails().len(), 6);
}

#[tokio::test]
async fn the_sixty_first_request_of_a_viewer_in_an_hour_is_refused_even_where_the_address_is_silenced() {
    let world = World::start().await;
    let viewer = world.browser_from("192.0.2.7");
    for _ in 0..60 {
        viewer.post(PATH, json!({ "email": "one@elsewhere.example" })).await.expect(202);
    }
    let before = world.snapshot().await;
    let refused = viewer.post(PATH, json!({ "email": "other@elsewhere.example" })).await;
    refused.expect_problem(429, "too_many_requests");
    assert_eq!(refused.headers["retry-after"], "3600");
    assert_eq!(world.snapshot().await, before);
    let other = world.browser_from("192.0.2.8");
    other.post(PATH, json!({ "email": "other@elsewhere.example" })).await.expect(202);
    world.settle().await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn a_member_of_two_offices_gets_a_link_to_each_and_the_code_of_the_older_one() {
    let world = World::start().await;
    let older = world.office_named("Older Office", "older").await;
    world.advance_minutes(1).await;
    let newer = world.office_named("Newer Office", "newer").await;
    add_member(&world, &newer, &older.owner().email).await;
    let browser = world.browser();
    browser.post(PATH, json!({ "email": older.owner().email })).await.expect(202);
    world.settle().await;
    let mails = world.mails();
    let subjects = mails.iter().map(|mail| mail.subject.as_str()).collect::<Vec<_>>();
    assert_eq!(subjects, ["Sign in to Older Office", "Sign in to Newer Office"]);
    let signed_in =
        browser.post("/api/login/code", json!({ "code": login_code(&mails[0]) })).await.expect(200);
    assert_eq!(signed_in["office_id"], older.id.to_string());
    assert!(!mails[1].text.contains("type this code"));
    let signed_in = redeem(&browser, &link(&mails[1])).await.expect(200);
    assert_eq!(signed_in["office_id"], newer.id.to_string());
}

#[tokio::test]
async fn bad_values_are_named_and_write_nothing() {
    let world = World::start().await;
    let before = world.snapshot().await;
    for (body, pointer, code) in [
        (json!({}), "/email", "required"),
        (json!({ "email": "owner" }), "/email", "invalid_email"),
        (json!({ "email": "a@b.ee\r\nBcc: c@d.ee" }), "/email", "invalid_character"),
        (json!({ "email": "a@b.ee", "target": "//elsewhere.example" }), "/target", "invalid_format"),
        (json!({ "email": "a@b.ee", "target": "https://elsewhere.example" }), "/target", "invalid_format"),
        (
            json!({ "email": "a@b.ee", "target": format!("/{}", "a".repeat(300)) }),
            "/target",
            "invalid_format",
        ),
        (json!({ "email": "a@b.ee", "password": "x" }), "/password", "unknown_field"),
    ] {
        let reply = world.browser().post(PATH, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    let elsewhere = world.browser().with_header("origin", "https://elsewhere.example");
    elsewhere.post(PATH, json!({ "email": "a@b.ee" })).await.expect_problem(403, "wrong_origin");
    assert_eq!(world.snapshot().await, before);
    assert!(world.mails().is_empty());
}

async fn add_member(world: &World, office: &sild_tests::Office, email: &str) {
    let mut member = members::get(&world.cx.table, &office.scope(), office.owner().id.parse().unwrap())
        .await
        .unwrap()
        .unwrap();
    member.id = MemberId::new(world.cx.now(), world.cx.random());
    member.email = Email::parse(email).unwrap();
    member.role = Role::Admin;
    let mut transaction = world.cx.table.transaction();
    members::create(&mut transaction, office.id, &member);
    transaction.commit().await.unwrap();
}
