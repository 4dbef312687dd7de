use jiff::SignedDuration;
use serde_json::{Value, json};

use super::{Home, NEW, OLD};

#[tokio::test]
async fn contacts_see_themselves_and_nothing_that_members_note_about_them() {
    // S55
    let home = Home::start().await;
    let reply = home.mari.get(&home.portal("/profile")).await;
    assert_eq!(reply.headers["etag"], "\"1\"");
    let expected = json!({
        "id": home.mari.id, "name": "mari", "email": OLD, "pending_email": null, "phone": null, "language": "en",
        "version": 1,
    });
    assert_eq!(reply.expect(200), expected);
}

#[tokio::test]
async fn an_address_that_they_asked_for_is_shown_as_long_as_its_link_is_good() {
    let home = Home::start().await;
    home.ask(NEW).await.expect(202);
    let profile = home.profile().await;
    assert_eq!((&profile["email"], &profile["pending_email"]), (&json!(OLD), &json!(NEW)));
    assert_eq!(profile["version"], 1, "asking is no edit");
    home.world.advance(SignedDuration::from_hours(24)).await;
    assert_eq!(home.profile().await["pending_email"], NEW);
    home.world.advance(SignedDuration::from_secs(1)).await;
    assert_eq!(home.profile().await["pending_email"], Value::Null);
}
