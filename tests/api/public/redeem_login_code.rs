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
    let refused = type_in(&browser, &code).await;
    refused.expect_problem(429, "too_many_requests");
    assert!(refused.headers.contains_key("retry-after"));
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
