//! An office with one client, whose owner works on tasks: what the tests of tasks and series stand on.

use serde_json::{Value, json};
use sild_domain::{ClientId, Role};
use sild_tests::{Office, Person, Reply, World, upload};

/// An office with one client whose portal is open.
pub(crate) struct Desk {
    pub(crate) world: World,
    pub(crate) office: Office,
    pub(crate) owner: Person,
    pub(crate) client: ClientId,
}

impl Desk {
    /// With a client whose portal is open and who has no contacts yet.
    pub(crate) async fn start() -> Self {
        let world = World::start().await;
        let office = world.office().await;
        let client = office.client("Example Bakery").await;
        Self { world, owner: office.owner(), office, client }
    }

    /// With a client whose portal is closed.
    pub(crate) async fn closed() -> Self {
        let world = World::start().await;
        let office = world.office().await;
        let client = office.closed_client("Example Bakery").await;
        Self { world, owner: office.owner(), office, client }
    }

    /// Lets days pass. Sessions end meanwhile, so an admin who has just signed in takes the owner's place.
    pub(crate) async fn pass_days(&mut self, days: i64) {
        self.world.advance_days(days).await;
        self.owner =
            self.office.member(&format!("Admin {}", self.world.cx.now().as_second()), Role::Admin).await;
    }

    /// Makes a task of these fields beside its client and title.
    pub(crate) async fn task(&self, fields: Value) -> Value {
        let mut body = json!({ "client_id": self.client, "title": "Bank statement" });
        body.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        self.owner.post("/api/office/tasks", body).await.expect(201)
    }

    /// Makes a task and assigns it.
    pub(crate) async fn assigned(&self, fields: Value) -> Value {
        let task = self.task(fields).await;
        self.act(&task, "assign").await.expect(200)
    }

    /// A command of the owner without anything to say.
    pub(crate) async fn act(&self, task: &Value, command: &str) -> Reply {
        self.owner.post(&path(task, &format!("/{command}")), json!({})).await
    }

    /// The task as the owner sees it now.
    pub(crate) async fn read(&self, task: &Value) -> Value {
        self.owner.get(&path(task, "")).await.expect(200)
    }

    /// The client as the owner sees it now.
    pub(crate) async fn read_client(&self) -> Value {
        self.owner.get(&format!("/api/office/clients/{}", self.client)).await.expect(200)
    }

    /// A signed-in contact of the client.
    pub(crate) async fn contact(&self, name: &str) -> Person {
        self.office.contact(self.client, &format!("{name}@client.example")).await
    }

    /// Below the client's tasks in the portal.
    pub(crate) fn portal(&self, rest: &str) -> String {
        format!("/api/portal/{}/clients/{}/tasks{rest}", self.office.id, self.client)
    }

    /// Below a task in the portal.
    pub(crate) fn portal_task(&self, task: &Value, rest: &str) -> String {
        self.portal(&format!("/{}{rest}", id(task)))
    }

    /// The task as a contact sees it now.
    pub(crate) async fn seen_by(&self, contact: &Person, task: &Value) -> Value {
        contact.get(&self.portal_task(task, "")).await.expect(200)
    }

    /// Below the client's requests in the portal.
    pub(crate) fn portal_requests(&self, rest: &str) -> String {
        format!("/api/portal/{}/clients/{}/requests{rest}", self.office.id, self.client)
    }

    /// Below a request in the portal.
    pub(crate) fn portal_request(&self, request: &Value, rest: &str) -> String {
        self.portal_requests(&format!("/{}{rest}", id(request)))
    }

    /// A request that a contact sends.
    pub(crate) async fn request(&self, contact: &Person, subject: &str) -> Value {
        let body = json!({ "subject": subject, "text": "How do we book this?" });
        contact.post(&self.portal_requests(""), body).await.expect(201)
    }

    /// The request as the owner sees it now.
    pub(crate) async fn read_request(&self, request: &Value) -> Value {
        self.owner.get(&request_path(request, "")).await.expect(200)
    }

    /// The request as a contact sees it now.
    pub(crate) async fn request_seen_by(&self, contact: &Person, request: &Value) -> Value {
        contact.get(&self.portal_request(request, "")).await.expect(200)
    }

    /// A member of the office, of a plain role, who answers for the client.
    pub(crate) async fn responsible(&self, name: &str) -> Person {
        let member = self.office.member(name, Role::Member).await;
        member.answer_for(self.client).await;
        member
    }

    /// Whether the task is bold for a contact, in the list as on its own.
    pub(crate) async fn is_unread_by(&self, contact: &Person, task: &Value) -> bool {
        let alone = self.seen_by(contact, task).await["is_unread"].as_bool().unwrap();
        for state in ["open", "done"] {
            let list = contact.get(&self.portal(&format!("?state={state}"))).await.expect(200);
            let listed = list["items"].as_array().unwrap().iter().find(|one| one["id"] == task["id"]);
            if let Some(listed) = listed {
                assert_eq!(listed["is_unread"], alone, "list and task agree");
            }
        }
        alone
    }

    /// Marks everything of a task as seen by a contact.
    pub(crate) async fn mark_read(&self, contact: &Person, task: &Value) {
        let activity = self.seen_by(contact, task).await["activity"].clone();
        let read = self.portal_task(task, "/read");
        contact.post(&read, json!({ "activity": activity })).await.expect(204);
    }

    /// A member's file in the thread, stored and visible.
    pub(crate) async fn file(&self, task: &Value, name: &str, visibility: &str) -> Value {
        let declared = json!({
            "name": name, "size_bytes": 5, "content_type": "text/plain", "visibility": visibility,
        });
        store(&self.owner, &path(task, "/files"), declared).await
    }

    /// A member's file of a request, stored and visible.
    pub(crate) async fn request_file(&self, request: &Value, name: &str, visibility: &str) -> Value {
        let declared = json!({
            "name": name, "size_bytes": 5, "content_type": "text/plain", "visibility": visibility,
        });
        store(&self.owner, &request_path(request, "/files"), declared).await
    }

    /// Changes the settings of the office.
    pub(crate) async fn settings(&self, patch: Value) -> Value {
        let address = "/api/office/settings";
        let before = self.owner.get(address).await.expect(200);
        self.owner.if_match(&before["version"]).patch(address, patch).await.expect(200)
    }

    /// Switches digitisation on and gives the client an address for it.
    pub(crate) async fn digitises(&self, email: &str) {
        self.settings(json!({ "digitisation_is_on": true })).await;
        let client = self.read_client().await;
        let path = format!("/api/office/clients/{}", self.client);
        let address = json!({ "digitisation_email": email });
        self.owner.if_match(&client["version"]).patch(&path, address).await.expect(200);
    }

    /// A contact's file in the thread, stored and visible.
    pub(crate) async fn contact_file(&self, contact: &Person, task: &Value, name: &str) -> Value {
        let declared = json!({ "name": name, "size_bytes": 5, "content_type": "text/plain" });
        store(contact, &self.portal_task(task, "/files"), declared).await
    }

    /// A contact's file of a request, stored and visible.
    pub(crate) async fn contact_request_file(&self, contact: &Person, request: &Value, name: &str) -> Value {
        let declared = json!({ "name": name, "size_bytes": 5, "content_type": "text/plain" });
        store(contact, &self.portal_request(request, "/files"), declared).await
    }

    /// Below the client's files in the portal.
    pub(crate) fn portal_files(&self, rest: &str) -> String {
        format!("/api/portal/{}/clients/{}/files{rest}", self.office.id, self.client)
    }

    /// Below the client's files in the office.
    pub(crate) fn client_files(&self, rest: &str) -> String {
        format!("/api/office/clients/{}/files{rest}", self.client)
    }
}

/// Declares five bytes below `files`, uploads and completes them.
async fn store(by: &Person, files: &str, declared: Value) -> Value {
    let ticket = by.post(files, declared).await.expect(201);
    upload(&ticket, b"bytes").await;
    let complete = format!("{files}/{}/complete", ticket["file_id"].as_str().unwrap());
    by.post(&complete, json!({})).await.expect(200)
}

/// The id of a thing.
pub(crate) fn id(thing: &Value) -> &str {
    thing["id"].as_str().unwrap()
}

/// Below a task in the office.
pub(crate) fn path(task: &Value, rest: &str) -> String {
    format!("/api/office/tasks/{}{rest}", id(task))
}

/// Below a request in the office.
pub(crate) fn request_path(request: &Value, rest: &str) -> String {
    format!("/api/office/requests/{}{rest}", id(request))
}

/// Every entry of a list by one field, page by page, and how many entries each page had.
pub(crate) async fn every(by: &Person, list: &str, field: &str) -> (Vec<Value>, Vec<usize>) {
    let (mut values, mut sizes, mut next) = (Vec::new(), Vec::new(), String::new());
    loop {
        let page = by.get(&format!("{list}{next}")).await.expect(200);
        let entries = each(&page, field);
        sizes.push(entries.len());
        values.extend(entries);
        match page["next"].as_str() {
            Some(cursor) => next = format!("&cursor={cursor}"),
            None => return (values, sizes),
        }
    }
}

/// What a list answered, by one field.
pub(crate) fn each(list: &Value, field: &str) -> Vec<Value> {
    list["items"].as_array().unwrap().iter().map(|one| one[field].clone()).collect()
}
