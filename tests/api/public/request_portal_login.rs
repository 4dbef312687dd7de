use http::Method;
use serde_json::json;
use sild_tests::{Browser, Office, Reply, World, login_code};

use super::support::{bounce, calls, link, redeem, seen, without_counters};

const PATH: &str = "/api/portals/demo/login";

struct Setting {
    world: World,
    office: Office,
    browser: Browser,
}

async fn setting() -> Setting {
    let world = World::start().await;
    let office = world.office().await;
    let browser = world.browser().at(&office.portal_host());
    Setting { world, office, browser }
}

async fn by_form(browser: &Browser, body: &str) -> Reply {
    let form = (body.as_bytes().to_vec(), "application/x-www-form-urlencoded");
    browser.send_bytes(Method::POST, PATH, Some(form)).await
}

#[tokio::test]
async fn a_contact_gets_a_mail_in_the_look_of_the_office_with_a_link_to_the_task() {
    let Setting { world, office, browser } = setting().await;
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, "mari@client.example", true).await;
    let body = json!({ "email": "Mari@Client.example", "target": "/c/cli_1/tasks" });
    let reply = browser.post(PATH, body).await;
    assert_eq!((reply.status.as_u16(), reply.text().as_str()), (202, "{}"));
    world.settle().await;
    let mails = world.mails();
    assert_eq!(mails.len(), 1);
    assert_eq!(mails[0].to, "mari@client.example");
    assert_eq!(mails[0].from, "Demo Office <portal@sild.example>");
    assert_eq!(mails[0].subject, "Sign in to Demo Office");
    assert!(link(&mails[0]).starts_with("http://demo.localhost/login#t="));
    assert!(link(&mails[0]).ends_with("&to=/c/cli_1/tasks"));
    assert_eq!(login_code(&mails[0]).len(), 7);
}

#[tokio::test]
async fn every_address_gets_the_same_answer_by_the_same_calls_and_only_who_can_enter_gets_a_mail() {
    // S10
    let Setting { world, office, browser } = setting().await;
    let open = office.client("Open").await;
    let closed = office.closed_client("Closed").await;
    office.contact_without_session(open, "good@client.example", true).await;
    office.contact_without_session(open, "without@client.example", false).await;
    office.contact_without_session(closed, "closed@client.example", true).await;
    let bounced = office.contact_without_session(open, "bounced@client.example", true).await;
    bounce(&office, open, bounced).await;
    let owner = office.owner().email;
    let mut answers = Vec::new();
    for email in [
        "good@client.example",
        "nobody@client.example",
        "without@client.example",
        "closed@client.example",
        "bounced@client.example",
        &owner,
    ] {
        calls(&world);
        let reply = browser.post(PATH, json!({ "email": email })).await;
        let mut asked = calls(&world);
        asked.sort();
        answers.push((seen(&reply), asked));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    world.settle().await;
    assert_eq!(world.mails().into_iter().map(|mail| mail.to).collect::<Vec<_>>(), ["good@client.example"]);
}

#[tokio::test]
async fn a_portal_that_is_switched_off_sends_nothing_and_a_name_that_nobody_has_is_not_found() {
    let Setting { world, office, browser } = setting().await;
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, "mari@client.example", true).await;
    office.owner().post("/api/office/portal/deactivate", json!({})).await.expect(200);
    browser.post(PATH, json!({ "email": "mari@client.example" })).await.expect(202);
    let body = json!({ "email": "mari@client.example" });
    browser.post("/api/portals/nobody/login", body.clone()).await.expect_problem(404, "not_found");
    browser.post("/api/portals/-/login", body).await.expect_problem(404, "not_found");
    world.settle().await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn a_form_without_script_is_sent_back_to_the_page_that_says_what_happened() {
    let Setting { world, office, browser } = setting().await;
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, "mari@client.example", true).await;
    let reply = by_form(&browser, "email=mari%40client.example&target=%2Fc%2Fcli_1").await;
    assert_eq!(reply.status.as_u16(), 303);
    assert_eq!(reply.headers["location"], "/?sent#sent");
    assert_eq!(seen(&by_form(&browser, "email=nobody%40client.example&target=").await), seen(&reply));
    let elsewhere = by_form(&browser.at("app.localhost"), "email=nobody%40client.example").await;
    assert_eq!(elsewhere.headers["location"], "/p/demo?sent#sent");
    let wrong = by_form(&browser, "email=mari").await;
    assert_eq!((wrong.status.as_u16(), &wrong.headers["location"]), (303, &"/?wrong#wrong".parse().unwrap()));
    let unreadable = by_form(&browser, "address=mari").await;
    unreadable.expect_problem(400, "malformed_request");
    world.settle().await;
    let mails = world.mails();
    assert_eq!(mails.len(), 1);
    assert!(link(&mails[0]).ends_with("&to=/c/cli_1"));
    let signed_in = browser.post("/api/login/code", json!({ "code": login_code(&mails[0]) })).await;
    signed_in.expect_problem(404, "not_found");
    redeem(&browser, &link(&mails[0])).await.expect(200);
}

#[tokio::test]
async fn a_form_of_a_page_that_gives_no_referrer_is_taken_if_it_is_the_portal_s_own() {
    let Setting { world, browser, .. } = setting().await;
    let before = world.snapshot().await;
    let nameless = browser.with_header("origin", "null");
    for site in ["cross-site", "same-site", "none"] {
        let foreign =
            by_form(&nameless.with_header("sec-fetch-site", site), "email=mari%40client.example").await;
        foreign.expect_problem(403, "wrong_origin");
    }
    by_form(&nameless, "email=mari%40client.example").await.expect_problem(403, "wrong_origin");
    assert_eq!(world.snapshot().await, before);
    let own =
        by_form(&nameless.with_header("sec-fetch-site", "same-origin"), "email=mari%40client.example").await;
    assert_eq!(own.status.as_u16(), 303);
}

#[tokio::test]
async fn the_sixth_request_for_an_address_in_an_hour_is_silence_in_this_office_alone() {
    let Setting { world, office, browser } = setting().await;
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, "mari@client.example", true).await;
    let other = world.office_named("Other Office", "other").await;
    let other_client = other.client("Example Bakery").await;
    other.contact_without_session(other_client, "mari@client.example", true).await;
    let body = json!({ "email": "mari@client.example" });
    let first = browser.post(PATH, body.clone()).await;
    for _ in 0..4 {
        browser.post(PATH, body.clone()).await.expect(202);
    }
    let before = without_counters(world.snapshot().await);
    assert_eq!(seen(&browser.post(PATH, body.clone()).await), seen(&first));
    assert_eq!(without_counters(world.snapshot().await), before);
    browser.post("/api/portals/other/login", body).await.expect(202);
    world.settle().await;
    assert_eq!(world.mails().len(), 6);
}

#[tokio::test]
async fn more_requests_in_an_office_than_its_limit_are_silence() {
    let Setting { world, office, .. } = setting().await;
    assert_eq!(world.cx.config.rates.links_per_office, 1_000);
    let small = world.browser_with(|config| config.rates.links_per_office = 3).at(&office.portal_host());
    let client = office.client("Example Bakery").await;
    let mut answers = Vec::new();
    for n in 0..5 {
        let address = format!("{n}@client.example");
        office.contact_without_session(client, &address, true).await;
        answers.push(seen(&small.post(PATH, json!({ "email": address })).await));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    world.settle().await;
    assert_eq!(world.mails().len(), 3);
}

#[tokio::test]
async fn the_sixty_first_request_of_a_viewer_in_an_hour_is_refused() {
    let Setting { world, browser, .. } = setting().await;
    for n in 0..60 {
        browser.post(PATH, json!({ "email": format!("{n}@client.example") })).await.expect(202);
    }
    let before = world.snapshot().await;
    let refused = browser.post(PATH, json!({ "email": "60@client.example" })).await;
    refused.expect_problem(429, "too_many_requests");
    assert!(refused.headers.contains_key("retry-after"));
    assert_eq!(world.snapshot().await, before);
}

#[tokio::test]
async fn bad_values_are_named_and_write_nothing() {
    let Setting { world, browser, .. } = setting().await;
    let before = world.snapshot().await;
    for (body, pointer, code) in [
        (json!({}), "/email", "required"),
        (json!({ "email": "mari" }), "/email", "invalid_email"),
        (json!({ "email": "a@b.ee", "target": "/\\elsewhere.example" }), "/target", "invalid_format"),
        (json!({ "email": "a@b.ee", "office": "x" }), "/office", "unknown_field"),
    ] {
        let reply = browser.post(PATH, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    let text = (b"email".to_vec(), "text/plain");
    browser.send_bytes(Method::POST, PATH, Some(text)).await.expect_problem(400, "malformed_request");
    assert_eq!(world.snapshot().await, before);
    assert!(world.mails().is_empty());
}
