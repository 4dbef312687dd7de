//! Tasks, and the lists that hold them: of a client for the office, of a client for the portal, of a member.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{
    ClientId, ClientState, CompanyName, ContactId, Description, MemberId, OfficeState, PersonName,
    PortalState, ReminderChoice, ReminderLog, RequestId, SeriesId, TaskId, TaskState, Title,
};

use crate::{
    ClientScope, OfficeScope, Record, Version,
    clients::{NamedMember, TaskCounts},
    key::{Index, Key, Keys},
};

mod read;
mod write;

pub(crate) use read::is_in_portal;
pub use read::{
    TaskHalf, TaskList, count_late, earliest_open, get, get_for_contact, get_many, get_with_thread,
    get_with_thread_for_contact, list, list_for_contact,
};
pub(crate) use write::seen_by;
pub use write::{
    ask_reminder, clear_client_news, copy_assignee_name, copy_client_name, create, mark_announced, mark_read,
    note_activity, note_activity_for_contact, note_asked_reminder, note_portal_message, note_reminder,
    require_in_portal, save, save_for_contact, skip_reminder,
};

/// Sorts after every date.
const NO_DATE: &str = "9999-99-99";

/// A task of a client.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TaskRecord {
    /// Its id.
    pub id: TaskId,
    /// Whose it is.
    pub client_id: ClientId,
    /// Copy of the client's name.
    pub client_name: CompanyName,
    /// What it is called.
    pub title: Title,
    /// What is to be done, in full.
    pub description: Description,
    /// What decisions depend on: both sides' words, the checklist, the deadline.
    #[serde(flatten)]
    pub state: TaskState,
    /// How many lines of the checklist are done; kept by [`TaskRecord::set_state`].
    pub checklist_done: u32,
    /// How many lines it has.
    pub checklist_total: u32,
    /// The member who works on it.
    pub assignee: Option<NamedMember>,
    /// The series that made it.
    pub series_id: Option<SeriesId>,
    /// The request that became it (S47); rows of before requests have none.
    #[serde(default)]
    pub request_id: Option<RequestId>,
    /// Made at.
    pub created_at: Timestamp,
    /// Made by: a member's name, or nobody where a job made it.
    pub created_by: Option<PersonName>,
    /// Which member that is.
    #[serde(default)]
    pub created_by_id: Option<MemberId>,
    /// Copy of the name of who completed it for the office.
    pub completed_by_name: Option<PersonName>,
    /// When its announcement is due, while it waits (S33).
    pub announce_at: Option<Timestamp>,
    /// When it was last announced by mail.
    pub announced_at: Option<Timestamp>,
    /// The assignment that was announced last. An announcement is no edit: it leaves the version alone, so it is kept
    /// beside the state, and reading brings the two together.
    pub announced_generation: Option<u32>,
    /// What it says about its reminders (S62).
    #[serde(default)]
    pub reminders: ReminderChoice,
    /// What the schedule of its reminders did so far.
    #[serde(default)]
    pub reminder_log: Option<ReminderLog>,
    /// When a member last asked for a reminder.
    #[serde(default)]
    pub reminder_asked_at: Option<Timestamp>,
    /// The last day whose reminder a member left out.
    #[serde(default)]
    pub reminder_skipped_on: Option<Date>,
    /// When somebody was last reminded, by the schedule or by a member.
    #[serde(default)]
    pub reminded_at: Option<Timestamp>,
    /// How many times somebody was.
    #[serde(default)]
    pub reminded_count: u32,
    /// The contacts whom its last announcement told; without it, whoever there was.
    #[serde(default)]
    pub told: Option<Vec<ContactId>>,
    /// Copy of the name of the contact who said that it is done.
    pub done_by_name: Option<PersonName>,
    /// Rises with each change that makes it unread for contacts again (S31).
    pub activity: u32,
    /// The activity that each contact has seen, by bare contact id.
    pub seen: BTreeMap<String, u32>,
    /// How many portal messages its thread has.
    pub portal_messages: u32,
    /// How many portal files its thread has.
    pub portal_files: u32,
    /// Whether a contact wrote, uploaded or finished since a member last looked.
    pub has_client_news: bool,
    /// Rises with each edit.
    pub v: Version,
}

impl TaskRecord {
    /// An open task that nobody works on and the client does not have.
    #[must_use]
    pub fn new(
        id: TaskId,
        (client_id, client_name): (ClientId, CompanyName),
        title: Title,
        description: Description,
        created_at: Timestamp,
    ) -> Self {
        Self {
            id,
            client_id,
            client_name,
            title,
            description,
            state: TaskState::default(),
            checklist_done: 0,
            checklist_total: 0,
            assignee: None,
            series_id: None,
            request_id: None,
            created_at,
            created_by: None,
            created_by_id: None,
            completed_by_name: None,
            announce_at: None,
            announced_at: None,
            told: None,
            announced_generation: None,
            reminders: ReminderChoice::default(),
            reminder_log: None,
            reminder_asked_at: None,
            reminder_skipped_on: None,
            reminded_at: None,
            reminded_count: 0,
            done_by_name: None,
            activity: 0,
            seen: BTreeMap::new(),
            portal_messages: 0,
            portal_files: 0,
            has_client_news: false,
            v: 1,
        }
    }

    /// Takes over what a decision made of the task's state.
    pub fn set_state(&mut self, state: TaskState) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.checklist_done = count(state.checklist.done_count());
        self.checklist_total = count(state.checklist.len());
        self.state = state;
    }

    /// Whether a contact has seen all that happened to it.
    #[must_use]
    pub fn is_seen_by(&self, contact: ContactId) -> bool {
        self.seen.get(&contact.key()).is_some_and(|seen| *seen >= self.activity)
    }

    /// The task as the portal's list holds it.
    #[must_use]
    pub fn portal_entry(&self) -> PortalTaskEntry {
        PortalTaskEntry {
            id: self.id,
            title: self.title.clone(),
            due: self.state.due,
            office: self.state.office,
            portal: self.state.portal,
            client: self.state.client,
            activity: self.activity,
            seen: self.seen.clone(),
            is_sample: self.state.is_sample,
            checklist_done: self.checklist_done,
            checklist_total: self.checklist_total,
            portal_messages: self.portal_messages,
            portal_files: self.portal_files,
        }
    }

    /// The task as the office's lists hold it.
    #[must_use]
    pub fn entry(&self) -> TaskEntry {
        TaskEntry {
            id: self.id,
            client_id: self.client_id,
            client_name: self.client_name.clone(),
            title: self.title.clone(),
            due: self.state.due,
            office: self.state.office,
            portal: self.state.portal,
            client: self.state.client,
            assignee: self.assignee.clone(),
            series_id: self.series_id,
            is_sample: self.state.is_sample,
            checklist_done: self.checklist_done,
            checklist_total: self.checklist_total,
            has_client_news: self.has_client_news,
        }
    }

    /// What the task counts for at its client: open for the office, waiting for the client.
    #[must_use]
    pub fn counts(&self) -> TaskCounts {
        TaskCounts {
            open: i64::from(!self.state.is_completed()),
            waiting: i64::from(self.state.is_assigned() && !self.state.is_done_for_client()),
        }
    }
}

impl Record for TaskRecord {
    const ENT: &'static str = "task";

    fn reconciled(mut self) -> Self {
        if let PortalState::Assigned { generation, is_announced, .. } = &mut self.state.portal {
            *is_announced = self.announced_generation == Some(*generation);
        }
        self
    }
}

/// A task as the office's lists hold it: a list asks the table for these attributes only.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TaskEntry {
    /// Its id.
    pub id: TaskId,
    /// Whose it is.
    pub client_id: ClientId,
    /// Copy of the client's name.
    pub client_name: CompanyName,
    /// What it is called.
    pub title: Title,
    /// The deadline.
    pub due: Option<Date>,
    /// The office's side.
    pub office: OfficeState,
    /// Since when the client has it.
    pub portal: PortalState,
    /// The client's side.
    pub client: ClientState,
    /// The member who works on it.
    pub assignee: Option<NamedMember>,
    /// The series that made it.
    pub series_id: Option<SeriesId>,
    /// Whether it is a sample task (S13).
    pub is_sample: bool,
    /// Lines of the checklist that are done.
    pub checklist_done: u32,
    /// Lines of the checklist.
    pub checklist_total: u32,
    /// Whether a contact wrote, uploaded or finished since a member last looked.
    pub has_client_news: bool,
}

impl TaskEntry {
    /// The names of its attributes.
    pub(crate) const ATTRIBUTES: [&str; 14] = [
        "id",
        "client_id",
        "client_name",
        "title",
        "due",
        "office",
        "portal",
        "client",
        "assignee",
        "series_id",
        "is_sample",
        "checklist_done",
        "checklist_total",
        "has_client_news",
    ];
}

impl Record for TaskEntry {
    const ENT: &'static str = "task";
}

/// A task as the portal's list holds it: only what the index projects.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PortalTaskEntry {
    /// Its id.
    pub id: TaskId,
    /// What it is called.
    pub title: Title,
    /// The deadline.
    pub due: Option<Date>,
    /// The office's side.
    pub office: OfficeState,
    /// Since when the client has it.
    pub portal: PortalState,
    /// The client's side.
    pub client: ClientState,
    /// How much has happened.
    pub activity: u32,
    /// How much of it each contact has seen.
    pub seen: BTreeMap<String, u32>,
    /// Shown first.
    pub is_sample: bool,
    /// Lines of the checklist that are done.
    pub checklist_done: u32,
    /// Lines of the checklist.
    pub checklist_total: u32,
    /// Portal messages.
    pub portal_messages: u32,
    /// Portal files.
    pub portal_files: u32,
}

impl Record for PortalTaskEntry {
    const ENT: &'static str = "task";
}

impl PortalTaskEntry {
    /// Whether there is something that this contact has not seen (S31).
    #[must_use]
    pub fn is_unread_by(&self, contact: ContactId) -> bool {
        self.seen.get(&contact.key()).is_none_or(|seen| *seen < self.activity)
    }
}

pub(crate) fn partition(office: &str, task: TaskId) -> String {
    format!("{office}#T#{}", task.key())
}

pub(crate) fn task_key(scope: &OfficeScope, task: TaskId) -> Key {
    Key::new(partition(&scope.partition(), task), "A")
}

pub(crate) fn portal_task_key(scope: ClientScope, task: TaskId) -> Key {
    Key::new(partition(&scope.partition(), task), "A")
}

fn task_keys(scope: &OfficeScope, task: &TaskRecord) -> Keys {
    let id = task.id.key();
    let office = scope.partition();
    let due = task.state.due.map_or_else(|| NO_DATE.to_owned(), |due| due.to_string());
    let place = match task.state.office {
        OfficeState::Open => format!("T#o#{due}#{id}"),
        OfficeState::Completed { at, .. } => format!("T#x#{at}#{id}"),
    };
    let client = format!("{office}#C#{}", task.client_id.key());
    let mut keys = Keys::new(task_key(scope, task.id)).indexed(Index::Gsi2, &client, &place);
    if let Some(assignee) = &task.assignee {
        keys = keys.indexed(Index::Gsi1, format!("{office}#M#{}", assignee.id.key()), &place);
    }
    if task.state.is_assigned() {
        let finished = match (task.state.office, task.state.client) {
            (OfficeState::Completed { at, .. }, _) | (OfficeState::Open, ClientState::Done { at, .. }) => {
                Some(at)
            }
            (OfficeState::Open, ClientState::Open) => None,
        };
        let place = finished.map_or_else(
            || format!("T#o#{}#{due}#{id}", u8::from(!task.state.is_sample)),
            |at| format!("T#x#{at}#{id}"),
        );
        keys = keys.indexed(Index::Gsi3, format!("{client}#P"), place);
    }
    keys
}
