use serde_json::{Value, json};
use sild_tests::Person;

use crate::desk::{Desk, each, id, path};

const PATH: &str = "/api/office/notification-settings";
const NOTIFICATIONS: &str = "/api/office/notifications";
const KINDS: [&str; 4] = ["new_request", "portal_message", "client_file", "client_done"];

/// Switches one kind of thing of a member.
async fn switch(member: &Person, kind: &str, switches: Value) {
    let version = member.get(PATH).await.expect(200)["version"].clone();
    member.if_match(version).patch(PATH, json!({ kind: switches })).await.expect(200);
}

/// Everything of which members are told happens once, and what came of it: the kinds in the app, the mails, the count of what
/// is unread.
async fn told_of(desk: &Desk) -> (Vec<Value>, String, Value) {
    let mari = desk.contact("mari").await;
    let [spoken, filed, done] = [
        desk.assigned(json!({ "title": "Spoken" })).await,
        desk.assigned(json!({ "title": "Filed" })).await,
        desk.assigned(json!({ "title": "Finished" })).await,
    ];
    mari.post(&desk.portal_task(&spoken, "/messages"), json!({ "text": "Hello." })).await.expect(201);
    desk.contact_file(&mari, &filed, "scan.txt").await;
    mari.post(&desk.portal_task(&done, "/done"), json!({})).await.expect(200);
    desk.request(&mari, "Asked").await;
    desk.world.advance_minutes(10).await;
    let mut kinds = each(&desk.owner.get(NOTIFICATIONS).await.expect(200), "kind");
    kinds.sort_by_key(ToString::to_string);
    let mails = desk.world.mails_to(&desk.owner.email).into_iter().map(|mail| mail.text);
    let unread = desk.owner.get("/api/office/session").await.expect(200)["unread_notifications"].clone();
    (kinds, mails.collect(), unread)
}

const TITLES: [(&str, &str); 4] = [
    ("new_request", "Asked"),
    ("portal_message", "Spoken"),
    ("client_file", "Filed"),
    ("client_done", "Finished"),
];

#[tokio::test]
async fn whoever_never_chose_is_told_of_everything() {
    // S49, S50, S51
    let desk = Desk::start().await;
    let settings = desk.owner.get(PATH).await;
    assert_eq!(settings.headers["etag"], "\"1\"");
    let settings = settings.expect(200);
    for kind in KINDS {
        assert_eq!(settings[kind], json!({ "mail": true, "in_app": true }), "{kind}");
    }
    let (kinds, mails, unread) = told_of(&desk).await;
    assert_eq!(kinds, ["client_done", "client_file", "new_request", "portal_message"]);
    assert_eq!(unread, 4);
    for (kind, title) in TITLES {
        assert!(mails.contains(title), "{kind}");
    }
}

#[tokio::test]
async fn each_kind_is_switched_off_by_itself_for_mail_and_in_the_app() {
    for (kind, title) in TITLES {
        let desk = Desk::start().await;
        switch(&desk.owner, kind, json!({ "mail": false })).await;
        let (kinds, mails, unread) = told_of(&desk).await;
        assert_eq!((kinds.len(), unread), (4, json!(4)), "{kind}: still in the app");
        for (_, other) in TITLES {
            assert_eq!(mails.contains(other), other != title, "{kind}: {other}");
        }

        let desk = Desk::start().await;
        switch(&desk.owner, kind, json!({ "in_app": false })).await;
        let (kinds, mails, unread) = told_of(&desk).await;
        assert_eq!((kinds.len(), unread), (3, json!(3)), "{kind}: not in the app");
        assert!(!kinds.contains(&json!(kind)));
        assert!(TITLES.iter().all(|(_, title)| mails.contains(title)), "{kind}: still by mail");

        let desk = Desk::start().await;
        switch(&desk.owner, kind, json!({ "mail": false, "in_app": false })).await;
        let (kinds, mails, _) = told_of(&desk).await;
        assert!(!kinds.contains(&json!(kind)) && !mails.contains(title), "{kind}: not at all");
    }
}

#[tokio::test]
async fn what_is_switched_off_while_a_mail_waits_does_not_leave() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({})).await;
    mari.post(&desk.portal_task(&task, "/messages"), json!({ "text": "Hello." })).await.expect(201);
    desk.world.settle().await;
    switch(&desk.owner, "portal_message", json!({ "mail": false })).await;
    desk.world.advance_minutes(10).await;
    assert!(desk.world.mails_to(&desk.owner.email).is_empty());
    assert!(desk.world.cloud.dead_letters().unwrap().is_empty());
}

#[tokio::test]
async fn what_a_member_has_read_before_its_mail_leaves_is_not_mailed() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    let task = desk.assigned(json!({ "title": "Spoken" })).await;
    mari.post(&desk.portal_task(&task, "/messages"), json!({ "text": "Hello." })).await.expect(201);
    desk.world.settle().await;
    let newest = each(&desk.owner.get(NOTIFICATIONS).await.expect(200), "id").remove(0);
    desk.owner.post("/api/office/notifications/read", json!({ "up_to": newest })).await.expect(204);
    desk.request(&mari, "Asked").await;
    desk.world.advance_minutes(10).await;
    let mails = desk.world.mails_to(&desk.owner.email);
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("Asked") && !mails[0].text.contains("Spoken"));
}

#[tokio::test]
async fn what_is_not_shown_in_the_app_is_mailed_and_never_counted() {
    let desk = Desk::start().await;
    let mari = desk.contact("mari").await;
    switch(&desk.owner, "portal_message", json!({ "in_app": false })).await;
    let task = desk.assigned(json!({})).await;
    mari.post(&desk.portal_task(&task, "/messages"), json!({ "text": "Hello." })).await.expect(201);
    desk.request(&mari, "Asked").await;
    desk.world.settle().await;
    let newest = each(&desk.owner.get(NOTIFICATIONS).await.expect(200), "id").remove(0);
    desk.owner.post("/api/office/notifications/read", json!({ "up_to": newest })).await.expect(204);
    let session = desk.owner.get("/api/office/session").await.expect(200);
    assert_eq!(session["unread_notifications"], 0);
    desk.world.advance_minutes(10).await;
    let mails = desk.world.mails_to(&desk.owner.email);
    assert_eq!(mails.len(), 1);
    assert!(mails[0].text.contains("Bank statement") && !mails[0].text.contains("Asked"));
}

#[tokio::test]
async fn a_colleagues_word_is_not_shown_to_whoever_switched_messages_off_in_the_app() {
    // S50
    let desk = Desk::start().await;
    let colleague = desk.responsible("Kati Kask").await;
    let task = desk.assigned(json!({})).await;
    let message = json!({ "visibility": "portal", "text": "Hello." });
    desk.owner.post(&path(&task, "/messages"), message.clone()).await.expect(201);
    desk.world.settle().await;
    assert_eq!(each(&colleague.get(NOTIFICATIONS).await.expect(200), "kind"), ["portal_message"]);
    switch(&colleague, "portal_message", json!({ "in_app": false })).await;
    desk.owner.post(&path(&task, "/messages"), message).await.expect(201);
    desk.world.advance_minutes(10).await;
    assert_eq!(each(&colleague.get(NOTIFICATIONS).await.expect(200), "task_id"), [id(&task)]);
    assert!(desk.world.mails_to(&colleague.email).is_empty());
}

#[tokio::test]
async fn a_change_is_of_one_version_and_refusals_change_nothing() {
    let desk = Desk::start().await;
    let edit = json!({ "client_done": { "mail": false } });
    let after = desk.owner.if_match(1).patch(PATH, edit.clone()).await;
    assert_eq!(after.headers["etag"], "\"2\"");
    assert_eq!(after.expect(200)["client_done"], json!({ "mail": false, "in_app": true }));
    assert_eq!(desk.owner.get(PATH).await.expect(200)["client_done"]["mail"], false);
    let before = desk.world.snapshot().await;
    desk.owner.patch(PATH, edit.clone()).await.expect_problem(428, "version_required");
    desk.owner.if_match(1).patch(PATH, edit.clone()).await.expect_problem(412, "version_mismatch");
    desk.world.browser().if_match(2).patch(PATH, edit).await.expect_problem(401, "not_signed_in");
    for (edit, pointer, code) in [
        (json!({ "task_assigned": { "mail": false } }), "/task_assigned", "unknown_field"),
        (json!({ "login": { "mail": false } }), "/login", "unknown_field"),
        (json!({ "address_bounced": { "in_app": false } }), "/address_bounced", "unknown_field"),
        (json!({ "client_done": { "mail": "no" } }), "/client_done/mail", "invalid_format"),
        (json!({ "client_done": { "sms": false } }), "/client_done/sms", "unknown_field"),
    ] {
        let reply = desk.owner.if_match(2).patch(PATH, edit).await;
        reply.expect_problem(422, "invalid_value");
        assert_eq!(reply.field_errors(), [(pointer.to_owned(), code.to_owned())]);
    }
    assert_eq!(desk.world.snapshot().await, before);
    let on = json!({ "client_done": { "mail": true } });
    desk.owner.if_match(2).patch(PATH, on).await.expect(200);
    let own = desk.world.snapshot().await;
    assert!(own.iter().all(|item| item.get("switched_off").is_none()), "all on is nothing to keep");
}

#[tokio::test]
async fn renaming_oneself_keeps_what_was_chosen() {
    let desk = Desk::start().await;
    switch(&desk.owner, "client_done", json!({ "mail": false })).await;
    desk.owner.if_match(2).patch("/api/office/profile", json!({ "name": "Olivia Uus" })).await.expect(200);
    let settings = desk.owner.get(PATH).await.expect(200);
    assert_eq!((&settings["client_done"]["mail"], &settings["version"]), (&json!(false), &json!(3)));
}
