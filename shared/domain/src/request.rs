//! Requests: what a client asks of the office (S45–S48).
//!
//! `New → Answered → Converted | Closed`. A contact's word makes an answered or closed request new again; a converted one
//! has become a task and stays as it was.

use jiff::Timestamp;

use crate::{MemberId, TaskId};

/// How a request stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum RequestState {
    /// It waits for the office.
    New,
    /// A member has written to the client since the client's last word.
    Answered,
    /// It became a task (S47).
    Converted {
        /// Which one.
        task_id: TaskId,
        /// When.
        at: Timestamp,
    },
    /// The office is done with it.
    Closed {
        /// Who closed it.
        by: MemberId,
        /// When.
        at: Timestamp,
    },
}

/// Why a request does not become what was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RequestError {
    /// It became a task; what is to be said is said there.
    #[error("request_converted: the request was changed into a task")]
    Converted,
    /// It is closed already.
    #[error("request_closed: the request is closed already")]
    Closed,
    /// It is not closed.
    #[error("request_not_closed: the request is not closed")]
    NotClosed,
}

impl RequestError {
    /// The stable code for API answers.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Converted => "request_converted",
            Self::Closed => "request_closed",
            Self::NotClosed => "request_not_closed",
        }
    }
}

impl RequestState {
    /// Whether it is the office's turn, or may be again: such a request stands in the first half of every list.
    #[must_use]
    pub const fn is_open(self) -> bool {
        matches!(self, Self::New | Self::Answered)
    }

    /// The task that it became.
    #[must_use]
    pub const fn task(self) -> Option<TaskId> {
        match self {
            Self::Converted { task_id, .. } => Some(task_id),
            Self::New | Self::Answered | Self::Closed { .. } => None,
        }
    }

    /// After a contact wrote or uploaded.
    ///
    /// # Errors
    /// [`RequestError::Converted`]
    pub const fn asked(self) -> Result<Self, RequestError> {
        match self {
            Self::New | Self::Answered | Self::Closed { .. } => Ok(Self::New),
            Self::Converted { .. } => Err(RequestError::Converted),
        }
    }

    /// After a member wrote to the client. A closed one stays closed: it was a last word.
    ///
    /// # Errors
    /// [`RequestError::Converted`]
    pub const fn answered(self) -> Result<Self, RequestError> {
        match self {
            Self::New | Self::Answered => Ok(Self::Answered),
            Self::Closed { .. } => Ok(self),
            Self::Converted { .. } => Err(RequestError::Converted),
        }
    }

    /// After a member closed it.
    ///
    /// # Errors
    /// [`RequestError::Converted`], [`RequestError::Closed`]
    pub const fn closed(self, by: MemberId, at: Timestamp) -> Result<Self, RequestError> {
        match self {
            Self::New | Self::Answered => Ok(Self::Closed { by, at }),
            Self::Converted { .. } => Err(RequestError::Converted),
            Self::Closed { .. } => Err(RequestError::Closed),
        }
    }

    /// After a member opened it again.
    ///
    /// # Errors
    /// [`RequestError::Converted`], [`RequestError::NotClosed`]
    pub const fn reopened(self) -> Result<Self, RequestError> {
        match self {
            Self::Closed { .. } => Ok(Self::New),
            Self::Converted { .. } => Err(RequestError::Converted),
            Self::New | Self::Answered => Err(RequestError::NotClosed),
        }
    }

    /// After it became a task: once (S47).
    ///
    /// # Errors
    /// [`RequestError::Converted`]
    pub const fn converted(self, task_id: TaskId, at: Timestamp) -> Result<Self, RequestError> {
        match self {
            Self::New | Self::Answered | Self::Closed { .. } => Ok(Self::Converted { task_id, at }),
            Self::Converted { .. } => Err(RequestError::Converted),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const AT: Timestamp = Timestamp::UNIX_EPOCH;

    fn states() -> [RequestState; 4] {
        [RequestState::New, RequestState::Answered, converted(), closed()]
    }

    fn converted() -> RequestState {
        RequestState::Converted { task_id: TaskId::new(AT, [1; 10]), at: AT }
    }

    fn closed() -> RequestState {
        RequestState::Closed { by: member(), at: AT }
    }

    fn member() -> MemberId {
        MemberId::new(AT, [2; 10])
    }

    #[test]
    fn a_contacts_word_makes_all_but_a_converted_one_new() {
        let after = states().map(RequestState::asked);
        let new = Ok(RequestState::New);
        assert_eq!(after, [new, new, Err(RequestError::Converted), new]);
    }

    #[test]
    fn a_members_word_answers_and_opens_nothing_again() {
        let after = states().map(RequestState::answered);
        let answered = Ok(RequestState::Answered);
        assert_eq!(after, [answered, answered, Err(RequestError::Converted), Ok(closed())]);
    }

    #[test]
    fn only_an_open_one_is_closed_and_only_a_closed_one_reopened() {
        let after = states().map(|state| state.closed(member(), AT));
        assert_eq!(
            after,
            [Ok(closed()), Ok(closed()), Err(RequestError::Converted), Err(RequestError::Closed)]
        );
        let after = states().map(RequestState::reopened);
        let refused = Err(RequestError::NotClosed);
        assert_eq!(after, [refused, refused, Err(RequestError::Converted), Ok(RequestState::New)]);
    }

    /// S47
    #[test]
    fn every_one_is_converted_once() {
        let task = TaskId::new(AT, [1; 10]);
        for state in states() {
            let after = state.converted(task, AT);
            if state == converted() {
                assert_eq!(after, Err(RequestError::Converted));
            } else {
                assert_eq!(after, Ok(converted()));
                assert_eq!(after.unwrap().task(), Some(task));
                assert_eq!(after.unwrap().converted(task, AT), Err(RequestError::Converted));
            }
        }
    }

    #[test]
    fn open_is_what_the_office_may_have_to_do_with() {
        assert_eq!(states().map(RequestState::is_open), [true, true, false, false]);
    }
}
