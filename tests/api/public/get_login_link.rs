use jiff::SignedDuration;
use serde_json::{Value, json};
use sild_tests::{Browser, Office, World};

use super::support::{link, redeem, token};

async fn mailed() -> (World, Office, Browser, String) {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    office.contact_without_session(client, "mari@client.example", true).await;
    let browser = world.browser().at(&office.portal_host());
    browser.post("/api/portals/demo/login", json!({ "email": "mari@client.example" })).await.expect(202);
    world.settle().await;
    let link = link(&world.mails()[0]);
    (world, office, browser, link)
}

async fn look(browser: &Browser, link: &str) -> Value {
    browser.post("/api/login/link", json!({ "token": token(link) })).await.expect(200)
}

#[tokio::test]
async fn a_link_tells_whose_it_is_and_spends_nothing() {
    // S20
    let (world, _office, browser, link) = mailed().await;
    let before = world.snapshot().await;
    let usable = json!({ "masked_email": "m***@client.example", "state": "usable" });
    for _ in 0..3 {
        assert_eq!(look(&world.browser(), &link).await, usable);
    }
    assert_eq!(world.snapshot().await, before);
    redeem(&browser, &link).await.expect(200);
    assert_eq!(look(&browser, &link).await["state"], "spent");
}

#[tokio::test]
async fn a_link_says_to_the_second_when_it_is_over() {
    // S20
    let (world, _office, browser, link) = mailed().await;
    world.advance(SignedDuration::from_hours(24)).await;
    assert_eq!(look(&browser, &link).await["state"], "usable");
    world.advance(SignedDuration::from_secs(1)).await;
    assert_eq!(look(&browser, &link).await["state"], "expired");
}

#[tokio::test]
async fn a_members_link_is_looked_at_the_same_way() {
    let world = World::start().await;
    let office = world.office().await;
    let browser = world.browser();
    browser.post("/api/office-login", json!({ "email": office.owner().email })).await.expect(202);
    world.settle().await;
    let seen = look(&browser, &link(&world.mails()[0])).await;
    assert_eq!(seen, json!({ "masked_email": "o***@demo.example", "state": "usable" }));
}

#[tokio::test]
async fn what_is_no_login_link_of_ours_is_unknown() {
    let (world, _office, browser, link) = mailed().await;
    let (most, _) = link.split_at(link.len() - 1);
    for token in ["", "nonsense", &"A".repeat(43), &token(most)] {
        browser.post("/api/login/link", json!({ "token": token })).await.expect_problem(404, "not_found");
    }
    assert_eq!(world.mails().len(), 1);
}
