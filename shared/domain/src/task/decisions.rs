//! What may happen to a task, and what comes of it.

use jiff::Timestamp;

use super::{ClientState, CompletedBy, OfficeState, PortalState, TaskState, announcement_due};
use crate::{ChecklistItemId, ContactId, MemberId};

/// Why something cannot happen to a task as it stands. The message begins with the code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum TaskError {
    /// The client's portal is closed: open it first (S30).
    #[error("portal_closed: the client's portal is closed; open it to assign the task")]
    PortalClosed,
    /// The client has it already.
    #[error("already_assigned: the task is assigned to the client already")]
    AlreadyAssigned,
    /// The client does not have it.
    #[error("not_assigned: the task is not assigned to the client")]
    NotAssigned,
    /// The accountant has completed it: reopen it first.
    #[error("task_completed: the task is completed; reopen it first")]
    TaskCompleted,
    /// It is not completed.
    #[error("task_not_completed: the task is not completed")]
    TaskNotCompleted,
    /// The checklist has no such line.
    #[error("checklist_item_not_found: the checklist has no such line")]
    ChecklistItemNotFound,
    /// Contacts do not tick the checklist of this task (S37).
    #[error("tick_not_allowed: the checklist of this task is ticked by the office")]
    TickNotAllowed,
}

impl TaskError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::PortalClosed => "portal_closed",
            Self::AlreadyAssigned => "already_assigned",
            Self::NotAssigned => "not_assigned",
            Self::TaskCompleted => "task_completed",
            Self::TaskNotCompleted => "task_not_completed",
            Self::ChecklistItemNotFound => "checklist_item_not_found",
            Self::TickNotAllowed => "tick_not_allowed",
        }
    }
}

/// Who acts on a task.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// A member of the office.
    Member(MemberId),
    /// A contact of the client.
    Contact(ContactId),
}

/// A decision: the next state, and what to write, arm and tell because of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The task as it stands afterwards.
    pub state: TaskState,
    /// What changed.
    pub change: Change,
}

/// What a decision changed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Nothing: what was asked for holds already. Write and tell nothing.
    Nothing,
    /// The client has it now.
    Assigned {
        /// Which time this is, from 1.
        generation: u32,
        /// When the mail that tells of it is due; `None` for a sample task, of which the invitation tells.
        announce_at: Option<Timestamp>,
    },
    /// The mail that tells of it was handed over.
    Announced {
        /// For which time of assigning.
        generation: u32,
    },
    /// The client has it no more.
    Withdrawn {
        /// Whose announcement is off.
        generation: u32,
        /// Whether the client had been told, and so is told of this too (S54).
        was_announced: bool,
    },
    /// A member completed it.
    Completed,
    /// A member reopened it.
    Reopened,
    /// A contact marked it done.
    ClientDone {
        /// Whether that completed it at once (S43).
        is_completed_too: bool,
    },
    /// A contact took their "done" back.
    ClientReopened,
    /// A line of the checklist was ticked or unticked.
    Ticked {
        /// Which line.
        item: ChecklistItemId,
        /// How it stands now.
        is_done: bool,
    },
}

type Decision = Result<Transition, TaskError>;

impl TaskState {
    fn becomes(self, change: Change) -> Transition {
        Transition { state: self, change }
    }

    /// Directs the task to the client at `now` (S30). Assigning again after a withdrawal begins a new
    /// generation, with a wait of its own (S33), and asks the client anew: their old "done" is gone.
    ///
    /// # Errors
    /// `task_completed`, `already_assigned`, or `portal_closed` if not `is_portal_open`.
    pub fn assign(mut self, is_portal_open: bool, now: Timestamp) -> Decision {
        if self.is_completed() {
            return Err(TaskError::TaskCompleted);
        }
        let generation = match self.portal {
            PortalState::NotAssigned => 1,
            PortalState::Withdrawn { generation, .. } => generation.saturating_add(1),
            PortalState::Assigned { .. } => return Err(TaskError::AlreadyAssigned),
        };
        if !is_portal_open {
            return Err(TaskError::PortalClosed);
        }
        self.portal = PortalState::Assigned { generation, assigned_at: now, is_announced: false };
        self.client = ClientState::Open;
        let announce_at = (!self.is_sample).then(|| announcement_due(now));
        Ok(self.becomes(Change::Assigned { generation, announce_at }))
    }

    /// Notes that the mail for `generation` was handed over. Another generation, a task withdrawn
    /// meanwhile or one that is announced already changes nothing.
    #[must_use]
    pub fn announce(mut self, generation: u32) -> Transition {
        if let PortalState::Assigned { generation: current, is_announced, .. } = &mut self.portal
            && *current == generation
            && !*is_announced
        {
            *is_announced = true;
            return self.becomes(Change::Announced { generation });
        }
        self.becomes(Change::Nothing)
    }

    /// Takes the task back from the client. A completed task can be taken back too.
    ///
    /// # Errors
    /// `not_assigned`.
    pub fn withdraw(mut self, now: Timestamp) -> Decision {
        let PortalState::Assigned { generation, is_announced, .. } = self.portal else {
            return Err(TaskError::NotAssigned);
        };
        self.portal = PortalState::Withdrawn { generation, withdrawn_at: now };
        Ok(self.becomes(Change::Withdrawn { generation, was_announced: is_announced }))
    }

    /// The accountant's "done".
    ///
    /// # Errors
    /// `task_completed`.
    pub fn complete(mut self, member: MemberId, now: Timestamp) -> Decision {
        if self.is_completed() {
            return Err(TaskError::TaskCompleted);
        }
        self.office = OfficeState::Completed { by: CompletedBy::Member { id: member }, at: now };
        Ok(self.becomes(Change::Completed))
    }

    /// Opens a completed task again. The client's "done" stays, unless it was what completed the task:
    /// then the client is asked again.
    ///
    /// # Errors
    /// `task_not_completed`.
    pub fn reopen(mut self) -> Decision {
        let OfficeState::Completed { by, .. } = self.office else {
            return Err(TaskError::TaskNotCompleted);
        };
        self.office = OfficeState::Open;
        if matches!(by, CompletedBy::Contact { .. }) {
            self.client = ClientState::Open;
        }
        Ok(self.becomes(Change::Reopened))
    }

    /// The client's "done" (S42). The first contact counts (S43); a later "done", or one after the
    /// accountant's, changes nothing (S44).
    ///
    /// # Errors
    /// `not_assigned`.
    pub fn client_done(mut self, contact: ContactId, now: Timestamp) -> Decision {
        if !self.is_assigned() {
            return Err(TaskError::NotAssigned);
        }
        if self.is_done_for_client() {
            return Ok(self.becomes(Change::Nothing));
        }
        self.client = ClientState::Done { by: contact, at: now };
        if self.is_auto_complete {
            self.office = OfficeState::Completed { by: CompletedBy::Contact { id: contact }, at: now };
        }
        let is_completed_too = self.is_auto_complete;
        Ok(self.becomes(Change::ClientDone { is_completed_too }))
    }

    /// Takes the client's "done" back, which every contact of the client may until the accountant
    /// completes (S42). A task that is open for the client changes nothing.
    ///
    /// # Errors
    /// `not_assigned`, `task_completed`.
    pub fn client_reopen(mut self) -> Decision {
        if !self.is_assigned() {
            return Err(TaskError::NotAssigned);
        }
        if self.is_completed() {
            return Err(TaskError::TaskCompleted);
        }
        if self.client == ClientState::Open {
            return Ok(self.becomes(Change::Nothing));
        }
        self.client = ClientState::Open;
        Ok(self.becomes(Change::ClientReopened))
    }

    /// Ticks or unticks a line of the checklist. A contact may while the task is assigned and its
    /// option is on (S37); nobody may once the task is completed.
    ///
    /// # Errors
    /// `not_assigned` and `tick_not_allowed` for a contact; `task_completed`, `checklist_item_not_found`.
    pub fn tick(mut self, actor: Actor, item: ChecklistItemId, is_done: bool) -> Decision {
        if let Actor::Contact(_) = actor {
            if !self.is_assigned() {
                return Err(TaskError::NotAssigned);
            }
            if !self.client_may_tick {
                return Err(TaskError::TickNotAllowed);
            }
        }
        if self.is_completed() {
            return Err(TaskError::TaskCompleted);
        }
        match self.checklist.set(item, is_done) {
            None => Err(TaskError::ChecklistItemNotFound),
            Some(false) => Ok(self.becomes(Change::Nothing)),
            Some(true) => Ok(self.becomes(Change::Ticked { item, is_done })),
        }
    }
}

#[cfg(test)]
#[path = "decisions_tests.rs"]
mod tests;
