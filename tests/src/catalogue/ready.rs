//! The request with which an operation does its work: where that of the catalogue would be refused in a fresh scene, what it
//! needs is done first.

use serde_json::json;

use super::{
    row::{Audience, Row},
    scene::{Caller, Object, Prepared, Scene},
};
use crate::{Browser, email_token, login_code, upload};

const OWNER: &str = "owner@demo.example";
const NEW_ADDRESS: &str = "moved@one.example";

impl Audience {
    /// Somebody whom an operation is for.
    #[must_use]
    pub const fn caller(self) -> Caller {
        match self {
            Self::Anybody => Caller::Stranger,
            Self::Contacts | Self::ContactsOfClient => Caller::Contact,
            Self::Members
            | Self::Managers
            | Self::Owners
            | Self::MembersOfClient
            | Self::MembersOfRequests
            | Self::MembersOfMany => Caller::Owner,
        }
    }
}

/// Makes an operation ready to do its work.
pub async fn ready(scene: &Scene, row: &Row) -> Prepared {
    let caller = scene.browser(row.audience.caller());
    let prepare = |object| scene.prepare(row, row.audience.caller(), object);
    match row.operation {
        "assign_task" => prepare(Object::Internal).await,
        "reopen_task" => {
            let complete = scene.path(row, Object::Own).replace("/reopen", "/complete");
            caller.post(&complete, json!({})).await.expect(200);
            prepare(Object::Own).await
        }
        "reopen_request" => {
            let close = scene.path(row, Object::Own).replace("/reopen", "/close");
            caller.post(&close, json!({})).await.expect(200);
            prepare(Object::Own).await
        }
        "reopen_portal_task" => {
            caller.post(&scene.portal_task("/done"), json!({})).await.expect(200);
            prepare(Object::Own).await
        }
        "activate_portal" => {
            caller.post("/api/office/portal/deactivate", json!({})).await.expect(200);
            prepare(Object::Own).await
        }
        "confirm_email_change" => {
            let token = mailed_confirmation(scene).await;
            prepare(Object::Own).await.with_body(json!({ "token": token }))
        }
        "digitise_files" => {
            let client = scene.client_id(Object::Own);
            switch_digitisation_on(&caller, &client).await;
            prepare(Object::Own).await
        }
        "remind_now" => {
            // Until a task is announced no other mail tells of it.
            scene.office.world.advance_minutes(6).await;
            prepare(Object::Own).await
        }
        "skip_reminder" => {
            let task = scene.path(row, Object::Own).replace("/skip-reminder", "");
            let version = caller.get(&task).await.expect(200)["version"].clone();
            let rule =
                json!({ "days_before": 1, "on_the_day": false, "every_days_after": null, "at_most": 3 });
            let edit = json!({ "due": "2026-03-06", "reminders": { "mode": "own", "rule": rule } });
            caller.if_match(version).patch(&task, edit).await.expect(200);
            prepare(Object::Own).await
        }
        "redeem_login_code" => {
            let code = mailed_code(scene).await;
            prepare(Object::Own).await.with_body(json!({ "code": code }))
        }
        "complete_file"
        | "complete_portal_file"
        | "complete_request_file"
        | "complete_portal_request_file" => {
            let path = scene.path(row, Object::Own);
            let (files, _) = path.rsplit_once("/fil_").unwrap();
            let file = uploaded(&caller, files).await;
            prepare(Object::Own).await.with_path(format!("{files}/{file}/complete"))
        }
        "restore_client" | "restore_contact" => {
            let archive = scene.path(row, Object::Own).replace("/restore", "/archive");
            caller.post(&archive, json!({})).await.expect(200);
            scene.office.world.settle().await;
            prepare(Object::Own).await
        }
        "reactivate_member" => {
            let deactivate = scene.path(row, Object::Own).replace("/reactivate", "/deactivate");
            caller.post(&deactivate, json!({})).await.expect(200);
            scene.office.world.settle().await;
            prepare(Object::Own).await
        }
        "end_one_office_session" => {
            let open = caller.get("/api/office/sessions").await.expect(200);
            let path = format!("/api/office/sessions/{}", open["items"][0]["id"].as_str().unwrap());
            prepare(Object::Own).await.with_path(path)
        }
        "mark_task_seen" => {
            message_of_contact(scene).await;
            prepare(Object::Own).await
        }
        "mark_notifications_read" => {
            message_of_contact(scene).await;
            let unread = caller.get("/api/office/notifications").await.expect(200);
            let newest = unread["items"][0]["id"].clone();
            prepare(Object::Own).await.with_body(json!({ "up_to": newest }))
        }
        _ => prepare(Object::Own).await,
    }
}

/// Files of a client can be sent to be digitised.
pub(super) async fn switch_digitisation_on(caller: &Browser, client: &str) {
    let settings = caller.get("/api/office/settings").await.expect(200);
    let on = json!({ "digitisation_is_on": true });
    caller.if_match(settings["version"].clone()).patch("/api/office/settings", on).await.expect(200);
    let path = format!("/api/office/clients/{client}");
    let found = caller.get(&path).await.expect(200);
    let address = json!({ "digitisation_email": "documents@reader.example" });
    caller.if_match(found["version"].clone()).patch(&path, address).await.expect(200);
}

/// A file of a task that has arrived and is not completed: its id.
async fn uploaded(caller: &Browser, files: &str) -> String {
    let mut file = json!({ "name": "scan.pdf", "size_bytes": 3, "content_type": "application/pdf" });
    if files.starts_with("/api/office") {
        file["visibility"] = json!("portal");
    }
    let ticket = caller.post(files, file).await.expect(201);
    upload(&ticket, b"pdf").await;
    ticket["file_id"].as_str().unwrap().to_owned()
}

/// Something that the office has not seen yet.
async fn message_of_contact(scene: &Scene) {
    let contact = scene.browser(Caller::Contact);
    contact.post(&scene.portal_task("/messages"), json!({ "text": "Here it is." })).await.expect(201);
    scene.office.world.settle().await;
}

/// The token of a mail to the address that a contact wants.
async fn mailed_confirmation(scene: &Scene) -> String {
    let world = &scene.office.world;
    let path = format!("/api/portal/{}/email-change", scene.office.id);
    let wish = json!({ "email": NEW_ADDRESS });
    scene.browser(Caller::Contact).post(&path, wish).await.expect(202);
    world.settle().await;
    email_token(&world.mails_to(NEW_ADDRESS).pop().unwrap())
}

/// The code of a mail to the owner, which the stranger's browser asked for.
async fn mailed_code(scene: &Scene) -> String {
    let world = &scene.office.world;
    let login = json!({ "email": OWNER });
    scene.browser(Caller::Stranger).post("/api/office-login", login).await.expect(202);
    world.settle().await;
    let mail = world.mails_to(OWNER).pop().unwrap();
    login_code(&mail)
}
