//! Requests as members see them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{RequestId, RequestState, TaskId};
use sild_store::{Actor, requests::RequestRecord, threads::Thread};
use utoipa::ToSchema;

use crate::{
    clients::Person,
    tasks::Mark,
    threads::{Author, File, Message, office_thread},
};

/// How a request stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum RequestStateView {
    /// It waits for the office.
    New,
    /// A member has written since the client's last word.
    Answered,
    /// It became a task.
    Converted,
    /// The office is done with it.
    Closed,
}

impl From<RequestState> for RequestStateView {
    fn from(state: RequestState) -> Self {
        match state {
            RequestState::New => Self::New,
            RequestState::Answered => Self::Answered,
            RequestState::Converted { .. } => Self::Converted,
            RequestState::Closed { .. } => Self::Closed,
        }
    }
}

/// A request as a list shows it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RequestSummary {
    /// Its id.
    pub id: RequestId,
    /// Whose it is.
    pub client: Person,
    /// What it is about.
    pub subject: String,
    /// How it stands.
    pub state: RequestStateView,
    /// Who sent it.
    pub author: Author,
    /// Sent at.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// The task that it became (S47).
    pub task_id: Option<TaskId>,
    /// Messages that office and client share.
    pub message_count: u32,
    /// Files that office and client share.
    pub file_count: u32,
    /// Whether a contact wrote or uploaded since a member last looked.
    pub has_client_news: bool,
}

impl RequestSummary {
    /// What a list shows of a record to `viewer`.
    #[must_use]
    pub fn of(request: &RequestRecord, viewer: Actor) -> Self {
        Self {
            id: request.id,
            client: Person::of_client(request.client_id, &request.client_name),
            subject: request.subject.to_string(),
            state: request.state.into(),
            author: Author::of(&request.author, viewer),
            created_at: request.created_at,
            task_id: request.state.task(),
            message_count: request.portal_messages,
            file_count: request.portal_files,
            has_client_news: request.has_client_news,
        }
    }
}

/// A request with everything that members see of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Request {
    /// What lists show of it.
    #[serde(flatten)]
    pub summary: RequestSummary,
    /// What is asked.
    pub text: String,
    /// Who closed or converted it.
    pub ended: Option<Mark>,
    /// The thread, internal and portal, oldest first.
    pub messages: Vec<Message>,
    /// Its files, internal and portal, oldest first.
    pub files: Vec<File>,
}

impl Request {
    pub(super) fn of(request: &RequestRecord, thread: &Thread, viewer: Actor) -> Self {
        let (messages, files) = office_thread(thread, viewer);
        let ended_at = match request.state {
            RequestState::Converted { at, .. } | RequestState::Closed { at, .. } => Some(at),
            RequestState::New | RequestState::Answered => None,
        };
        Self {
            summary: RequestSummary::of(request, viewer),
            text: request.text.to_string(),
            ended: ended_at.map(|at| Mark::new(request.ended_by.as_ref(), at)),
            messages,
            files,
        }
    }
}
