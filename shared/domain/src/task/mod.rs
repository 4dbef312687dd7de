//! A task: what the office, the portal and the client each say about it, and how that may change.
//!
//! Three states stand side by side, because the client's "done" is not the accountant's (S42):
//! [`OfficeState`] is the accountant's word, [`PortalState`] says whether the client sees the task, and
//! [`ClientState`] is the client's word. A decision is a method of [`TaskState`]: it takes everything
//! that it depends on and gives the next state together with what changed, or says why not.

mod checklist;
mod decisions;
mod due;

use jiff::{Timestamp, civil::Date};

use crate::{ContactId, MemberId};

pub use checklist::{Checklist, ChecklistError, ChecklistItem};
pub use decisions::{Actor, Change, TaskError, Transition};
pub use due::{announcement_due, first_whole_minute, is_overdue};

/// The accountant's word.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum OfficeState {
    /// There is work left.
    #[default]
    Open,
    /// The work is done.
    Completed {
        /// Who completed it.
        by: CompletedBy,
        /// When.
        #[schema(value_type = String, format = DateTime)]
        at: Timestamp,
    },
}

/// Who completed a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CompletedBy {
    /// A member of the office.
    Member {
        /// Which member.
        id: MemberId,
    },
    /// The task completes by itself when a contact marks it done, and this one did (S43).
    Contact {
        /// Which contact.
        id: ContactId,
    },
}

/// Whether the client sees the task.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum PortalState {
    /// It never was assigned to the client.
    #[default]
    NotAssigned,
    /// The client sees it (S32).
    Assigned {
        /// How many times it has been assigned, from 1. An announcement is made for one generation only.
        generation: u32,
        /// Since when.
        #[schema(value_type = String, format = DateTime)]
        assigned_at: Timestamp,
        /// Whether the mail that tells of it was handed over.
        is_announced: bool,
    },
    /// It was taken back.
    Withdrawn {
        /// How many times it had been assigned.
        generation: u32,
        /// Since when.
        #[schema(value_type = String, format = DateTime)]
        withdrawn_at: Timestamp,
    },
}

/// The client's word.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize, utoipa::ToSchema,
)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum ClientState {
    /// No contact has marked it done.
    #[default]
    Open,
    /// A contact has; the first one counts (S43).
    Done {
        /// Which contact.
        by: ContactId,
        /// When.
        #[schema(value_type = String, format = DateTime)]
        at: Timestamp,
    },
}

/// Everything that decisions about a task depend on.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct TaskState {
    /// The accountant's word.
    pub office: OfficeState,
    /// Whether the client sees it.
    pub portal: PortalState,
    /// The client's word.
    pub client: ClientState,
    /// Whether the client's "done" completes it at once (S43).
    pub is_auto_complete: bool,
    /// Whether contacts may tick the checklist (S37).
    pub client_may_tick: bool,
    /// The checklist.
    pub checklist: Checklist,
    /// The last day on which it is not late, in the office's time zone (S40).
    pub due: Option<Date>,
    /// Whether it is the sample task of a first entry (S13); the invitation tells of it, no announcement does.
    pub is_sample: bool,
}

impl TaskState {
    /// Whether the accountant has completed it.
    #[must_use]
    pub const fn is_completed(&self) -> bool {
        matches!(self.office, OfficeState::Completed { .. })
    }

    /// Whether the client sees it.
    #[must_use]
    pub const fn is_assigned(&self) -> bool {
        matches!(self.portal, PortalState::Assigned { .. })
    }

    /// Whether it is done in the client's eyes: by their own word or by the accountant's (S44).
    #[must_use]
    pub const fn is_done_for_client(&self) -> bool {
        self.is_completed() || matches!(self.client, ClientState::Done { .. })
    }

    /// Whether the announcement of `generation` still has something to tell: the task is assigned for
    /// that very time, not announced yet, and still waits for the client (S33). That the client's
    /// portal is open is the caller's to ask.
    #[must_use]
    pub const fn awaits_announcement(&self, generation: u32) -> bool {
        match self.portal {
            PortalState::Assigned { generation: current, is_announced, .. } => {
                current == generation && !is_announced && !self.is_sample && !self.is_done_for_client()
            }
            PortalState::NotAssigned | PortalState::Withdrawn { .. } => false,
        }
    }
}
