use http::Method;
use serde_json::{Value, json};
use sild_domain::{ClientId, ContactId};
use sild_store::{clients, contacts};
use sild_tests::{Browser, Office, World};

use super::support::{deactivate_member, link, redeem, set_access, token};

const PATH: &str = "/api/login/redeem";

/// A contact who has asked for a link.
struct Asked {
    world: World,
    office: Office,
    client: ClientId,
    contact: ContactId,
    browser: Browser,
    link: String,
}

async fn asked() -> Asked {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let contact = office.contact_without_session(client, "mari@client.example", true).await;
    let browser = world.browser().at(&office.portal_host());
    let body = json!({ "email": "mari@client.example", "target": "/c/cli_1/tasks" });
    browser.post("/api/portals/demo/login", body).await.expect(202);
    world.settle().await;
    let link = link(&world.mails()[0]);
    Asked { world, office, client, contact, browser, link }
}

async fn session_of(browser: &Browser, office: &Office) -> sild_tests::Reply {
    browser.get(&format!("/api/portal/{}/session", office.id)).await
}

#[tokio::test]
async fn a_contact_is_signed_in_and_led_to_the_target() {
    let Asked { world, office, client, contact, browser, link } = asked().await;
    world.advance_minutes(3).await;
    let reply = redeem(&browser, &link).await;
    let cookies =
        reply.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap()).collect::<Vec<_>>();
    let cookie = cookies.iter().find(|line| line.starts_with("__Host-p-")).unwrap();
    assert!(cookie.ends_with("; Path=/; Max-Age=2592000; HttpOnly; Secure; SameSite=Lax"), "{cookie}");
    assert!(cookies.iter().any(|line| line.starts_with("__Host-browser=;")));
    let answer = reply.expect(200);
    let expected =
        json!({ "kind": "portal", "office_id": office.id, "slug": "demo", "target": "/c/cli_1/tasks" });
    assert_eq!(answer, expected);
    let session = session_of(&browser, &office).await.expect(200);
    assert_eq!(session["contact"]["id"], contact.to_string());
    let table = &world.cx.table;
    let seen = contacts::get(table, &office.scope(), contact).await.unwrap().unwrap().last_seen_at;
    assert_eq!(seen, Some(world.cx.now()));
    let seen = clients::get(table, &office.scope(), client).await.unwrap().unwrap().last_seen_at;
    assert_eq!(seen, Some(world.cx.now()));
}

#[tokio::test]
async fn a_member_is_signed_in_to_the_office_app() {
    let world = World::start().await;
    let office = world.office().await;
    let browser = world.browser();
    browser.post("/api/office-login", json!({ "email": office.owner().email })).await.expect(202);
    world.settle().await;
    let answer = redeem(&browser, &link(&world.mails()[0])).await.expect(200);
    assert_eq!(answer, json!({ "kind": "office", "office_id": office.id, "slug": null, "target": null }));
    let session = browser.get("/api/office/session").await.expect(200);
    assert_eq!(session["member"]["id"], office.owner().id);
}

#[tokio::test]
async fn a_link_is_good_through_24_00_00_and_refused_at_24_00_01() {
    // S20
    let Asked { world, browser, link, .. } = asked().await;
    world.advance(jiff::SignedDuration::from_hours(24)).await;
    redeem(&browser, &link).await.expect(200);

    let Asked { world, office, browser, link, .. } = asked().await;
    world.advance(jiff::SignedDuration::from_secs(24 * 3_600 + 1)).await;
    let before = world.snapshot().await;
    redeem(&browser, &link).await.expect_problem(409, "link_expired");
    assert_eq!(world.snapshot().await, before);
    session_of(&browser, &office).await.expect_problem(401, "not_signed_in");
}

#[tokio::test]
async fn a_link_is_spent_once() {
    let Asked { world, office, browser, link, .. } = asked().await;
    redeem(&browser, &link).await.expect(200);
    let before = world.snapshot().await;
    let other = world.browser().at(&office.portal_host());
    redeem(&other, &link).await.expect_problem(409, "link_spent");
    assert_eq!(world.snapshot().await, before);
    session_of(&other, &office).await.expect_problem(401, "not_signed_in");
    session_of(&browser, &office).await.expect(200);
}

#[tokio::test]
async fn of_two_at_the_same_moment_one_gets_in() {
    let Asked { world, office, link, .. } = asked().await;
    let one = world.browser().at(&office.portal_host());
    let other = world.browser().at(&office.portal_host());
    let (first, second) = tokio::join!(redeem(&one, &link), redeem(&other, &link));
    let mut statuses = [first.status.as_u16(), second.status.as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

#[tokio::test]
async fn nothing_but_a_post_spends_a_link() {
    // S20
    let Asked { world, browser, link, .. } = asked().await;
    let before = world.snapshot().await;
    let page = format!("/p/demo/login?t={}", token(&link));
    for _ in 0..3 {
        for method in [Method::GET, Method::HEAD] {
            browser.send(method.clone(), &page, None).await;
            browser.send(method.clone(), "/p/demo/login", None).await;
            let reply = browser.send(method, PATH, None).await;
            assert_eq!(reply.status.as_u16(), 405);
        }
    }
    let forged = browser.with_header("origin", "https://elsewhere.example");
    redeem(&forged, &link).await.expect_problem(403, "wrong_origin");
    assert_eq!(world.snapshot().await, before);
    redeem(&browser, &link).await.expect(200);
}

#[tokio::test]
async fn what_is_no_link_is_not_found_in_the_same_words() {
    let Asked { world, browser, link, .. } = asked().await;
    let before = world.snapshot().await;
    let unknown = "A".repeat(43);
    let longer = format!("{}A", token(&link));
    let mut bodies = Vec::new();
    for token in [unknown.as_str(), "", "../..", &longer, "õ"] {
        let reply = browser.post(PATH, json!({ "token": token })).await;
        reply.expect_problem(404, "not_found");
        bodies.push(reply.bytes);
    }
    assert!(bodies.iter().all(|body| *body == bodies[0]));
    for (body, pointer, code) in
        [(json!({}), "/token", "required"), (json!({ "token": "a", "x": 1 }), "/x", "unknown_field")]
    {
        let reply = browser.post(PATH, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn who_lost_their_access_meanwhile_is_let_in_nowhere_and_the_link_stays_unspent() {
    // S29
    let Asked { world, office, client, contact, browser, link } = asked().await;
    set_access(&office, client, contact, false).await;
    let before = world.snapshot().await;
    redeem(&browser, &link).await.expect_problem(404, "not_found");
    assert_eq!(world.snapshot().await, before);
    set_access(&office, client, contact, true).await;
    redeem(&browser, &link).await.expect(200);
}

#[tokio::test]
async fn a_portal_that_was_switched_off_meanwhile_lets_nobody_in() {
    let Asked { world: _world, office, browser, link, .. } = asked().await;
    office.owner().post("/api/office/portal/deactivate", json!({})).await.expect(200);
    redeem(&browser, &link).await.expect_problem(404, "not_found");
}

#[tokio::test]
async fn a_member_who_was_deactivated_meanwhile_is_not_let_in() {
    let world = World::start().await;
    let office = world.office().await;
    let ann = office.member("Ann", sild_domain::Role::Admin).await;
    let browser = world.browser();
    browser.post("/api/office-login", json!({ "email": ann.email })).await.expect(202);
    world.settle().await;
    deactivate_member(&world, &office, &ann.id).await;
    redeem(&browser, &link(&world.mails()[0])).await.expect_problem(404, "not_found");
    assert_eq!(browser.get("/api/office/session").await.json["code"], Value::from("not_signed_in"));
}

#[tokio::test]
async fn a_new_link_leaves_the_older_one_good() {
    let Asked { world, office, browser, link: older, .. } = asked().await;
    let body = json!({ "email": "mari@client.example" });
    browser.post("/api/portals/demo/login", body).await.expect(202);
    world.settle().await;
    let newer = link(&world.mails()[1]);
    redeem(&browser, &newer).await.expect(200);
    redeem(&world.browser().at(&office.portal_host()), &older).await.expect(200);
}
