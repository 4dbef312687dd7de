//! The event that fires each function, in a world where it has something to do. `events/` holds them as files.

use serde_json::{Value, json};
use sild_http::Operation;
use sild_local::{ACCOUNT, REGION, product::TABLE};
use sild_store::outbox::{self, Effect};

use super::{
    gateway,
    ready::{ready, switch_digitisation_on},
    row::Row,
    rows::ROWS,
    scene::{Caller, Object, Scene},
};
use crate::{Browser, World};

/// What a function is fired by.
#[derive(Debug, Clone, Copy)]
pub enum Trigger {
    /// A request of an operation.
    Request(&'static Row),
    /// What the stream or a schedule calls a job with.
    Job(&'static str),
}

/// A function about to be fired.
pub struct Fired {
    /// Where.
    pub world: World,
    /// With which event.
    pub event: Value,
    /// Whose request it is; nobody's where they are not signed in, and of a job.
    pub caller: Option<String>,
}

/// The trigger of each function, operations first.
pub fn every_trigger() -> impl Iterator<Item = Trigger> {
    let jobs = sild_jobs::JOBS.iter().map(|job| Trigger::Job(job.name));
    ROWS.iter().map(Trigger::Request).chain(jobs)
}

impl Trigger {
    /// The function's name.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Request(row) => row.operation,
            Self::Job(name) => name,
        }
    }

    /// A copy of the scene in which the function is about to be fired. Runs repeat: the event is always the same.
    pub async fn arrange(&self, scene: &Scene) -> Fired {
        let scene = Box::pin(scene.copy()).await;
        match self {
            Self::Request(row) => request(scene, row).await,
            Self::Job(name) => fire(scene, name).await,
        }
    }
}

async fn request(scene: Scene, row: &Row) -> Fired {
    let world = scene.office.world.clone();
    let request = ready(&scene, row).await.request();
    let event = gateway::event(&request, &route(row.operation), world.cx.now());
    let caller = match row.audience.caller() {
        Caller::Owner => Some(scene.office.owner().id),
        Caller::Contact => Some(scene.contact_id(Object::Own)),
        _ => None,
    };
    Fired { world, event, caller }
}

/// `GET /api/office/tasks/{task}`: what the contract says of an operation.
fn route(operation: &str) -> String {
    let operations = sild_local::product::operations();
    let found = operations.iter().find(|one| one.name == operation).unwrap();
    routes(found).into_iter().next().unwrap()
}

/// The routes of an operation, as its document has them.
pub fn routes(operation: &Operation) -> Vec<String> {
    let document = serde_json::to_value(operation.document()).unwrap();
    let paths = document["paths"].as_object().unwrap();
    paths
        .iter()
        .flat_map(|(path, methods)| {
            methods.as_object().unwrap().keys().map(move |method| format!("{} {path}", method.to_uppercase()))
        })
        .collect()
}

/// What an operator calls a job with; `None` for a job that something else fires.
async fn call(scene: &Scene, job: &'static str) -> Option<Value> {
    let world = &scene.office.world;
    let office = scene.office.id;
    match job {
        "export_office" => Some(json!({ "office_id": office })),
        "erase_office" => {
            let event = json!({ "office_id": office, "name": "Demo Office" });
            world.call(job, event.clone()).await.unwrap();
            world.advance_minutes(6).await;
            Some(event)
        }
        "export_person" | "erase_person" => {
            let contact = scene.browser(Caller::Contact);
            contact.post(&scene.portal_task("/messages"), json!({ "text": "Here it is." })).await.expect(201);
            contact.post(&scene.portal_task("/done"), json!({})).await.expect(200);
            world.settle().await;
            Some(json!({ "office_id": office, "contact_id": scene.contact_id(Object::Own) }))
        }
        _ => None,
    }
}

/// Lets happen what a job is fired by, and keeps the job from running.
async fn fire(scene: Scene, job: &'static str) -> Fired {
    let world = scene.office.world.clone();
    if let Some(event) = call(&scene, job).await {
        return Fired { world, event, caller: None };
    }
    let owner = scene.browser(Caller::Owner);
    let client = scene.client_id(Object::Own);
    match job {
        "relay_outbox" => {
            // Another minute than that of the scene's own tasks, whose schedule is there already.
            world.advance_minutes(1).await;
            world.hold(&["relay_outbox"]);
            let task = json!({ "client_id": client, "title": "Annual report" });
            let task = owner.post("/api/office/tasks", task).await.expect(201);
            let assign = format!("/api/office/tasks/{}/assign", task["id"].as_str().unwrap());
            owner.post(&assign, json!({})).await.expect(200);
            world.settle().await;
        }
        "send_mail" => {
            world.hold(&["send_mail"]);
            let login = json!({ "email": "owner@demo.example" });
            world.browser().post("/api/office-login", login).await.expect(202);
            world.settle().await;
        }
        "announce_tasks" => {
            world.hold(&["announce_tasks"]);
            world.advance_minutes(6).await;
        }
        "send_digest" => {
            world.advance_minutes(6).await;
            world.hold(&["send_digest"]);
            let message = json!({ "text": "Here it is." });
            scene.browser(Caller::Contact).post(&scene.portal_task("/messages"), message).await.expect(201);
            world.advance_minutes(6).await;
        }
        "record_changes" => {
            world.settle().await;
            world.hold(&["record_changes"]);
            let path = format!("/api/office/clients/{client}");
            let read = owner.get(&path).await.expect(200);
            let rename = json!({ "name": "Renamed Client" });
            owner.if_match(&read["version"]).patch(&path, rename).await.expect(200);
            world.settle().await;
        }
        "generate_occurrences" => {
            let series = json!({
                "client_id": client, "title": "Cash book", "assign_to_client": true,
                "recurrence": { "start": "2026-03-03", "weekend": "leave", "every": 1, "due_after_days": 2,
                    "frequency": { "kind": "weekly", "weekdays": ["tuesday"] }, "end": { "kind": "never" } },
            });
            owner.post("/api/office/series", series).await.expect(201);
            let daily = world.cx.outbox_row(Effect::ArmOffice { office_id: scene.office.id });
            outbox::put(&world.cx.table, &daily).await.unwrap();
            world.settle().await;
            world.hold(&["generate_occurrences"]);
            world.advance_days(1).await;
        }
        _ => fire_later(&scene, job, &owner, &client).await,
    }
    let event = world.events_of(job).into_iter().next();
    assert!(event.is_some(), "{job} was not called");
    Fired { world, event: steady(event.unwrap()), caller: None }
}

/// As [`fire`], the jobs of reminders, files and what was left behind.
async fn fire_later(scene: &Scene, job: &'static str, owner: &Browser, client: &str) {
    let world = &scene.office.world;
    match job {
        "send_reminders" => {
            let rule =
                json!({ "days_before": 17, "on_the_day": false, "every_days_after": null, "at_most": 1 });
            let settings = owner.get("/api/office/settings").await.expect(200);
            let patch = json!({ "reminders": rule });
            owner
                .if_match(settings["version"].clone())
                .patch("/api/office/settings", patch)
                .await
                .expect(200);
            world.settle().await;
            world.hold(&["send_reminders"]);
            world.advance_days(1).await;
        }
        "send_digitisation" => {
            switch_digitisation_on(owner, client).await;
            world.hold(&["send_digitisation"]);
            owner.post(&scene.office_task("/digitise"), json!({})).await.expect(202);
            world.advance_minutes(2).await;
        }
        "record_mail_event" => {
            let address = "bounce+mari@simulator.amazonses.com";
            let path = format!("/api/office/clients/{client}/contacts");
            let contact = json!({ "name": "Mari", "email": address, "has_access": true });
            owner.post(&path, contact).await.expect(201);
            world.hold(&["record_mail_event"]);
            let login = json!({ "email": address });
            world.browser().post("/api/portals/demo/login", login).await.expect(202);
            world.settle().await;
            world.settle().await;
        }
        "check_portal_media" => {
            world.hold(&["check_portal_media"]);
            let complete = scene.below_portal("images/{picture}/complete");
            owner.post(&complete, json!({})).await.expect(200);
            world.advance_minutes(2).await;
        }
        "sweep_outbox" => {
            world.hold(&["relay_outbox", "sweep_outbox"]);
            let rename = json!({ "title": "Bank statements" });
            let task = json!({ "client_id": client, "title": "Annual report" });
            let task = owner.post("/api/office/tasks", task).await.expect(201);
            let path = format!("/api/office/tasks/{}", task["id"].as_str().unwrap());
            owner.if_match(1).patch(&path, rename).await.expect(200);
            owner.post(&format!("{path}/assign"), json!({})).await.expect(200);
            world.advance_minutes(12).await;
        }
        _ => {}
    }
}

/// What the engine counts and times by itself, and no job reads but to name a record that failed, the same in every run;
/// and the order of records, of which a stream promises only that of one item's.
fn steady(mut event: Value) -> Value {
    let records = event.get_mut("Records").and_then(Value::as_array_mut);
    let Some(records) = records else { return event };
    records.sort_by_key(|record| record["dynamodb"]["Keys"].to_string());
    for (record, number) in records.iter_mut().zip(1_u64..) {
        record["eventID"] = json!(format!("{number:032x}"));
        record["eventSourceARN"] = json!(format!(
            "arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{TABLE}/stream/2026-03-02T08:00:00.000"
        ));
        record["dynamodb"]["ApproximateCreationDateTime"] = json!(1_772_438_400);
        record["dynamodb"]["SequenceNumber"] = json!(format!("{number:021}"));
    }
    event
}
