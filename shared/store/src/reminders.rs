//! What waits for reminders (S62): one item for each task that its client has to do by a deadline.
//!
//! All of an office stand in one list by the day on which they come next, those without one at its end: the daily job reads
//! what is due from its top, and whoever changes the office's settings walks through it.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, OfficeId, TaskId};

use crate::{
    Cursor, OfficeScope, PageRequest, Record, Soonest, StoreError, Table, Transaction, Update,
    key::{Index, Key, Keys},
    record::from_item,
    tasks::partition,
};

/// Sorts after every date.
const NO_DATE: &str = "9999-99-99";

/// That contacts may have to be reminded of a task.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReminderRecord {
    /// The office.
    pub office_id: OfficeId,
    /// The client.
    pub client_id: ClientId,
    /// The task.
    pub task_id: TaskId,
    /// The day of the next reminder; none while no rule names one.
    pub on: Option<Date>,
}

impl Record for ReminderRecord {
    const ENT: &'static str = "reminder";
}

impl ReminderRecord {
    fn place(&self) -> String {
        let on = self.on.map_or_else(|| NO_DATE.to_owned(), |on| on.to_string());
        format!("{on}#{}", self.task_id.key())
    }

    fn keys(&self, scope: &OfficeScope) -> Keys {
        Keys::new(reminder_key(scope, self.task_id)).indexed(Index::Gsi1, list_pk(scope), self.place())
    }
}

fn reminder_key(scope: &OfficeScope, task: TaskId) -> Key {
    Key::new(partition(&scope.partition(), task), "X#R")
}

fn list_pk(scope: &OfficeScope) -> String {
    format!("{}#REM", scope.partition())
}

/// Writes when a task's reminder comes next, in the transaction that makes it wait or changes what it waits for.
pub fn plan(transaction: &mut Transaction<'_>, scope: &OfficeScope, reminder: &ReminderRecord) {
    transaction.put(&reminder.keys(scope), reminder);
}

/// There is nothing to remind of any more.
pub fn forget(transaction: &mut Transaction<'_>, scope: &OfficeScope, task: TaskId) {
    transaction.delete(&reminder_key(scope, task));
}

/// What is due by `today`, the longest overdue first.
///
/// # Errors
/// [`StoreError`]
pub async fn due(table: &Table, scope: &OfficeScope, today: Date) -> Result<Vec<ReminderRecord>, StoreError> {
    let list = table.query_index(Index::Gsi1, list_pk(scope));
    let items = list.between("0", format!("{today}#~")).all().await?;
    items.into_iter().map(from_item).collect()
}

/// The soonest of what comes by `until`, as far as the scope reaches their clients: the first `limit` of the office's
/// are looked at.
///
/// # Errors
/// [`StoreError`]
pub async fn coming(
    table: &Table,
    scope: &OfficeScope,
    until: Date,
    limit: u16,
) -> Result<Soonest<ReminderRecord>, StoreError> {
    let list = table.query_index(Index::Gsi1, list_pk(scope));
    let items = list.between("0", format!("{until}#~")).top(limit + 1).await?;
    let all = items.into_iter().map(from_item::<ReminderRecord>).collect::<Result<Vec<_>, _>>()?;
    Ok(Soonest::of(all, limit).keep(|reminder| scope.reaches(reminder.client_id)))
}

/// A part of everything that waits, from behind a place on, and the place behind which the next part begins.
///
/// # Errors
/// [`StoreError`]
pub async fn part(
    table: &Table,
    scope: &OfficeScope,
    after: Option<String>,
    limit: u16,
) -> Result<(Vec<ReminderRecord>, Option<String>), StoreError> {
    let office = scope.partition();
    let request = PageRequest { limit, after: after.map(|after| Cursor(vec![after])) };
    let page = table
        .query_index(Index::Gsi1, list_pk(scope))
        .page(&request, |place| {
            let task = place.rsplit_once('#').map_or(place, |(_, id)| id);
            Key::new(format!("{office}#T#{task}"), "X#R")
        })
        .await?;
    let items = page.items.into_iter().map(from_item).collect::<Result<_, _>>()?;
    Ok((items, page.next.and_then(|next| next.0.into_iter().next())))
}

/// Those of some tasks as they are now; the ones that do not wait are missing.
///
/// # Errors
/// [`StoreError`]
pub async fn get_many(
    table: &Table,
    scope: &OfficeScope,
    tasks: &[TaskId],
) -> Result<Vec<ReminderRecord>, StoreError> {
    let keys = tasks.iter().map(|task| reminder_key(scope, *task)).collect::<Vec<_>>();
    if keys.is_empty() { Ok(Vec::new()) } else { table.get_many(&keys).await }
}

/// Moves a reminder to its next day, or to none; it must stand at the day that it was read with. Refused as
/// `reminder_moved`.
pub fn move_on(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    reminder: &ReminderRecord,
    next: Option<Date>,
) {
    transaction.update("reminder_moved", moved(scope, reminder, next));
}

/// As [`move_on`], by itself. `false` if it does not stand where it was read any more.
///
/// # Errors
/// [`StoreError`]
pub async fn replan(
    table: &Table,
    scope: &OfficeScope,
    reminder: &ReminderRecord,
    next: Option<Date>,
) -> Result<bool, StoreError> {
    table.update(moved(scope, reminder, next)).await.map(|written| written.is_some())
}

fn moved(scope: &OfficeScope, reminder: &ReminderRecord, next: Option<Date>) -> Update {
    let after = ReminderRecord { on: next, ..reminder.clone() };
    let update = Update::new(&reminder_key(scope, reminder.task_id)).set(Index::Gsi1.sk(), after.place());
    let update = match next {
        Some(next) => update.set("on", next),
        None => update.remove("on"),
    };
    match reminder.on {
        Some(on) => update.when_equal("on", on),
        None => update.when_lacks("on").when_exists(),
    }
}
