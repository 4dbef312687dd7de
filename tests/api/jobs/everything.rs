//! An office that holds every kind of item, made as people make one.

use serde_json::{Value, json};
use sild_domain::{ClientId, Role};
use sild_store::contacts::AddressState;
use sild_tests::{Office, Person, World, media::PNG, upload};

use crate::office::support::unreachable_contact;

/// The jobs that are held so that something waits for them.
pub(super) const HELD: [&str; 3] = ["relay_outbox", "send_mail", "sweep_outbox"];

/// An office with everything.
pub(super) struct Everything {
    pub(super) world: World,
    pub(super) office: Office,
    pub(super) owner: Person,
    /// A member who answers for the bakery, made a task and works on it.
    pub(super) annabel: Person,
    /// A contact of the bakery and the garage, who wrote and uploaded, and finished a task.
    pub(super) mariliis: Person,
    /// Another contact of the bakery.
    pub(super) jaan: Person,
    pub(super) bakery: ClientId,
    /// Below the office: Annabel's open task, which Mariliis finished for the client.
    pub(super) task: String,
    /// Below the office: a task of Annabel that is completed.
    pub(super) completed: String,
}

impl Everything {
    /// An office whose portal is `slug`, and had another name before. Nothing waits in its outbox.
    pub(super) async fn arrange(world: &World, name: &str, slug: &str) -> Self {
        let mut office = Office::sign_up(world, name, &format!("{slug}-once")).await;
        let owner = office.owner();
        let settings = json!({ "slug": slug, "name": name });
        owner.if_match(3).put("/api/office/portal", settings).await.expect(200);
        office.slug = slug.to_owned();
        let bakery = office.closed_client("Example Bakery").await;
        let garage = office.client("Example Garage").await;
        unreachable_contact(&office, bakery, &address("bounced", slug), AddressState::Bounced).await;
        let mariliis = office.contact(bakery, &address("mariliis", slug)).await;
        office.add_contact_to(mariliis.id.parse().unwrap(), garage, true).await;
        let jaan = office.contact(bakery, &address("jaan", slug)).await;
        let gone = "cli_01jnb000000000000000000000";
        let bulk_task = json!({ "client_ids": [gone], "title": "Inventory", "assign": false });
        owner.post("/api/office/bulk-tasks", bulk_task).await.expect(202);
        let opening = json!({ "client_ids": [bakery], "with_invitations": true });
        owner.post("/api/office/bulk-openings", opening).await.expect(202);
        world.settle().await;

        let annabel = office.member("Annabel Aed", Role::Member).await;
        annabel.answer_for(bakery).await;
        let mut tasks = Vec::new();
        for (title, key) in [("Bank statement", "first-task"), ("Cash book", "second-task")] {
            let new = json!({ "client_id": bakery, "title": title, "assignee_id": annabel.id });
            let task = annabel.key(key).post("/api/office/tasks", new).await.expect(201);
            tasks.push(format!("/api/office/tasks/{}", task["id"].as_str().unwrap()));
        }
        let (task, completed) = (tasks.remove(0), tasks.remove(0));
        annabel.post(&format!("{task}/assign"), json!({})).await.expect(200);
        annabel.post(&format!("{completed}/complete"), json!({})).await.expect(200);
        let all =
            Self { world: world.clone(), office, owner, annabel, mariliis, jaan, bakery, task, completed };
        all.talk().await;
        world.settle().await;
        all
    }

    async fn talk(&self) {
        let portal = self.portal_task();
        let hello = json!({ "text": "Here it is." });
        self.mariliis.key("hello-there").post(&format!("{portal}/messages"), hello).await.expect(201);
        stored(&self.mariliis, &portal, json!({})).await;
        self.mariliis.post(&format!("{portal}/done"), json!({})).await.expect(200);
        for visibility in ["internal", "portal"] {
            let message = json!({ "visibility": visibility, "text": "Thank you." });
            self.annabel.post(&format!("{}/messages", self.task), message).await.expect(201);
            stored(&self.annabel, &self.task, json!({ "visibility": visibility })).await;
        }
        self.digitise().await;
        declared(&self.mariliis, &portal, json!({})).await;
        self.ask().await;
        let rule = json!({
            "frequency": { "kind": "monthly", "day": { "kind": "last" } },
            "every": 1, "weekend": "before", "start": "2026-04-01", "end": { "kind": "never" }, "due_after_days": 5,
        });
        let series = json!({
            "client_id": self.bakery, "title": "Every month", "assign_to_client": true, "recurrence": rule,
            "assignee_id": self.annabel.id,
        });
        self.annabel.post("/api/office/series", series).await.expect(201);
        let image = picture(&self.owner).await;
        let complete = format!("/api/office/portal/images/{image}/complete");
        self.owner.post(&complete, json!({})).await.expect(200);
        let check = json!({ "office_id": self.office.id, "upload_id": image });
        self.world.call("check_portal_media", check).await.unwrap();
        picture(&self.owner).await;
        let login = format!("/api/portals/{}/login", self.office.slug);
        self.world.browser().post(&login, json!({ "email": self.mariliis.email })).await.expect(202);
        self.change_of_mariliis().await;
        let table = b"name\nExample Mill\n";
        let import = json!({ "file_name": "clients.csv", "size_bytes": table.len() });
        let import = self.owner.post("/api/office/imports", import).await.expect(201);
        upload(&import, table).await;
        let preview = format!("/api/office/imports/{}/preview", import["import_id"].as_str().unwrap());
        self.owner.post(&preview, json!({})).await.expect(202);
        self.owner.post("/api/office/exports", json!({})).await.expect(202);
    }

    /// What Mariliis changes about herself: a number that she had, and an address that waits for her click.
    async fn change_of_mariliis(&self) {
        let profile = format!("/api/portal/{}/profile", self.office.id);
        let edit = json!({ "name": "Mariliis Mets", "phone": "+372 5555 0100" });
        let version = self.mariliis.get(&profile).await.expect(200)["version"].clone();
        self.mariliis.if_match(version).patch(&profile, edit).await.expect(200);
        self.want(&address("mariliis.mets", &self.office.slug)).await;
    }

    async fn want(&self, email: &str) {
        let wish = format!("/api/portal/{}/email-change", self.office.id);
        self.mariliis.post(&wish, json!({ "email": email })).await.expect(202);
    }

    /// Annabel sends the files of her task to be digitised.
    async fn digitise(&self) {
        let client = format!("/api/office/clients/{}", self.bakery);
        for (path, patch) in [
            ("/api/office/settings", json!({ "digitisation_is_on": true })),
            (client.as_str(), json!({ "digitisation_email": "documents@reader.example" })),
        ] {
            let version = self.owner.get(path).await.expect(200)["version"].clone();
            self.owner.if_match(version).patch(path, patch).await.expect(200);
        }
        self.annabel.post(&format!("{}/digitise", self.task), json!({})).await.expect(202);
    }

    /// A request of Mariliis with words and files of both sides, which Annabel has closed.
    async fn ask(&self) {
        let requests = format!("/api/portal/{}/clients/{}/requests", self.office.id, self.bakery);
        let ask = json!({ "subject": "A question", "text": "How do we book this?" });
        let request = self.mariliis.post(&requests, ask).await.expect(201);
        let id = request["id"].as_str().unwrap();
        stored(&self.mariliis, &format!("{requests}/{id}"), json!({})).await;
        let request = format!("/api/office/requests/{id}");
        let answer = json!({ "visibility": "portal", "text": "Like this." });
        self.annabel.post(&format!("{request}/messages"), answer).await.expect(201);
        self.annabel.post(&format!("{request}/close"), json!({})).await.expect(200);
    }

    /// From now on something waits in the outbox: a task to be announced, a login mail to Mariliis, and one to
    /// another address that she wants.
    pub(super) async fn hold(&self) {
        self.world.hold(&HELD);
        let new = json!({ "client_id": self.bakery, "title": "Annual report", "due": "2026-03-31" });
        let task = self.owner.post("/api/office/tasks", new).await.expect(201);
        let assign = format!("/api/office/tasks/{}/assign", task["id"].as_str().unwrap());
        self.owner.post(&assign, json!({})).await.expect(200);
        let login = format!("/api/portals/{}/login", self.office.slug);
        self.world.browser().post(&login, json!({ "email": self.mariliis.email })).await.expect(202);
        self.want(&address("mariliis.kask", &self.office.slug)).await;
        self.world.settle().await;
    }

    /// Annabel's open task, below the portal.
    pub(super) fn portal_task(&self) -> String {
        let task = self.task.rsplit('/').next().unwrap();
        format!("/api/portal/{}/clients/{}/tasks/{task}", self.office.id, self.bakery)
    }

    /// Calls a job of this office until it is done: all its answers.
    pub(super) async fn call(&self, job: &str, fields: Value) -> Vec<Value> {
        let mut event = json!({ "office_id": self.office.id });
        event.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        let mut answers = Vec::new();
        loop {
            let answer = self.world.call(job, event.clone()).await.unwrap();
            assert!(answers.len() < 500, "{job} comes to no end: {answer}");
            event.as_object_mut().unwrap().extend(cursor_of(&answer));
            answers.push(answer.clone());
            if answer["done"] == true {
                return answers;
            }
        }
    }

    /// The keys of the bucket below a prefix.
    pub(super) async fn keys(&self, prefix: &str) -> Vec<String> {
        let cx = &self.world.cx;
        let listed = cx.s3.list_objects_v2().bucket(&cx.config.bucket).prefix(prefix).send().await.unwrap();
        listed.contents().iter().map(|object| object.key().unwrap().to_owned()).collect()
    }
}

fn cursor_of(answer: &Value) -> serde_json::Map<String, Value> {
    let cursor = answer.get("cursor").filter(|cursor| cursor.is_string());
    cursor.map(|cursor| ("cursor".to_owned(), cursor.clone())).into_iter().collect()
}

fn address(name: &str, slug: &str) -> String {
    format!("{name}@client-of-{slug}.example")
}

async fn declared(person: &Person, task: &str, more: Value) -> Value {
    let mut file = json!({ "name": "statement.pdf", "size_bytes": 3, "content_type": "application/pdf" });
    file.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    person.post(&format!("{task}/files"), file).await.expect(201)
}

async fn stored(person: &Person, task: &str, more: Value) {
    let ticket = declared(person, task, more).await;
    upload(&ticket, b"pdf").await;
    let complete = format!("{task}/files/{}/complete", ticket["file_id"].as_str().unwrap());
    person.post(&complete, json!({})).await.expect(200);
}

/// A picture that has arrived and is not completed: its id.
async fn picture(owner: &Person) -> String {
    let icon = json!({ "kind": "icon", "size_bytes": PNG.len(), "content_type": "image/png" });
    let ticket = owner.post("/api/office/portal/images", icon).await.expect(201);
    upload(&ticket, &PNG).await;
    ticket["file_id"].as_str().unwrap().to_owned()
}

/// The items of a table whose JSON has a text in it, whatever its case.
pub(crate) fn with_text<'i>(items: &'i [Value], text: &str) -> Vec<&'i Value> {
    items.iter().filter(|item| item.to_string().to_lowercase().contains(text)).collect()
}
