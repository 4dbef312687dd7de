//! `get_office_settings` and `update_office_settings` (S59, S62), and the address at the client (S60).

use serde_json::{Value, json};
use sild_domain::Role;

use crate::desk::Desk;

const PATH: &str = "/api/office/settings";

fn rule() -> Value {
    json!({ "days_before": 3, "on_the_day": true, "every_days_after": 7, "at_most": 4 })
}

#[tokio::test]
async fn every_member_reads_the_settings_and_admins_change_them() {
    let desk = Desk::start().await;
    let member = desk.office.member("Peeter", Role::Member).await;
    let admin = desk.office.member("Anna", Role::Admin).await;
    let fresh = json!({ "digitisation_is_on": false, "reminders": null, "reminder_hour": 9, "version": 1 });
    assert_eq!(member.get(PATH).await.expect(200), fresh);

    let patch = json!({ "digitisation_is_on": true, "reminders": rule(), "reminder_hour": 8 });
    let before = desk.world.snapshot().await;
    member.if_match(1).patch(PATH, patch.clone()).await.expect_problem(403, "role_required");
    assert_eq!(desk.world.snapshot().await, before);

    let changed = admin.if_match(1).patch(PATH, patch).await.expect(200);
    let expected =
        json!({ "digitisation_is_on": true, "reminders": rule(), "reminder_hour": 8, "version": 2 });
    assert_eq!(changed, expected);
    assert_eq!(member.get(PATH).await.expect(200), expected);

    let none = admin.if_match(2).patch(PATH, json!({ "reminders": null })).await.expect(200);
    assert_eq!((&none["reminders"], &none["digitisation_is_on"]), (&Value::Null, &json!(true)));
}

#[tokio::test]
async fn a_stale_or_missing_version_changes_nothing() {
    let desk = Desk::start().await;
    desk.settings(json!({ "reminder_hour": 7 })).await;
    desk.world.settle().await;
    let before = desk.world.snapshot().await;
    let patch = json!({ "digitisation_is_on": true });
    desk.owner.if_match(1).patch(PATH, patch.clone()).await.expect_problem(412, "version_mismatch");
    desk.owner.patch(PATH, patch).await.expect_problem(428, "version_required");
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn a_rule_that_makes_no_sense_is_refused_at_its_field() {
    let desk = Desk::start().await;
    let before = desk.world.snapshot().await;
    let with = |field: &str, value: Value| {
        let mut rule = rule();
        rule[field] = value;
        json!({ "reminders": rule })
    };
    let nothing = json!({ "days_before": null, "on_the_day": false, "every_days_after": null, "at_most": 1 });
    for (patch, pointer, code) in [
        (with("days_before", json!(0)), "/reminders", "out_of_range"),
        (with("days_before", json!(61)), "/reminders", "out_of_range"),
        (with("at_most", json!(0)), "/reminders", "out_of_range"),
        (json!({ "reminders": nothing }), "/reminders", "required"),
        (json!({ "reminder_hour": 24 }), "/reminder_hour", "out_of_range"),
        (json!({ "digitisation": true }), "/digitisation", "unknown_field"),
    ] {
        let reply = desk.owner.if_match(1).patch(PATH, patch.clone()).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())], "{patch}");
    }
    assert_eq!(desk.world.snapshot().await, before);
}

#[tokio::test]
async fn while_it_is_off_no_client_takes_an_address_and_none_is_shown() {
    let desk = Desk::start().await;
    let path = format!("/api/office/clients/{}", desk.client);
    let address = json!({ "digitisation_email": "documents@reader.example" });
    let before = desk.world.snapshot().await;
    desk.owner.if_match(1).patch(&path, address.clone()).await.expect_problem(409, "digitisation_off");
    let new = json!({ "name": "New Bakery", "digitisation_email": "documents@reader.example" });
    desk.owner.post("/api/office/clients", new.clone()).await.expect_problem(409, "digitisation_off");
    assert_eq!(desk.world.snapshot().await, before);

    desk.settings(json!({ "digitisation_is_on": true })).await;
    let made = desk.owner.post("/api/office/clients", new).await.expect(201);
    assert_eq!(made["digitisation_email"], "documents@reader.example");
    let changed = desk.owner.if_match(1).patch(&path, address).await.expect(200);
    assert_eq!(changed["digitisation_email"], "documents@reader.example");
    let task = desk.task(json!({})).await;
    assert_eq!(task["digitisation_email"], "documents@reader.example");

    desk.settings(json!({ "digitisation_is_on": false })).await;
    assert_eq!(desk.read_client().await["digitisation_email"], Value::Null);
    assert_eq!(desk.read(&task).await["digitisation_email"], Value::Null);
    desk.owner
        .if_match(2)
        .patch(&path, json!({ "digitisation_email": null }))
        .await
        .expect_problem(409, "digitisation_off");

    // The address was kept all the while.
    desk.settings(json!({ "digitisation_is_on": true })).await;
    let shown = desk.read_client().await;
    assert_eq!(shown["digitisation_email"], "documents@reader.example");
    let none = json!({ "digitisation_email": null });
    let none = desk.owner.if_match(&shown["version"]).patch(&path, none).await.expect(200);
    assert_eq!(none["digitisation_email"], Value::Null);
}

#[tokio::test]
async fn an_address_is_an_address() {
    let desk = Desk::start().await;
    desk.settings(json!({ "digitisation_is_on": true })).await;
    let before = desk.world.snapshot().await;
    let path = format!("/api/office/clients/{}", desk.client);
    for bad in ["nobody", "a@b.example\r\nBcc: c@d.example"] {
        let reply = desk.owner.if_match(1).patch(&path, json!({ "digitisation_email": bad })).await;
        reply.expect_problem(422, "invalid_value");
    }
    assert_eq!(desk.world.snapshot().await, before);
}
