use http::Method;
use jiff::SignedDuration;
use serde_json::json;
use sild_tests::{Browser, Reply, World, login_code};

use super::support::{link, redeem, seen, without_counters};

/// A member who has asked for a link.
struct Asked {
    world: World,
    browser: Browser,
    code: String,
    link: String,
}

async fn asked() -> Asked {
    let world = World::start().await;
    let office = world.office().await;
    let browser = world.browser();
    let body = json!({ "email": office.owner().email, "target": "/tasks" });
    browser.post("/api/office-login", body).await.expect(202);
    world.settle().await;
    let mail = world.mails().remove(0);
    Asked { world, browser, code: login_code(&mail), link: link(&mail) }
}

async fn type_in(browser: &Browser, code: &str) -> Reply {
    browser.post("/api/login/code", json!({ "code": code })).await
}

#[tokio::test]
async fn the_code_signs_in_the_browser_that_asked_and_spends_the_link() {
    let Asked { world: _world, browser, code, link } = asked().await;
    let typed = code.to_lowercase().replace('-', " ");
    let answer = type_in(&browser, &typed).await.expect(200);
    assert_eq!((answer["kind"].as_str(), answer["target"].as_str()), (Some("office"), Some("/tasks")));
    browser.get("/api/office/session").await.expect(200);
    redeem(&browser, &link).await.expect_problem(409, "link_spent");
}

#[tokio::test]
async fn no_other_browser_can_use_the_code() {
    let Asked { world, browser, code, .. } = asked().await;
    let before = without_counters(world.snapshot().await);
    type_in(&world.browser(), &code).await.expect_problem(404, "not_found");
    let forged = world.browser();
    forged.set_cookie("__Host-browser", &"A".repeat(43));
    type_in(&forged, &code).await.expect_problem(404, "not_found");
    forged.set_cookie("__Host-browser", "short");
    type_in(&forged, &code).await.expect_problem(404, "not_found");
    assert_eq!(without_counters(world.snapshot().await), before);
    type_in(&browser, &code).await.expect(200);
}

#[tokio::test]
async fn after_five_wrong_tries_the_right_code_is_refused_too() {
    let Asked { world: _world, browser, code, link } = asked().await;
    let mut answers = Vec::new();
    for _ in 0..5 {
        let reply = type_in(&browser, "ZZZ-ZZZ").await;
        reply.expect_problem(404, "not_found");
        answers.push(seen(&reply));
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    // S10: nor is it told apart from a code that never was.
    assert_eq!(seen(&type_in(&browser, &code).await), answers[0]);
    redeem(&browser, &link).await.expect(200);
}

#[tokio::test]
async fn the_fifth_try_may_be_the_right_one() {
    let Asked { world: _world, browser, code, .. } = asked().await;
    for _ in 0..4 {
        type_in(&browser, "ZZZ-ZZZ").await.expect_problem(404, "not_found");
    }
    type_in(&browser, &code).await.expect(200);
}

#[tokio::test]
async fn a_code_is_no_better_than_its_link() {
    let Asked { browser, code, link, world } = asked().await;
    redeem(&world.browser(), &link).await.expect(200);
    type_in(&browser, &code).await.expect_problem(409, "link_spent");

    let Asked { browser, code, world, .. } = asked().await;
    world.advance(SignedDuration::from_secs(24 * 3_600 + 1)).await;
    let late = type_in(&browser, &code).await;
    assert!(matches!(late.code(), "link_expired" | "not_found"), "{}", late.text());
    assert!(browser.cookie("__Host-office").is_none());
}

#[tokio::test]
async fn the_sixty_first_code_of_a_viewer_in_an_hour_is_refused() {
    let Asked { world, browser, code, .. } = asked().await;
    for _ in 0..60 {
        type_in(&world.browser(), &code).await.expect_problem(404, "not_found");
    }
    let refused = type_in(&browser, &code).await;
    refused.expect_problem(429, "too_many_requests");
    assert_eq!(refused.headers["retry-after"], "3600");
    world.advance_minutes(60).await;
    type_in(&browser, &code).await.expect(200);
}

#[tokio::test]
async fn what_is_no_code_is_named() {
    let Asked { world, browser, .. } = asked().await;
    let before = world.snapshot().await;
    for (body, pointer, code) in [
        (json!({}), "/code", "required"),
        (json!({ "code": "K7M" }), "/code", "invalid_code"),
        (json!({ "code": "K7M-2PX", "email": "a@b.ee" }), "/email", "unknown_field"),
    ] {
        let reply = browser.post("/api/login/code", body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(world.snapshot().await, before);
}

/// A contact who has asked for a link in the portal's own host.
async fn asked_in_portal() -> Asked {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, "mari@client.example", true).await;
    let browser = world.browser().at(&office.portal_host());
    let body = json!({ "email": "mari@client.example", "target": format!("/c/{client}/tasks") });
    browser.post("/api/portals/demo/login", body).await.expect(202);
    world.settle().await;
    let mail = world.mails().remove(0);
    Asked { world, browser, code: login_code(&mail), link: link(&mail) }
}

async fn by_form(browser: &Browser, body: &str) -> Reply {
    let form = (body.as_bytes().to_vec(), "application/x-www-form-urlencoded");
    browser.send_bytes(Method::POST, "/api/login/code", Some(form)).await
}

/// Where a form leads, as 303 says.
async fn led_to(browser: &Browser, body: &str) -> String {
    let reply = by_form(browser, body).await;
    assert_eq!(reply.status.as_u16(), 303, "{}", reply.text());
    reply.headers["location"].to_str().unwrap().to_owned()
}

#[tokio::test]
async fn a_form_without_script_leads_to_what_the_link_does() {
    let Asked { world: _world, browser, code, link } = asked_in_portal().await;
    assert_eq!(led_to(&browser, "code=ZZZ-ZZZ&portal=demo").await, "/?sent#code-wrong");
    assert_eq!(led_to(&browser, "code=K7M&portal=demo").await, "/?sent#code-wrong");
    let page = led_to(&browser, &format!("code={}&portal=demo", code.to_lowercase())).await;
    assert!(page.starts_with("/c/cli_") && page.ends_with("/tasks"), "{page}");
    let shown = browser.get(&format!("/p/demo{page}")).await;
    assert!(shown.text().contains("\"session\":{\"contact\""), "{}", shown.text());
    redeem(&browser, &link).await.expect_problem(409, "link_spent");
    assert_eq!(led_to(&browser, &format!("code={code}&portal=demo")).await, "/?sent#code-wrong");
}

#[tokio::test]
async fn a_form_says_no_more_than_the_app_and_what_is_no_form_of_ours_writes_nothing() {
    let Asked { world, browser, code, .. } = asked_in_portal().await;
    let before = world.snapshot().await;
    for body in ["code=K7M-2PX", "portal=demo", "code=K7M-2PX&portal=-"] {
        by_form(&browser, body).await.expect_problem(400, "malformed_request");
    }
    assert_eq!(world.snapshot().await, before);
    for tried in ["ZZZ-ZZZ"; 5].into_iter().chain([code.as_str()]) {
        assert_eq!(led_to(&browser, &format!("code={tried}&portal=demo")).await, "/?sent#code-wrong");
    }
    // At another host, the portal is below a path.
    let elsewhere = world.browser().at("app.localhost");
    for _ in 6..60 {
        assert_eq!(led_to(&elsewhere, "code=ZZZ-ZZZ&portal=demo").await, "/p/demo?sent#code-wrong");
    }
    assert_eq!(led_to(&elsewhere, "code=ZZZ-ZZZ&portal=demo").await, "/p/demo?sent#too-many");
}

#[tokio::test]
async fn a_member_s_code_leads_to_the_office_s_app() {
    let Asked { world: _world, browser, code, .. } = asked().await;
    let page = led_to(&browser, &format!("code={code}&portal=demo")).await;
    assert!(page.starts_with("http") && page.ends_with("/tasks"), "{page}");
    browser.get("/api/office/session").await.expect(200);
}
