//! Requests as contacts see them. Nothing here can hold what is internal (S39).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ContactId, RequestId, TaskId};
use sild_store::{
    Actor,
    clients::ClientRecord,
    requests::{PortalRequestEntry, RequestRecord},
    threads::Thread,
};
use utoipa::ToSchema;

use super::RequestStateView;
use crate::threads::{Author, PortalFile, PortalMessage, portal_thread};

/// A request as the portal's list shows it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalRequestSummary {
    /// Its id.
    pub id: RequestId,
    /// What it is about.
    pub subject: String,
    /// How it stands.
    pub state: RequestStateView,
    /// Sent at.
    #[schema(value_type = String, format = DateTime)]
    pub created_at: Timestamp,
    /// Whether there is something that this contact has not seen.
    pub is_unread: bool,
    /// Messages that office and client share.
    pub message_count: u32,
    /// Files that office and client share.
    pub file_count: u32,
    /// How much has happened: what `mark_request_read` is given.
    pub activity: u32,
}

impl PortalRequestSummary {
    /// What the list shows of an entry to a contact.
    #[must_use]
    pub fn of(entry: &PortalRequestEntry, contact: ContactId) -> Self {
        Self {
            id: entry.id,
            subject: entry.subject.to_string(),
            state: entry.state.into(),
            created_at: entry.created_at,
            is_unread: entry.is_unread_by(contact),
            message_count: entry.portal_messages,
            file_count: entry.portal_files,
            activity: entry.activity,
        }
    }
}

/// A request with everything that contacts see of it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalRequest {
    /// What the list shows of it.
    #[serde(flatten)]
    pub summary: PortalRequestSummary,
    /// What is asked.
    pub text: String,
    /// Who sent it.
    pub author: Author,
    /// The names of the members who answer for the client and see its requests; where there is none, the office's admins
    /// and owner do (S46).
    pub seen_by: Vec<String>,
    /// The task that it became, while the client has that task (S47).
    pub task_id: Option<TaskId>,
    /// Messages that office and client share, oldest first.
    pub messages: Vec<PortalMessage>,
    /// Files that office and client share, oldest first.
    pub files: Vec<PortalFile>,
}

impl PortalRequest {
    pub(super) fn of(
        request: &RequestRecord,
        thread: &Thread,
        seen_by: Vec<String>,
        task_id: Option<TaskId>,
        contact: ContactId,
    ) -> Self {
        let viewer = Actor::Contact(contact);
        let (messages, files) = portal_thread(thread, viewer);
        Self {
            summary: PortalRequestSummary::of(&request.portal_entry(), contact),
            text: request.text.to_string(),
            author: Author::of(&request.author, viewer),
            seen_by,
            task_id,
            messages,
            files,
        }
    }
}

/// The members who answer for a client, by name.
pub(super) fn seen_by(client: Option<&ClientRecord>) -> Vec<String> {
    client.map_or_else(Vec::new, |client| {
        client.responsible.iter().map(|member| member.name.to_string()).collect()
    })
}
