//! Bulk tasks as members see them.

use serde::{Deserialize, Serialize};
use sild_domain::BulkTaskId;
use sild_store::{
    bulk::{BulkRun as _, Skipped},
    bulk_tasks::BulkTaskRecord,
};
use utoipa::ToSchema;

use crate::bulk::{BulkState, SkippedEntry};

/// A bulk task and how far it is.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BulkTask {
    /// Its id.
    pub id: BulkTaskId,
    /// Whether it goes on.
    pub state: BulkState,
    /// What each task is called.
    pub title: String,
    /// Whether each client gets it at once (S30).
    pub assigns: bool,
    /// For how many clients it was asked, as far as they are found.
    pub total: u32,
    /// How many clients have theirs.
    pub created: u32,
    /// Who was passed over, and why.
    pub skipped: Vec<SkippedEntry>,
}

impl BulkTask {
    /// A bulk task with those passed over that the caller may see.
    pub(super) fn of(task: &BulkTaskRecord, skipped: &[Skipped]) -> Self {
        Self {
            id: task.id,
            state: BulkState::of(task.is_finished()),
            title: task.title.to_string(),
            assigns: task.assigns,
            total: task.total(),
            created: task.created,
            skipped: skipped.iter().map(SkippedEntry::of).collect(),
        }
    }
}
