//! What a thread of messages and files belongs to.

use crate::{RequestId, TaskId};

/// A thread, named after what it belongs to. In a record it is one attribute: `task_id` or `request_id`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub enum ThreadId {
    /// The thread of a task.
    #[serde(rename = "task_id")]
    Task(TaskId),
    /// The thread of a request.
    #[serde(rename = "request_id")]
    Request(RequestId),
}

impl ThreadId {
    /// The task, if it is one's.
    #[must_use]
    pub const fn task(self) -> Option<TaskId> {
        match self {
            Self::Task(task) => Some(task),
            Self::Request(_) => None,
        }
    }

    /// The request, if it is one's.
    #[must_use]
    pub const fn request(self) -> Option<RequestId> {
        match self {
            Self::Task(_) => None,
            Self::Request(request) => Some(request),
        }
    }
}

impl std::fmt::Display for ThreadId {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Task(task) => task.fmt(f),
            Self::Request(request) => request.fmt(f),
        }
    }
}

impl From<TaskId> for ThreadId {
    fn from(task: TaskId) -> Self {
        Self::Task(task)
    }
}

impl From<RequestId> for ThreadId {
    fn from(request: RequestId) -> Self {
        Self::Request(request)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use serde_json::json;

    use super::*;

    #[test]
    fn a_record_says_the_thread_by_one_attribute() {
        let task = TaskId::new(Timestamp::UNIX_EPOCH, [1; 10]);
        let request = RequestId::new(Timestamp::UNIX_EPOCH, [2; 10]);
        assert_eq!(json!(ThreadId::from(task)), json!({ "task_id": task }));
        assert_eq!(json!(ThreadId::from(request)), json!({ "request_id": request }));
        assert_eq!(ThreadId::from(task).task(), Some(task));
        assert_eq!(ThreadId::from(request).request(), Some(request));
    }
}
