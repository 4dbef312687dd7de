//! Writing tasks: new ones, changed ones, and what happens to them apart from edits.

use jiff::{Timestamp, civil::Date};
use sild_domain::{CompanyName, ContactId, MemberId, PersonName, PortalState, ReminderLog, TaskId};

use super::{TaskRecord, portal_task_key, task_key, task_keys};
use crate::{ClientScope, OfficeScope, StoreError, Table, Transaction, Update, threads::ThreadActivity};

/// What changes apart from an edit of the task; [`save`] leaves it alone.
const OWN_LIFE: [&str; 17] = [
    "v",
    "id",
    "created_at",
    "client_name",
    "activity",
    "seen",
    "portal_messages",
    "portal_files",
    "has_client_news",
    "announced_at",
    "announced_generation",
    "reminder_log",
    "reminder_asked_at",
    "reminder_skipped_on",
    "reminded_at",
    "reminded_count",
    "told",
];

/// Writes a task that must not exist yet.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, task: &TaskRecord) {
    transaction.put_new("task_exists", &task_keys(scope, task), task);
}

/// Writes a changed task, if it still has the version that it was read with, and its place in every list.
///
/// A task that is taken back must not have been announced meanwhile either, as then its client is told of that too (S54).
/// Nor may the schedule of its reminders have moved on, as its next date comes out of that.
pub fn save(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: &TaskRecord,
    activity: ThreadActivity,
) {
    let keys = task_keys(scope, task);
    let update = activity.apply(Update::new(&keys.primary).save(&keys, task, &OWN_LIFE));
    let update = match (task.state.portal, task.announced_generation) {
        (PortalState::Withdrawn { .. }, Some(announced)) => {
            update.when_equal("announced_generation", announced)
        }
        (PortalState::Withdrawn { .. }, None) => update.when_lacks("announced_generation"),
        _ => update,
    };
    let update = with_same_reminders(update, task);
    transaction.update("version_mismatch", update.at_version(task.v));
}

/// Whether the schedule of its reminders stands where `task` was read.
fn with_same_reminders(update: Update, task: &TaskRecord) -> Update {
    match &task.reminder_log {
        Some(log) => update.when_equal("reminder_log.step", log.step),
        None => update.when_lacks("reminder_log"),
    }
}

/// Notes that the schedule dealt with a date of a task that is as it was read; with `was_told`, that somebody was reminded.
/// Refused as `task_changed`.
pub fn note_reminder(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: &TaskRecord,
    log: &ReminderLog,
    was_told: bool,
    now: Timestamp,
) {
    let update = Update::new(&task_key(scope, task.id)).set("reminder_log", log).when_equal("v", task.v);
    let update = with_same_reminders(update, task);
    let update = if was_told { update.set("reminded_at", now).add("reminded_count", 1) } else { update };
    transaction.update("task_changed", update);
}

/// Notes that a member left out the reminder of a day, of a task that is as it was read. Refused as `task_changed`.
pub fn skip_reminder(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: &TaskRecord,
    log: &ReminderLog,
    on: Date,
) {
    let update = Update::new(&task_key(scope, task.id)).set("reminder_log", log).when_equal("v", task.v);
    transaction.update("task_changed", with_same_reminders(update, task).set("reminder_skipped_on", on));
}

/// Notes that a member asks for a reminder of a task that waits for its client, and that none did since `since`. Refused as
/// `cannot_be_reminded`.
pub fn ask_reminder(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: TaskId,
    now: Timestamp,
    since: Timestamp,
) {
    let update = Update::new(&task_key(scope, task))
        .set("reminder_asked_at", now)
        .when_equal("portal.state", "assigned")
        .when_equal("client.state", "open")
        .when_equal("office.state", "open")
        .when_absent_or_below("reminder_asked_at", since);
    transaction.update("cannot_be_reminded", update);
}

/// Notes that somebody was reminded as a member asked at `asked_at`, once. Refused as `reminded_already`.
pub fn note_asked_reminder(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: TaskId,
    asked_at: Timestamp,
    now: Timestamp,
) {
    let update = Update::new(&task_key(scope, task))
        .set("reminded_at", now)
        .add("reminded_count", 1)
        .when_equal("reminder_asked_at", asked_at)
        .when_absent_or_below("reminded_at", asked_at);
    transaction.update("reminded_already", update);
}

/// Writes a task that a contact changed.
pub fn save_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    task: &TaskRecord,
    activity: ThreadActivity,
) {
    save(transaction, &OfficeScope::for_job(scope.office()), task, activity);
}

/// Notes what happened to a task without changing it: a message, a file. The task's version stays. Refused as `task_gone`.
pub fn note_activity(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: TaskId,
    activity: ThreadActivity,
) {
    transaction.update("task_gone", activity.apply(Update::new(&task_key(scope, task)).when_exists()));
}

/// Notes a portal message of a member. Refused as `not_assigned` while the client does not have the task.
pub fn note_portal_message(transaction: &mut Transaction<'_>, scope: &OfficeScope, task: TaskId) {
    let activity =
        ThreadActivity { is_news_for_client: true, portal_messages: 1, ..ThreadActivity::default() };
    let update = Update::new(&task_key(scope, task)).when_equal("portal.state", "assigned");
    transaction.update("not_assigned", activity.apply(update));
}

/// As [`note_activity`], by a contact: only while the client has the task. What is news for the other contacts is none
/// for the one whose act it is, so what they have seen rises with it.
pub fn note_activity_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    task: TaskId,
    activity: ThreadActivity,
) {
    let update = activity.apply(in_portal(scope, task));
    let update = if activity.is_news_for_client { update.increment(&seen_by(scope)) } else { update };
    transaction.update("task_gone", update);
}

/// Only while the client has the task. Refused as `task_gone`.
pub fn require_in_portal(transaction: &mut Transaction<'_>, scope: ClientScope, task: TaskId) {
    transaction.check("task_gone", in_portal(scope, task));
}

fn in_portal(scope: ClientScope, task: TaskId) -> Update {
    Update::new(&portal_task_key(scope, task))
        .when_equal("client_id", scope.client())
        .when_equal("portal.state", "assigned")
}

/// Where a task or a request keeps how much of it a contact has seen.
pub(crate) fn seen_by(scope: ClientScope) -> String {
    format!("seen.{}", scope.contact().key())
}

/// Remembers how much of a task a contact has seen. `false` if there is nothing to remember: the client does not have the
/// task, the contact had seen as much, or not so much has happened.
///
/// # Errors
/// [`StoreError`]
pub async fn mark_read(
    table: &Table,
    scope: ClientScope,
    task: TaskId,
    activity: u32,
) -> Result<bool, StoreError> {
    let seen = seen_by(scope);
    let update = in_portal(scope, task)
        .set(&seen, activity)
        .when_at_least("activity", activity)
        .when_absent_or_below(&seen, activity);
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

/// Remembers that an assignment was announced, and to whom, if it is still the task's latest one.
pub fn mark_announced(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: TaskId,
    generation: u32,
    told: &[ContactId],
    now: Timestamp,
) {
    let update = Update::new(&task_key(scope, task))
        .set("announced_generation", generation)
        .set("announced_at", now)
        .set("told", told)
        .when_equal("portal.generation", generation);
    transaction.update("assigned_again", update);
}

/// Copies the name of a renamed member into a task that they work on; the task's version stays.
///
/// # Errors
/// [`StoreError`]
pub async fn copy_assignee_name(
    table: &Table,
    scope: &OfficeScope,
    task: TaskId,
    member: MemberId,
    name: &PersonName,
) -> Result<(), StoreError> {
    let update =
        Update::new(&task_key(scope, task)).set("assignee.name", name).when_equal("assignee.id", member);
    table.update(update).await.map(|_| ())
}

/// Copies the name of a renamed client into its task; the task's version stays.
///
/// # Errors
/// [`StoreError`]
pub async fn copy_client_name(
    table: &Table,
    scope: &OfficeScope,
    task: TaskId,
    name: &CompanyName,
) -> Result<(), StoreError> {
    let update = Update::new(&task_key(scope, task)).set("client_name", name).when_exists();
    table.update(update).await.map(|_| ())
}
