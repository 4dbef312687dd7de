use serde_json::{Value, json};
use sild_tests::{World, login_code};

use super::support::{calls, link, links, redeem, seen, without_counters};

const PATH: &str = "/api/offices";

fn sign_up(email: &str) -> Value {
    json!({
        "office_name": "New Office OÜ", "person_name": "Nora Omanik", "email": email, "language": "et",
        "time_zone": "Europe/Tallinn",
    })
}

#[tokio::test]
async fn an_office_and_its_owner_exist_once_the_mailed_link_is_used() {
    // S64
    let world = World::start().await;
    let browser = world.browser();
    browser.post(PATH, sign_up("nora@new.example")).await.expect(202);
    world.settle().await;
    assert!(!world.snapshot().await.iter().any(|item| item["ent"] == "office"));
    let mail = world.mails().remove(0);
    assert_eq!(mail.to, "nora@new.example");
    assert_eq!(mail.subject, "Büroo New Office OÜ loomine: kinnitage oma aadress");
    let answer = redeem(&browser, &link(&mail)).await.expect(200);
    assert_eq!((answer["kind"].as_str(), &answer["slug"]), (Some("office"), &Value::Null));
    let session = browser.get("/api/office/session").await.expect(200);
    assert_eq!(session["member"]["name"], "Nora Omanik");
    assert_eq!(session["member"]["email"], "nora@new.example");
    assert_eq!(session["member"]["role"], "owner");
    assert_eq!(session["member"]["language"], "et");
    assert_eq!(session["office"]["name"], "New Office OÜ");
    assert_eq!(session["office"]["portal_is_active"], false);
    world.settle().await;
    let schedules = world.cloud.schedules().unwrap();
    let daily = schedules.iter().find(|schedule| schedule.job == "generate_occurrences").unwrap();
    assert_eq!(daily.timezone, "Europe/Tallinn");
    redeem(&browser, &link(&mail)).await.expect_problem(409, "link_spent");
    let offices = world.snapshot().await.into_iter().filter(|item| item["ent"] == "office");
    assert_eq!(offices.count(), 1);
}

#[tokio::test]
async fn the_code_founds_the_office_as_well() {
    let world = World::start().await;
    let browser = world.browser();
    browser.post(PATH, sign_up("nora@new.example")).await.expect(202);
    world.settle().await;
    let code = login_code(&world.mails()[0]);
    browser.post("/api/login/code", json!({ "code": code })).await.expect(200);
    browser.get("/api/office/session").await.expect(200);
}

#[tokio::test]
async fn who_has_an_office_gets_a_link_to_it_and_can_found_another_on_purpose() {
    let world = World::start().await;
    let office = world.office().await;
    let owner = office.owner();
    calls(&world);
    let known = world.browser().post(PATH, sign_up(&owner.email)).await;
    let asked_for_known = calls(&world);
    let unknown = world.browser().post(PATH, sign_up("nora@new.example")).await;
    assert_eq!(seen(&known), seen(&unknown));
    assert_eq!(asked_for_known, calls(&world));
    world.settle().await;
    let mail = world.mails_to(&owner.email).remove(0);
    assert_eq!(mail.subject, "Teil on teenuses Sild juba büroo");
    assert!(mail.text.contains("New Office OÜ") && mail.text.contains("Demo Office"));
    let both = links(&mail);
    assert_eq!(both.len(), 2);
    let answer = redeem(&world.browser(), &both[0]).await.expect(200);
    assert_eq!(answer["office_id"], office.id.to_string());
    let browser = world.browser();
    let answer = redeem(&browser, &both[1]).await.expect(200);
    assert_ne!(answer["office_id"], office.id.to_string());
    assert_eq!(browser.get("/api/office/session").await.expect(200)["office"]["name"], "New Office OÜ");
}

#[tokio::test]
async fn a_deployment_that_is_closed_takes_nobody() {
    // S64
    let world = World::start().await;
    let closed = world.browser_with(|config| config.sign_up_is_open = false);
    closed.post(PATH, sign_up("nora@new.example")).await.expect_problem(403, "sign_up_closed");
    assert!(world.snapshot().await.is_empty());
    world.settle().await;
    assert!(world.mails().is_empty());
}

#[tokio::test]
async fn the_sixth_sign_up_of_an_address_in_an_hour_is_silence() {
    let world = World::start().await;
    let browser = world.browser();
    let first = browser.post(PATH, sign_up("nora@new.example")).await;
    for _ in 0..4 {
        browser.post(PATH, sign_up("nora@new.example")).await.expect(202);
    }
    let before = without_counters(world.snapshot().await);
    assert_eq!(seen(&browser.post(PATH, sign_up("Nora@New.example")).await), seen(&first));
    assert_eq!(without_counters(world.snapshot().await), before);
    world.settle().await;
    assert_eq!(world.mails().len(), 5);
}

#[tokio::test]
async fn bad_values_are_named_and_write_nothing() {
    let world = World::start().await;
    let with = |field: &str, value: Value| {
        let mut body = sign_up("nora@new.example");
        body[field] = value;
        body
    };
    for (body, pointer, code) in [
        (with("office_name", json!("")), "/office_name", "required"),
        (with("person_name", json!("a\r\nb")), "/person_name", "invalid_character"),
        (with("email", json!("nora")), "/email", "invalid_email"),
        (with("time_zone", json!("Europe/Nowhere")), "/time_zone", "invalid_time_zone"),
        (with("plan", json!("free")), "/plan", "unknown_field"),
    ] {
        let reply = world.browser().post(PATH, body).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert!(world.snapshot().await.is_empty());
}
