//! What the ids of a scene name, made as people make it.

use serde_json::{Value, json};
use sild_domain::ClientId;

use super::scene::Scene;
use crate::{
    Person,
    media::{PNG, video},
};

/// The ids of one client's things.
#[derive(Debug, Clone, Default)]
pub(super) struct Things {
    pub(super) client: String,
    pub(super) contact: String,
    pub(super) task: String,
    pub(super) item: String,
    pub(super) file: String,
    pub(super) request: String,
    pub(super) request_file: String,
    pub(super) series: String,
    pub(super) bulk_opening: String,
    pub(super) bulk_task: String,
    pub(super) template: String,
    pub(super) picture: String,
    pub(super) video: String,
    pub(super) member: String,
    pub(super) import: String,
    pub(super) export: String,
}

/// What belongs to an office and to no client: a member who has never signed in, an import that was looked through, and an
/// export that is written.
pub(super) struct OfficeThings {
    pub(super) member: String,
    pub(super) import: String,
    pub(super) export: String,
}

impl OfficeThings {
    pub(super) async fn arrange(owner: &Person, email: &str) -> Self {
        let member = json!({ "name": "Invited Member", "email": email, "role": "member" });
        let member = owner.post("/api/office/members", member).await.expect(201);
        let file = b"name\nNew Bakery\n";
        let import = json!({ "file_name": "clients.csv", "size_bytes": file.len() });
        let import = owner.post("/api/office/imports", import).await.expect(201);
        crate::upload(&import, file).await;
        let import = import["import_id"].as_str().unwrap().to_owned();
        owner.post(&format!("/api/office/imports/{import}/preview"), json!({})).await.expect(202);
        let export = owner.post("/api/office/exports", json!({})).await.expect(202);
        Self { member: id_of(&member), import, export: id_of(&export) }
    }

    pub(super) fn add_to(&self, things: Things) -> Things {
        Things {
            member: self.member.clone(),
            import: self.import.clone(),
            export: self.export.clone(),
            ..things
        }
    }
}

fn id_of(json: &Value) -> String {
    json["id"].as_str().unwrap().to_owned()
}

/// A task that the client has, with a line to tick, a stored file, a request with a file, a series, a bulk opening,
/// a bulk task and a template.
pub(super) async fn things(owner: &Person, client: ClientId, contact: &Person) -> Things {
    let client = client.to_string();
    let new = json!({
        "client_id": client, "title": "Bank statement", "description": "For February.", "due": "2026-03-20",
        "checklist": [{ "text": "All accounts" }], "client_may_tick": true,
    });
    let task = owner.post("/api/office/tasks", new).await.expect(201);
    let path = format!("/api/office/tasks/{}", id_of(&task));
    owner.post(&format!("{path}/assign"), json!({})).await.expect(200);
    let series = json!({
        "client_id": client, "title": "Every month", "assign_to_client": true, "recurrence": Scene::recurrence(),
    });
    let series = owner.post("/api/office/series", series).await.expect(201);
    let opening = json!({ "client_ids": [client], "with_invitations": false });
    let opening = owner.post("/api/office/bulk-openings", opening).await.expect(202);
    let bulk_task = json!({ "client_ids": [client], "title": "Inventory", "assign": false });
    let bulk_task = owner.post("/api/office/bulk-tasks", bulk_task).await.expect(202);
    let requests = format!("/api/portal/{}/clients/{client}/requests", contact.office);
    let ask = json!({ "subject": "A question", "text": "How do we book this?" });
    let request = contact.browser.post(&requests, ask).await.expect(201);
    let request_path = format!("/api/office/requests/{}", id_of(&request));
    let template = json!({ "title": "Look around", "checklist": [{ "text": "Write a message" }] });
    let template = owner.post("/api/office/templates", template).await.expect(201);
    Things {
        request: id_of(&request),
        request_file: store_file(owner, &request_path, "portal").await,
        contact: contact.id.clone(),
        item: task["checklist"][0]["id"].as_str().unwrap().to_owned(),
        file: store_file(owner, &path, "portal").await,
        task: id_of(&task),
        series: id_of(&series),
        bulk_opening: id_of(&opening),
        bulk_task: id_of(&bulk_task),
        template: id_of(&template),
        picture: arrived(owner, "images", json!({ "kind": "icon", "content_type": "image/png" }), &PNG).await,
        video: arrived(owner, "welcome-video", json!({ "content_type": "video/mp4" }), &video(9, b"avc1"))
            .await,
        client,
        member: String::new(),
        import: String::new(),
        export: String::new(),
    }
}

/// Beside them, what is hidden: a task that is not assigned, with an internal file.
pub(super) async fn internal_things(owner: &Person, own: &Things) -> Things {
    let new =
        json!({ "client_id": own.client, "title": "Internal review", "checklist": [{ "text": "Look" }] });
    let task = owner.post("/api/office/tasks", new).await.expect(201);
    let path = format!("/api/office/tasks/{}", id_of(&task));
    let request_path = format!("/api/office/requests/{}", own.request);
    Things {
        request_file: store_file(owner, &request_path, "internal").await,
        item: task["checklist"][0]["id"].as_str().unwrap().to_owned(),
        file: store_file(owner, &path, "internal").await,
        task: id_of(&task),
        ..own.clone()
    }
}

async fn store_file(owner: &Person, thread: &str, visibility: &str) -> String {
    let file = json!({
        "name": "statement.pdf", "size_bytes": 3, "content_type": "application/pdf", "visibility": visibility,
    });
    let upload = owner.post(&format!("{thread}/files"), file).await.expect(201);
    let file = upload["file_id"].as_str().unwrap().to_owned();
    crate::upload(&upload, b"pdf").await;
    owner.post(&format!("{thread}/files/{file}/complete"), json!({})).await.expect(200);
    file
}

/// A picture or a video that has arrived and is not completed: its id.
async fn arrived(owner: &Person, what: &str, mut declared: Value, bytes: &[u8]) -> String {
    declared["size_bytes"] = json!(bytes.len());
    let ticket = owner.post(&format!("/api/office/portal/{what}"), declared).await.expect(201);
    crate::upload(&ticket, bytes).await;
    ticket["file_id"].as_str().unwrap().to_owned()
}

pub(super) fn never_were() -> Things {
    let id = |prefix: &str| format!("{prefix}01jnb000000000000000000000");
    Things {
        client: id("cli_"),
        contact: id("con_"),
        task: id("tsk_"),
        item: id("chk_"),
        file: id("fil_"),
        request: id("req_"),
        request_file: id("fil_"),
        series: id("ser_"),
        bulk_opening: id("blk_"),
        bulk_task: id("btk_"),
        template: id("tpl_"),
        picture: id("fil_"),
        video: id("fil_"),
        member: id("mem_"),
        import: id("imp_"),
        export: id("exp_"),
    }
}

pub(super) fn malformed() -> Things {
    let bad = "not-an-id".to_owned();
    Things {
        client: bad.clone(),
        contact: bad.clone(),
        task: bad.clone(),
        item: bad.clone(),
        file: bad.clone(),
        request: bad.clone(),
        request_file: bad.clone(),
        series: bad.clone(),
        bulk_opening: bad.clone(),
        bulk_task: bad.clone(),
        template: bad.clone(),
        picture: bad.clone(),
        video: bad.clone(),
        member: bad.clone(),
        import: bad.clone(),
        export: bad,
    }
}
