//! What the machine has acknowledged to one writer.

use jiff::{SignedDuration, Timestamp};

/// How long an assignment waits before its mail (S33); the mail leaves at the next whole minute.
pub(crate) const WAIT: SignedDuration = SignedDuration::from_mins(5);

/// All that one writer was told was done.
#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) tasks: Vec<Task>,
    /// Titles of the shared task with the version that each made.
    pub(crate) shared_edits: Vec<(u64, String)>,
    /// Titles of the shared task that may or may not have been taken.
    pub(crate) maybe_shared: Vec<String>,
    pub(crate) shared_messages: Vec<String>,
    pub(crate) acknowledged: u32,
    /// Writes that were acknowledged when they were asked again.
    pub(crate) asked_again: u32,
}

/// A task, which one writer alone works on.
pub(crate) struct Task {
    /// What its title begins with, unique over all writers.
    pub(crate) mark: String,
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) assignments: Vec<Assignment>,
    pub(crate) messages: Vec<Message>,
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

/// A message whose text is unique.
pub(crate) struct Message {
    pub(crate) text: String,
    pub(crate) by: Author,
    pub(crate) at: Timestamp,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Author {
    /// A member, among the office.
    Internal,
    /// A member, to the client.
    Member,
    Contact,
}

/// One time that the client had a task.
pub(crate) struct Assignment {
    pub(crate) assigned_at: Timestamp,
    pub(crate) end: End,
}

/// What became of an assignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum End {
    /// It stands, and the client is asked.
    Stands,
    /// It stands, and the client has done it: by then they may have been told of it or not.
    Done,
    /// It was taken back within the wait: nobody may ever be told.
    WithdrawnInTime,
    /// It was taken back, perhaps after the mail.
    Withdrawn {
        /// Whether the mail had left for certain.
        was_announced: bool,
    },
}

impl Assignment {
    /// Before this, no mail may tell of it.
    pub(crate) fn earliest_mail(&self) -> Timestamp {
        self.assigned_at.checked_add(WAIT).unwrap()
    }

    /// From here on its mail is due.
    pub(crate) fn latest_due(&self) -> Timestamp {
        self.earliest_mail().checked_add(SignedDuration::from_mins(1)).unwrap()
    }
}

impl Task {
    /// How the last assignment stands; `None` for a task that the client never had.
    pub(crate) fn end(&self) -> Option<End> {
        self.assignments.last().map(|assignment| assignment.end)
    }

    pub(crate) fn is_assigned(&self) -> bool {
        matches!(self.end(), Some(End::Stands | End::Done))
    }

    pub(crate) fn end_with(&mut self, end: End) {
        self.assignments.last_mut().unwrap().end = end;
    }
}
