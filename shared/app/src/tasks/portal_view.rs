//! Tasks as contacts see them. Nothing here can hold what is internal (S39).

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{
    ChecklistItem, ClientState, ContactId, OfficeState, PortalState, RequestId, TaskId, is_overdue,
};
use sild_store::{
    Actor,
    tasks::{PortalTaskEntry, TaskRecord},
    threads::Thread,
};
use utoipa::ToSchema;

use super::view::{Mark, done_mark};
use crate::threads::{PortalFile, PortalMessage, portal_thread};

/// How a task stands for its client.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PortalTaskStateView {
    /// It waits for the client.
    Open,
    /// A contact said that it is done.
    Done,
    /// The office has completed it (S44).
    Completed,
}

impl PortalTaskStateView {
    const fn of(office: OfficeState, client: ClientState) -> Self {
        match (office, client) {
            (OfficeState::Completed { .. }, _) => Self::Completed,
            (OfficeState::Open, ClientState::Done { .. }) => Self::Done,
            (OfficeState::Open, ClientState::Open) => Self::Open,
        }
    }
}

/// A task as the portal's list shows it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalTaskSummary {
    /// Its id.
    pub id: TaskId,
    /// What it is called.
    pub title: String,
    /// The deadline.
    #[schema(value_type = Option<String>, format = Date)]
    pub due: Option<Date>,
    /// Whether the deadline has passed in the office's time zone and the task is not done (S40).
    pub is_overdue: bool,
    /// How it stands.
    pub state: PortalTaskStateView,
    /// Whether there is something that this contact has not seen (S31).
    pub is_unread: bool,
    /// Whether it is a sample task (S13).
    pub is_sample: bool,
    /// Lines of the checklist that are done.
    pub checklist_done: u32,
    /// Lines of the checklist.
    pub checklist_total: u32,
    /// Files that office and client share.
    pub file_count: u32,
    /// Messages that office and client share.
    pub message_count: u32,
    /// How much has happened: what `mark_task_read` is given.
    pub activity: u32,
    /// Since when the client has it.
    #[schema(value_type = String, format = DateTime)]
    pub assigned_at: Timestamp,
}

impl PortalTaskSummary {
    /// What the list shows of an entry to a contact on the date `today`.
    #[must_use]
    pub fn of(entry: &PortalTaskEntry, contact: ContactId, today: Date) -> Self {
        let state = PortalTaskStateView::of(entry.office, entry.client);
        let assigned_at = match entry.portal {
            PortalState::Assigned { assigned_at, .. } => assigned_at,
            // Only assigned tasks are listed; an entry on its way out shows when it went.
            PortalState::Withdrawn { withdrawn_at, .. } => withdrawn_at,
            PortalState::NotAssigned => Timestamp::UNIX_EPOCH,
        };
        Self {
            id: entry.id,
            title: entry.title.to_string(),
            due: entry.due,
            is_overdue: state == PortalTaskStateView::Open && is_overdue(entry.due, today),
            state,
            is_unread: entry.is_unread_by(contact),
            is_sample: entry.is_sample,
            checklist_done: entry.checklist_done,
            checklist_total: entry.checklist_total,
            file_count: entry.portal_files,
            message_count: entry.portal_messages,
            activity: entry.activity,
            assigned_at,
        }
    }
}

/// A task with everything that contacts see of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalTask {
    /// What the list shows of it.
    #[serde(flatten)]
    pub summary: PortalTaskSummary,
    /// What is to be done, in full.
    pub description: String,
    /// The checklist.
    pub checklist: Vec<ChecklistItem>,
    /// Whether contacts may tick the checklist (S37).
    pub client_may_tick: bool,
    /// Which contact said that it is done.
    pub done: Option<Mark>,
    /// When the office completed it.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub completed_at: Option<Timestamp>,
    /// The request that became it (S47).
    pub request_id: Option<RequestId>,
    /// Messages that office and client share, oldest first.
    pub messages: Vec<PortalMessage>,
    /// Files that office and client share, oldest first.
    pub files: Vec<PortalFile>,
}

impl PortalTask {
    pub(super) fn of(task: &TaskRecord, thread: &Thread, contact: ContactId, today: Date) -> Self {
        let (messages, files) = portal_thread(thread, Actor::Contact(contact));
        Self {
            summary: PortalTaskSummary::of(&task.portal_entry(), contact, today),
            description: task.description.to_string(),
            checklist: task.state.checklist.items().to_vec(),
            client_may_tick: task.state.client_may_tick,
            done: done_mark(task),
            completed_at: completed_at(task),
            request_id: task.request_id,
            messages,
            files,
        }
    }
}

fn completed_at(task: &TaskRecord) -> Option<Timestamp> {
    match task.state.office {
        OfficeState::Completed { at, .. } => Some(at),
        OfficeState::Open => None,
    }
}

/// How a task stands for its client, after a contact's word.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalTaskState {
    /// How it stands.
    pub state: PortalTaskStateView,
    /// Which contact said that it is done.
    pub done: Option<Mark>,
    /// When the office completed it.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub completed_at: Option<Timestamp>,
}

impl PortalTaskState {
    pub(super) fn of(task: &TaskRecord) -> Self {
        Self {
            state: PortalTaskStateView::of(task.state.office, task.state.client),
            done: done_mark(task),
            completed_at: completed_at(task),
        }
    }
}
