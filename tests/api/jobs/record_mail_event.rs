use serde_json::{Value, json};
use sild_domain::{ContactId, Role};
use sild_store::contacts;
use sild_tests::{Person, World};

use crate::desk::{Desk, each, path};

const BOUNCE: &str = "bounce+mari@simulator.amazonses.com";
const COMPLAINT: &str = "complaint+mari@simulator.amazonses.com";
const NOTIFICATIONS: &str = "/api/office/notifications";

/// What SES tells of a mail to a person at an address, sent at this time.
fn event(desk: &Desk, person: &str, address: &str, sent_at: &str, more: &Value) -> Value {
    let kind = if person.starts_with("mem_") { "member" } else { "contact" };
    let mut detail = json!({
        "mail": {
            "timestamp": sent_at, "messageId": "0100", "source": "portal@sild.example", "destination": [address],
            "headers": [], "tags": { "office": [desk.office.id], kind: [person], "ses:configuration-set": ["sild"] },
        },
    });
    detail.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    json!({
        "version": "0", "id": "1", "detail-type": "Email", "source": "aws.ses", "account": "000000000000",
        "time": sent_at, "region": "eu-north-1", "resources": [], "detail": detail,
    })
}

fn bounce(kind: &str) -> Value {
    json!({ "eventType": "Bounce", "bounce": { "bounceType": kind, "bounceSubType": "General", "bouncedRecipients": [] } })
}

fn complaint() -> Value {
    json!({ "eventType": "Complaint", "complaint": { "complainedRecipients": [], "complaintFeedbackType": "abuse" } })
}

const SENT: &str = "2026-03-02T08:00:00.000Z";

async fn hear(desk: &Desk, person: &Person, more: Value) {
    let event = event(desk, &person.id, &person.email, SENT, &more);
    desk.world.call("record_mail_event", event).await.unwrap();
    desk.world.settle().await;
}

async fn state_of(desk: &Desk, contact: &str) -> Value {
    desk.owner.get(&format!("/api/office/contacts/{contact}")).await.expect(200)["address_state"].clone()
}

#[tokio::test]
async fn a_mail_that_comes_back_for_good_ends_mails_and_tells_who_answers_for_the_client() {
    // S18, S49–S54
    let desk = Desk::start().await;
    let kati = desk.responsible("Kati Kask").await;
    let outside = desk.office.member("Peeter", Role::Admin).await;
    let mari = desk.office.contact(desk.client, BOUNCE).await;
    let task = desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.mails_to(BOUNCE).len(), 1);
    assert_eq!(state_of(&desk, &mari.id).await, "bounced");
    let client = desk.read_client().await;
    assert_eq!(client["contacts"][0]["address_state"], "bounced");

    for member in [&desk.owner, &kati] {
        let told = member.get(NOTIFICATIONS).await.expect(200)["items"].clone();
        assert_eq!(told.as_array().unwrap().len(), 1);
        let one = &told[0];
        assert_eq!((&one["kind"], &one["actor"]), (&json!("address_bounced"), &json!("bounce+mari")));
        assert_eq!(one["client"], json!({ "id": desk.client, "name": "Example Bakery" }));
        assert_eq!((&one["task_id"], &one["request_id"]), (&Value::Null, &Value::Null));
        let session = member.get("/api/office/session").await.expect(200);
        assert_eq!(session["unread_notifications"], 1);
        assert!(desk.world.mails_to(&member.email).is_empty(), "in the app only");
    }
    assert_eq!(outside.get(NOTIFICATIONS).await.expect(200)["items"], json!([]));

    let message = json!({ "visibility": "portal", "text": "Hello." });
    desk.owner.post(&path(&task, "/messages"), message).await.expect(201);
    desk.act(&task, "withdraw").await.expect(200);
    desk.assigned(json!({ "title": "Another" })).await;
    desk.world.browser().post("/api/portals/demo/login", json!({ "email": BOUNCE })).await.expect(202);
    desk.world.advance_minutes(20).await;
    assert_eq!(desk.world.mails_to(BOUNCE).len(), 1, "nothing more, no login link either");
    assert!(desk.world.cloud.dead_letters().unwrap().is_empty());
}

#[tokio::test]
async fn a_complaint_ends_notifications_and_a_login_link_comes_all_the_same() {
    // S10
    let desk = Desk::start().await;
    let mari = desk.office.contact(desk.client, COMPLAINT).await;
    desk.assigned(json!({})).await;
    desk.world.advance_minutes(10).await;
    assert_eq!(state_of(&desk, &mari.id).await, "complained");
    assert_eq!(each(&desk.owner.get(NOTIFICATIONS).await.expect(200), "kind"), ["address_bounced"]);
    desk.assigned(json!({ "title": "Another" })).await;
    desk.world.advance_minutes(10).await;
    assert_eq!(desk.world.mails_to(COMPLAINT).len(), 1);
    desk.world.browser().post("/api/portals/demo/login", json!({ "email": COMPLAINT })).await.expect(202);
    desk.world.settle().await;
    assert_eq!(desk.world.mails_to(COMPLAINT).len(), 2);
    let closed = desk.office.closed_client("Example Garage").await;
    desk.office.add_contact_to(mari.id.parse().unwrap(), closed, false).await;
    let opening = json!({ "client_ids": [closed], "with_invitations": true });
    let opening = desk.owner.post("/api/office/bulk-openings", opening).await.expect(202);
    desk.world.advance_minutes(10).await;
    let done =
        desk.owner.get(&format!("/api/office/bulk-openings/{}", opening["id"].as_str().unwrap())).await;
    assert_eq!(done.expect(200)["skipped"][0]["reason"], "complained");
    assert_eq!(desk.world.mails_to(COMPLAINT).len(), 2, "no invitation");
}

#[tokio::test]
async fn what_passes_or_arrived_changes_nothing() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    for more in [
        bounce("Transient"),
        bounce("Undetermined"),
        json!({ "eventType": "Complaint", "complaint": { "complaintFeedbackType": "not-spam" } }),
        json!({ "eventType": "Delivery", "delivery": { "recipients": [mari.email] } }),
        json!({ "eventType": "DeliveryDelay" }),
    ] {
        hear(&desk, &mari, more).await;
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn events_in_any_order_and_any_number_come_to_the_same() {
    let orders: [&[fn() -> Value]; 3] = [
        &[|| bounce("Permanent"), complaint, || bounce("Permanent"), || bounce("Transient"), complaint],
        &[complaint, complaint, || bounce("Transient"), || bounce("Permanent")],
        &[|| bounce("Permanent")],
    ];
    for order in orders {
        let desk = Desk::start().await;
        let mari = desk.contact("mari").await;
        for more in order {
            hear(&desk, &mari, more()).await;
        }
        assert_eq!(state_of(&desk, &mari.id).await, "bounced");
        assert_eq!(
            each(&desk.owner.get(NOTIFICATIONS).await.expect(200), "kind"),
            ["address_bounced"],
            "told once"
        );
        assert!(desk.world.snapshot().await.iter().all(|item| item["ent"] != "outbox"));
    }
}

#[tokio::test]
async fn news_of_an_address_that_is_not_theirs_any_more_or_of_nobody_changes_nothing() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let other = desk.world.office_named("Other Office", "other").await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let mut events = vec![
        event(&desk, &mari.id, "before@client.example", SENT, &bounce("Permanent")),
        event(&desk, "con_01jnb000000000000000000000", &mari.email, SENT, &bounce("Permanent")),
        event(&desk, &desk.owner.id, &mari.email, SENT, &bounce("Permanent")),
        event(&desk, "nobody", &mari.email, SENT, &bounce("Permanent")),
    ];
    let mut foreign = event(&desk, &mari.id, &mari.email, SENT, &bounce("Permanent"));
    foreign["detail"]["mail"]["tags"]["office"] = json!([other.id]);
    let mut untagged = event(&desk, &mari.id, &mari.email, SENT, &bounce("Permanent"));
    untagged["detail"]["mail"]["tags"] = json!({});
    events.extend([foreign, untagged]);
    for event in events {
        desk.world.call("record_mail_event", event).await.unwrap();
        desk.world.settle().await;
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn an_erased_contact_is_told_of_to_nobody() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let erase = json!({ "office_id": desk.office.id, "contact_id": mari.id });
    desk.world.call("erase_person", erase).await.unwrap();
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    hear(&desk, &mari, bounce("Permanent")).await;
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn at_a_client_for_whom_nobody_answers_the_admins_and_the_owner_are_told_once_each() {
    let desk = Desk::start().await;
    let admin = desk.office.member("Anna Admin", Role::Admin).await;
    let plain = desk.office.member("Peeter", Role::Member).await;
    plain.add_to(desk.client).await;
    let card = format!("/api/office/clients/{}", desk.client);
    let version = desk.read_client().await["version"].clone();
    desk.owner.if_match(version).patch(&card, json!({ "responsible_ids": [] })).await.expect(200);
    let second = desk.office.client("Another Client").await;
    let mari = desk.contact("mari").await;
    desk.office.add_contact_to(mari.id.parse().unwrap(), second, true).await;
    hear(&desk, &mari, bounce("Permanent")).await;
    assert_eq!(each(&admin.get(NOTIFICATIONS).await.expect(200), "title"), ["Example Bakery"]);
    assert_eq!(each(&desk.owner.get(NOTIFICATIONS).await.expect(200), "title"), ["Another Client"]);
    assert_eq!(plain.get(NOTIFICATIONS).await.expect(200)["items"], json!([]));
}

#[tokio::test]
async fn every_link_of_the_contact_knows_and_the_version_rises() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let id: ContactId = mari.id.parse().unwrap();
    for n in 0..3 {
        let client = desk.office.client(&format!("Client {n}")).await;
        desk.office.add_contact_to(id, client, true).await;
    }
    let scope = desk.office.scope();
    let before = contacts::get_with_clients(&desk.world.cx.table, &scope, id).await.unwrap().unwrap();
    hear(&desk, &mari, bounce("Permanent")).await;
    let after = contacts::get_with_clients(&desk.world.cx.table, &scope, id).await.unwrap().unwrap();
    assert_eq!(after.contact.v, before.contact.v + 1);
    assert_eq!(after.clients.len(), 4);
    assert!(after.clients.iter().all(|link| link.can_enter() && !link.gets_mail() && !link.gets_logins()));
}

async fn member_state(desk: &Desk, member: &str) -> Value {
    let members = desk.owner.get("/api/office/members").await.expect(200);
    let members = members["items"].as_array().unwrap().clone();
    members.into_iter().find(|one| one["id"] == member).unwrap()["address_state"].clone()
}

#[tokio::test]
async fn a_member_whose_mails_come_back_is_told_in_the_app_only_until_a_login_shows_that_mail_arrives() {
    // S49, S64
    let desk = Desk::start().await;
    let (mari, kati) = (desk.contact("mari").await, desk.responsible("Kati Kask").await);
    assert_eq!(member_state(&desk, &kati.id).await, "ok");
    hear(&desk, &kati, bounce("Permanent")).await;
    assert_eq!(member_state(&desk, &kati.id).await, "bounced");
    desk.request(&mari, "A question").await;
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails_to(&kati.email).is_empty());
    assert_eq!(each(&kati.get(NOTIFICATIONS).await.expect(200), "kind"), ["new_request"]);

    let browser = desk.world.browser();
    browser.post("/api/office-login", json!({ "email": kati.email })).await.expect(202);
    desk.world.settle().await;
    let mail = desk.world.mails_to(&kati.email).pop().unwrap();
    let token = mail.text.split("#t=").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    browser.post("/api/login/redeem", json!({ "token": token })).await.expect(200);
    assert_eq!(member_state(&desk, &kati.id).await, "ok");
    hear(&desk, &kati, bounce("Permanent")).await;
    assert_eq!(member_state(&desk, &kati.id).await, "ok", "an event of before the login comes late");
    let later = event(&desk, &kati.id, &kati.email, "2026-03-03T08:00:00Z", &bounce("Permanent"));
    desk.world.call("record_mail_event", later).await.unwrap();
    assert_eq!(member_state(&desk, &kati.id).await, "bounced");
}

#[tokio::test]
async fn mails_carry_whom_they_are_for_and_no_address() {
    let world = World::start().await;
    let office = world.office().await;
    let client = office.client("Example Bakery").await;
    let contact = office.contact_without_session(client, BOUNCE, true).await;
    world.hold(&["record_mail_event"]);
    world.browser().post("/api/portals/demo/login", json!({ "email": BOUNCE })).await.expect(202);
    world.settle().await;
    world.settle().await;
    let told = world.events_of("record_mail_event");
    assert_eq!(told.len(), 1);
    let mail = &told[0]["detail"]["mail"];
    let tags = json!({ "office": [office.id], "contact": [contact], "ses:configuration-set": ["sild"] });
    assert_eq!((&mail["tags"], &mail["destination"]), (&tags, &json!([BOUNCE])));
    assert_eq!((&told[0]["source"], &told[0]["detail-type"]), (&json!("aws.ses"), &json!("Email Bounced")));
}
