//! Writing tasks: new ones, changed ones, and what happens to them apart from edits.

use jiff::Timestamp;
use sild_domain::TaskId;

use super::{TaskRecord, portal_task_key, task_key, task_keys};
use crate::{ClientScope, OfficeScope, StoreError, Table, Transaction, Update};

/// What changes apart from an edit of the task; [`save`] leaves it alone.
const OWN_LIFE: [&str; 10] = [
    "v",
    "id",
    "created_at",
    "activity",
    "seen",
    "portal_messages",
    "portal_files",
    "has_client_news",
    "announced_at",
    "announced_generation",
];
/// Writes a task that must not exist yet.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, task: &TaskRecord) {
    transaction.put_new("task_exists", &task_keys(scope, task), task);
}

/// What a change of a task adds to what happens to it apart from edits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TaskActivity {
    /// The task becomes unread for contacts again.
    pub is_news_for_client: bool,
    /// The task shows news for members; `Some(false)` clears them.
    pub client_news: Option<bool>,
    /// Portal messages more.
    pub portal_messages: u32,
    /// Portal files more.
    pub portal_files: u32,
}

impl TaskActivity {
    fn apply(self, update: Update) -> Update {
        let update = update
            .add("activity", i64::from(self.is_news_for_client))
            .add("portal_messages", i64::from(self.portal_messages))
            .add("portal_files", i64::from(self.portal_files));
        match self.client_news {
            Some(news) => update.set("has_client_news", news),
            None => update,
        }
    }
}

/// Writes a changed task, if it still has the version that it was read with, and its place in every list.
pub fn save(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: &TaskRecord,
    activity: TaskActivity,
) {
    let keys = task_keys(scope, task);
    let update = activity.apply(Update::new(&keys.primary).save(&keys, task, &OWN_LIFE));
    transaction.update("version_mismatch", update.at_version(task.v));
}

/// Writes a task that a contact changed.
pub fn save_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    task: &TaskRecord,
    activity: TaskActivity,
) {
    save(transaction, &OfficeScope::for_job(scope.office()), task, activity);
}

/// Notes what happened to a task without changing it: a message, a file. The task's version stays. Refused as `task_gone`.
pub fn note_activity(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: TaskId,
    activity: TaskActivity,
) {
    transaction.update("task_gone", activity.apply(Update::new(&task_key(scope, task)).when_exists()));
}

/// As [`note_activity`], by a contact: only while the client has the task.
pub fn note_activity_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    task: TaskId,
    activity: TaskActivity,
) {
    let update = Update::new(&portal_task_key(scope, task))
        .when_equal("client_id", scope.client())
        .when_equal("portal.state", "assigned");
    transaction.update("task_gone", activity.apply(update));
}

/// Remembers how much of a task a contact has seen; never less than before. `false` if the client does not have the task.
///
/// # Errors
/// [`StoreError`]
pub async fn mark_read(
    table: &Table,
    scope: ClientScope,
    task: TaskId,
    activity: u32,
) -> Result<bool, StoreError> {
    let seen = format!("seen.{}", scope.contact().key());
    let update = Update::new(&portal_task_key(scope, task))
        .set(&seen, activity)
        .when_equal("client_id", scope.client())
        .when_equal("portal.state", "assigned");
    table.update(update).await.map(|written| written.is_some())
}

/// Remembers that a member has looked at what the client did.
///
/// # Errors
/// [`StoreError`]
pub async fn clear_client_news(table: &Table, scope: &OfficeScope, task: TaskId) -> Result<(), StoreError> {
    let update = Update::new(&task_key(scope, task)).set("has_client_news", false).when_exists();
    table.update(update).await.map(|_| ())
}

/// Remembers that an assignment was announced, if it is still the task's latest one.
pub fn mark_announced(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: TaskId,
    generation: u32,
    now: Timestamp,
) {
    let update = Update::new(&task_key(scope, task))
        .set("announced_generation", generation)
        .set("announced_at", now)
        .when_equal("portal.generation", generation);
    transaction.update("assigned_again", update);
}
