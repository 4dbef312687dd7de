//! Files as lists of a client show them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{FileId, RequestId, TaskId, ThreadId, Visibility};
use sild_store::{Actor, files::ListedFile};
use utoipa::ToSchema;

use crate::threads::Author;

/// What a file belongs to.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FileOwner {
    /// A task.
    Task {
        /// Which one.
        id: TaskId,
        /// What it is called.
        title: String,
    },
    /// A request.
    Request {
        /// Which one.
        id: RequestId,
        /// What it is about.
        title: String,
    },
}

/// A file that office and client share, in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalFileSummary {
    /// Its id.
    pub id: FileId,
    /// What it was called where it came from.
    pub name: String,
    /// Its size in bytes.
    pub size_bytes: u64,
    /// What it says it is.
    pub content_type: String,
    /// Who uploaded it.
    pub author: Author,
    /// When.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
    /// Its task or its request.
    pub belongs_to: FileOwner,
}

impl PortalFileSummary {
    /// A file as `viewer` sees it.
    #[must_use]
    pub fn of(listed: &ListedFile, viewer: Actor) -> Self {
        let ListedFile { file, of, title } = listed;
        let title = title.to_string();
        Self {
            id: file.id,
            name: file.name.to_string(),
            size_bytes: file.size_bytes.bytes(),
            content_type: file.content_type.to_string(),
            author: Author::of(&file.author, viewer),
            at: file.at,
            belongs_to: match *of {
                ThreadId::Task(id) => FileOwner::Task { id, title },
                ThreadId::Request(id) => FileOwner::Request { id, title },
            },
        }
    }
}

/// A file as the office sees it, in a list.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct FileSummary {
    /// What the client sees of it, if it sees it.
    #[serde(flatten)]
    pub file: PortalFileSummary,
    /// Whether the client sees it.
    pub visibility: Visibility,
}

impl FileSummary {
    /// A file as `viewer` sees it.
    #[must_use]
    pub fn of(listed: &ListedFile, viewer: Actor) -> Self {
        Self { file: PortalFileSummary::of(listed, viewer), visibility: listed.file.visibility }
    }
}
