use jiff::SignedDuration;
use serde_json::json;
use sild_tests::{Browser, Office, Reply, World, login_code};

use super::support::{calls, link, redeem, seen, set_access, token, without_counters};

async fn renew(browser: &Browser, token: &str) -> Reply {
    browser.post("/api/login/renew", json!({ "token": token })).await
}

/// A contact of a client who has got a link.
async fn with_link(world: &World, office: &Office) -> (Browser, String) {
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, "mari@client.example", true).await;
    let browser = world.browser().at(&office.portal_host());
    let body = json!({ "email": "mari@client.example", "target": "/c/cli_1" });
    browser.post("/api/portals/demo/login", body).await.expect(202);
    world.settle().await;
    (browser, link(&world.mails()[0]))
}

#[tokio::test]
async fn a_spent_link_and_an_expired_one_bring_a_new_one_to_the_same_place() {
    // S20
    let world = World::start().await;
    let office = world.office().await;
    let (browser, first) = with_link(&world, &office).await;
    redeem(&browser, &first).await.expect(200);
    renew(&browser, &token(&first)).await.expect(202);
    world.settle().await;
    let second = link(&world.mails()[1]);
    assert!(second.ends_with("&to=/c/cli_1"), "{second}");
    world.advance(SignedDuration::from_secs(24 * 3_600 + 1)).await;
    redeem(&browser, &second).await.expect_problem(409, "link_expired");
    renew(&browser, &token(&second)).await.expect(202);
    world.settle().await;
    let third = world.mails().remove(2);
    assert_eq!(third.to, "mari@client.example");
    let answer = browser.post("/api/login/code", json!({ "code": login_code(&third) })).await.expect(200);
    assert_eq!(answer["target"], "/c/cli_1");
}

#[tokio::test]
async fn a_link_that_signs_up_and_one_of_a_member_are_renewed_too() {
    let world = World::start().await;
    let office = world.office().await;
    let browser = world.browser();
    browser.post("/api/office-login", json!({ "email": office.owner().email })).await.expect(202);
    let sign_up = json!({
        "office_name": "New Office", "person_name": "Nora", "email": "nora@new.example", "language": "en",
        "time_zone": "Europe/Tallinn",
    });
    browser.post("/api/offices", sign_up).await.expect(202);
    world.settle().await;
    world.advance_days(2).await;
    for (n, to) in [(0, office.owner().email), (1, "nora@new.example".to_owned())] {
        let old = link(&world.mails()[n]);
        redeem(&browser, &old).await.expect_problem(409, "link_expired");
        renew(&browser, &token(&old)).await.expect(202);
        world.settle().await;
        let mail = world.mails().pop().unwrap();
        assert_eq!(mail.to, to);
        redeem(&browser, &link(&mail)).await.expect(200);
    }
}

#[tokio::test]
async fn a_token_that_nobody_was_sent_is_answered_the_same_and_brings_nothing() {
    let world = World::start().await;
    let office = world.office().await;
    let (browser, link) = with_link(&world, &office).await;
    calls(&world);
    let known = renew(&browser, &token(&link)).await;
    let mut asked_for_known = calls(&world);
    let unknown = renew(&browser, &"A".repeat(43)).await;
    let mut asked_for_unknown = calls(&world);
    asked_for_known.sort();
    asked_for_unknown.sort();
    assert_eq!(seen(&unknown), seen(&known));
    assert_eq!(asked_for_unknown, asked_for_known);
    assert_eq!(seen(&renew(&browser, "?").await), seen(&known));
    world.settle().await;
    assert_eq!(world.mails().len(), 2);
}

#[tokio::test]
async fn who_lost_their_access_gets_no_new_link() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let contact = office.contact_without_session(client, "mari@client.example", true).await;
    let browser = world.browser().at(&office.portal_host());
    let body = json!({ "email": "mari@client.example" });
    browser.post("/api/portals/demo/login", body).await.expect(202);
    world.settle().await;
    set_access(&office, client, contact, false).await;
    renew(&browser, &token(&link(&world.mails()[0]))).await.expect(202);
    world.settle().await;
    assert_eq!(world.mails().len(), 1);
}

#[tokio::test]
async fn renewing_counts_as_asking() {
    let world = World::start().await;
    let office = world.office().await;
    let (browser, link) = with_link(&world, &office).await;
    for _ in 0..4 {
        renew(&browser, &token(&link)).await.expect(202);
    }
    let before = without_counters(world.snapshot().await);
    renew(&browser, &token(&link)).await.expect(202);
    assert_eq!(without_counters(world.snapshot().await), before);
    world.settle().await;
    assert_eq!(world.mails().len(), 5);
    for n in 0..54 {
        renew(&browser, &format!("{n:A>43}")).await.expect(202);
    }
    renew(&browser, &token(&link)).await.expect_problem(429, "too_many_requests");
}

#[tokio::test]
async fn a_token_is_all_that_is_taken() {
    let world = World::start().await;
    let browser = world.browser();
    for (body, pointer, code) in [
        (json!({}), "/token", "required"),
        (json!({ "token": "a", "email": "a@b.ee" }), "/email", "unknown_field"),
    ] {
        let reply = browser.post("/api/login/renew", body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert!(world.snapshot().await.is_empty());
}
