//! One thing that a writer wants done, asked as often as it takes, and noted once it is acknowledged.

use jiff::Timestamp;
use reqwest::Method;
use serde_json::{Value, json};

use crate::control;
use crate::door::{Door, NoAnswer, Person};
use crate::ledger::{Assignment, Author, End, Ledger, Message, Task};
use crate::office::{Client, Office, text};
use crate::shared_task;

/// `task` is the place in the writer's ledger; `key` makes a creation safe to repeat.
#[derive(Clone, Debug)]
pub(crate) enum Step {
    Create {
        mark: String,
        key: String,
    },
    Retitle {
        task: usize,
        title: String,
    },
    Assign {
        task: usize,
    },
    Withdraw {
        task: usize,
    },
    Write {
        task: usize,
        by: Author,
        text: String,
        key: String,
    },
    Upload {
        task: usize,
        bytes: Vec<u8>,
        key: String,
    },
    /// The contact's "done".
    Finish {
        task: usize,
    },
    WriteShared {
        text: String,
        key: String,
    },
    RetitleShared {
        title: String,
    },
}

/// What a step is asked with.
pub(crate) struct Asking<'a> {
    pub(crate) door: &'a Door,
    pub(crate) office: &'a Office,
    pub(crate) client: &'a Client,
    /// It was asked before and had no answer: it may have been done.
    pub(crate) is_repeat: bool,
}

impl Asking<'_> {
    /// Asks, and notes what was acknowledged.
    pub(crate) async fn take(&self, step: &Step, ledger: &mut Ledger) -> Result<(), NoAnswer> {
        match step {
            Step::Create { mark, key } => ledger.tasks.push(self.create(mark, key).await?),
            Step::Retitle { task, title } => self.retitle(&mut ledger.tasks[*task], title).await?,
            Step::Assign { task } => self.assign(&mut ledger.tasks[*task]).await?,
            Step::Withdraw { task } => self.withdraw(&mut ledger.tasks[*task]).await?,
            Step::Write { task, by, text, key } => {
                self.write(&mut ledger.tasks[*task], *by, text, key).await?;
            }
            Step::Upload { task, bytes, key } => {
                self.upload(&mut ledger.tasks[*task], bytes, key).await?;
            }
            Step::Finish { task } => self.finish(&mut ledger.tasks[*task]).await?,
            Step::WriteShared { text, key } => {
                let shared = &self.office.shared_task;
                self.post(shared, Author::Internal, text, key).await?;
                ledger.shared_messages.push(text.clone());
            }
            Step::RetitleShared { title } => {
                if !shared_task::retitle(self, title, ledger).await? {
                    return Ok(());
                }
            }
        }
        ledger.acknowledged += 1;
        ledger.asked_again += u32::from(self.is_repeat);
        Ok(())
    }

    async fn create(&self, mark: &str, key: &str) -> Result<Task, NoAnswer> {
        let new = json!({ "client_id": self.client.id, "title": mark });
        let made = self.door.create(&self.office.owner, "/api/office/tasks", &new, key).await?.expect(201);
        Ok(Task {
            mark: mark.to_owned(),
            id: text(&made["id"]),
            title: mark.to_owned(),
            assignments: Vec::new(),
            messages: Vec::new(),
            files: Vec::new(),
        })
    }

    /// Reads before it writes, as a person does: what was acknowledged must show.
    async fn retitle(&self, task: &mut Task, title: &str) -> Result<(), NoAnswer> {
        let found = self.read(&task.id).await?;
        let is_taken = self.is_repeat && found["title"] == title;
        if !is_taken {
            assert_eq!(found["title"], task.title.as_str(), "an acknowledged title is gone");
            let version = found["version"].as_u64().unwrap();
            let path = format!("/api/office/tasks/{}", task.id);
            let edit = json!({ "title": title });
            let edited = self.door.edit(Method::PATCH, &self.office.owner, &path, &edit, version).await?;
            edited.expect(200);
        }
        title.clone_into(&mut task.title);
        Ok(())
    }

    async fn assign(&self, task: &mut Task) -> Result<(), NoAnswer> {
        let answer = self.command(&task.id, "assign").await?;
        let found = if answer.is_done_now(self.is_repeat, "already_assigned") {
            answer.json
        } else {
            self.read(&task.id).await?
        };
        let assigned_at = instant(&found["portal"]["assigned_at"]);
        task.assignments.push(Assignment { assigned_at, end: End::Stands });
        Ok(())
    }

    async fn withdraw(&self, task: &mut Task) -> Result<(), NoAnswer> {
        let before = self.read(&task.id).await?;
        let was_announced = before["portal"]["announced_at"].is_string();
        let answer = self.command(&task.id, "withdraw").await?;
        answer.is_done_now(self.is_repeat, "not_assigned");
        task.end_with(End::Withdrawn { was_announced });
        // Without an answer it stays open whether that was in time; the withdrawal itself is acknowledged.
        if let Ok(now) = control::now(self.door).await
            && now < task.assignments.last().unwrap().earliest_mail()
        {
            task.end_with(End::WithdrawnInTime);
        }
        Ok(())
    }

    async fn write(&self, task: &mut Task, by: Author, text: &str, key: &str) -> Result<(), NoAnswer> {
        let posted = self.post(&task.id, by, text, key).await?;
        task.messages.push(Message { text: text.to_owned(), by, at: instant(&posted["at"]) });
        Ok(())
    }

    async fn post(&self, task: &str, by: Author, text: &str, key: &str) -> Result<Value, NoAnswer> {
        let (who, path) = self.place(by == Author::Contact, task);
        let body = match by {
            Author::Internal => json!({ "visibility": "internal", "text": text }),
            Author::Member => json!({ "visibility": "portal", "text": text }),
            Author::Contact => json!({ "text": text }),
        };
        Ok(self.door.create(who, &format!("{path}/messages"), &body, key).await?.expect(201))
    }

    /// A ticket is for one life of the machine: a repeat of the declaration gives a new one for the same file.
    async fn upload(&self, task: &mut Task, bytes: &[u8], key: &str) -> Result<(), NoAnswer> {
        let (who, path) = self.place(false, &task.id);
        let file = json!({
            "name": format!("{key}.bin"), "size_bytes": bytes.len(), "content_type": "application/octet-stream",
            "visibility": "internal",
        });
        let ticket = self.door.create(who, &format!("{path}/files"), &file, key).await?.expect(201);
        let status = self.door.upload(&ticket, bytes).await?;
        let is_there = status == 200 || (self.is_repeat && status == 412);
        assert!(is_there, "the bucket answered {status}");
        let id = text(&ticket["file_id"]);
        let complete = format!("{path}/files/{id}/complete");
        self.door.post(who, &complete, &json!({})).await?.expect(200);
        task.files.push((id, bytes.to_vec()));
        Ok(())
    }

    async fn finish(&self, task: &mut Task) -> Result<(), NoAnswer> {
        let (who, path) = self.place(true, &task.id);
        self.door.post(who, &format!("{path}/done"), &json!({})).await?.expect(200);
        task.end_with(End::Done);
        Ok(())
    }

    async fn command(&self, task: &str, verb: &str) -> Result<crate::door::Answer, NoAnswer> {
        self.door.post(&self.office.owner, &format!("/api/office/tasks/{task}/{verb}"), &json!({})).await
    }

    pub(crate) async fn read(&self, task: &str) -> Result<Value, NoAnswer> {
        Ok(self.door.get(&self.office.owner, &format!("/api/office/tasks/{task}")).await?.expect(200))
    }

    /// Who works on a task, and where they have it.
    fn place(&self, is_contact: bool, task: &str) -> (&Person, String) {
        if is_contact {
            let path = format!("/api/portal/{}/clients/{}/tasks/{task}", self.office.id, self.client.id);
            (&self.client.contact, path)
        } else {
            (&self.office.owner, format!("/api/office/tasks/{task}"))
        }
    }
}

#[track_caller]
pub(crate) fn instant(value: &Value) -> Timestamp {
    value.as_str().unwrap().parse().unwrap()
}
