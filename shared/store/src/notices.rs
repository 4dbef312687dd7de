//! Announcements that wait: one notice a task, of its latest assignment (S33).
//!
//! A notice is listed under its client and minute while it waits, so that the tasks of one client due in one minute leave
//! as one mail; in a shard by time, so that the sweep finds what no schedule fired; and under its office, which sees what is
//! about to leave.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, ContactId, OfficeId, TaskId};

use crate::{
    OfficeScope, Record, Soonest, StoreError, Table, Transaction, Update,
    key::{Index, Key, Keys, shard_of},
    record::{from_item, text},
    tasks::partition,
};

/// For how long a job may hold a notice before another one takes it.
const LEASE: SignedDuration = SignedDuration::from_mins(2);

/// That a task's contacts are to be told.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct NoticeRecord {
    /// The office.
    pub office_id: OfficeId,
    /// The client.
    pub client_id: ClientId,
    /// The task.
    pub task_id: TaskId,
    /// The assignment that it announces; void once the task has another.
    pub generation: u32,
    /// When the mail is due: a whole minute.
    pub fire_at: Timestamp,
    /// Until when a job holds it.
    pub leased_until: Option<Timestamp>,
    /// Who has been told already, should the job die midway.
    pub told: Vec<ContactId>,
}

impl Record for NoticeRecord {
    const ENT: &'static str = "notice";
}

fn notice_key(scope: &OfficeScope, task: TaskId) -> Key {
    Key::new(partition(&scope.partition(), task), "X#N")
}

fn notice_keys(scope: &OfficeScope, notice: &NoticeRecord) -> Keys {
    let id = notice.task_id.key();
    let shard = shard_of(&id);
    Keys::new(notice_key(scope, notice.task_id))
        .indexed(Index::Gsi1, list_pk(scope, notice.client_id), format!("{}#{id}", notice.fire_at))
        .indexed(Index::Gsi2, format!("DUE#N#{shard}"), format!("{}#{id}", notice.fire_at))
        .indexed(Index::Gsi3, office_pk(scope), format!("{}#{}#{id}", notice.fire_at, notice.client_id.key()))
}

fn office_pk(scope: &OfficeScope) -> String {
    format!("{}#N", scope.partition())
}

fn list_pk(scope: &OfficeScope, client: ClientId) -> String {
    format!("{}#C#{}#N", scope.partition(), client.key())
}

/// Writes the notice of a new assignment over that of an older one.
pub fn arm(transaction: &mut Transaction<'_>, scope: &OfficeScope, notice: &NoticeRecord) {
    transaction.put(&notice_keys(scope, notice), notice);
}

/// Removes the notice of a task that is not to be announced any more.
pub fn disarm(transaction: &mut Transaction<'_>, scope: &OfficeScope, task: TaskId) {
    transaction.delete(&notice_key(scope, task));
}

/// The notices of a client that are due by `until`.
///
/// # Errors
/// [`StoreError`]
pub async fn due(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
    until: Timestamp,
) -> Result<Vec<NoticeRecord>, StoreError> {
    let items = table
        .query_index(Index::Gsi1, list_pk(scope, client))
        .between("0", format!("{until}#~"))
        .all()
        .await?;
    items.into_iter().map(from_item).collect()
}

/// The tasks whose announcements leave next, the soonest first, as far as the scope reaches their clients: the first `limit`
/// of the office's are looked at.
///
/// # Errors
/// [`StoreError`]
pub async fn coming(
    table: &Table,
    scope: &OfficeScope,
    limit: u16,
) -> Result<Soonest<(ClientId, TaskId)>, StoreError> {
    let items = table.query_index(Index::Gsi3, office_pk(scope)).top(limit + 1).await?;
    let places = items.iter().filter_map(|item| text(item, Index::Gsi3.sk()));
    let read = places.filter_map(|place| {
        let (at_and_client, task) = place.rsplit_once('#')?;
        let (_, client) = at_and_client.rsplit_once('#')?;
        Some((ClientId::from_key(client).ok()?, TaskId::from_key(task).ok()?))
    });
    Ok(Soonest::of(read.collect(), limit).keep(|(client, _)| scope.reaches(*client)))
}

/// The notices of a shard that were due before `before` and still wait.
///
/// # Errors
/// [`StoreError`]
pub async fn overdue(
    table: &Table,
    shard: u8,
    before: Timestamp,
    limit: u16,
) -> Result<Vec<NoticeRecord>, StoreError> {
    table.overdue("DUE#N", shard, before, limit).await
}

/// Takes a notice for a while: it as it is now, or `None` if it is gone, of another assignment, or held by another job.
///
/// # Errors
/// [`StoreError`]
pub async fn claim(
    table: &Table,
    scope: &OfficeScope,
    notice: &NoticeRecord,
    now: Timestamp,
) -> Result<Option<NoticeRecord>, StoreError> {
    let until = now.checked_add(LEASE).unwrap_or(Timestamp::MAX);
    let update = Update::new(&notice_key(scope, notice.task_id))
        .set("leased_until", until)
        .when_equal("generation", notice.generation)
        .when_absent_or_below("leased_until", now);
    table.update(update).await?.map(from_item).transpose()
}

/// Remembers that a contact has been told.
///
/// # Errors
/// [`StoreError`]
pub async fn mark_told(
    table: &Table,
    scope: &OfficeScope,
    notice: &NoticeRecord,
    told: &[ContactId],
) -> Result<(), StoreError> {
    let update = Update::new(&notice_key(scope, notice.task_id))
        .set("told", told)
        .when_equal("generation", notice.generation);
    table.update(update).await.map(|_| ())
}

/// Lets a claimed notice go, so that a retry can take it at once.
///
/// # Errors
/// [`StoreError`]
pub async fn release(table: &Table, scope: &OfficeScope, notice: &NoticeRecord) -> Result<(), StoreError> {
    let update = Update::new(&notice_key(scope, notice.task_id))
        .remove("leased_until")
        .when_equal("generation", notice.generation);
    table.update(update).await.map(|_| ())
}

/// Ends a notice: everybody was told, or nobody is to be.
pub fn finish(transaction: &mut Transaction<'_>, scope: &OfficeScope, notice: &NoticeRecord) {
    let key = notice_key(scope, notice.task_id);
    transaction.delete_at_generation("notice_replaced", &key, notice.generation);
}
