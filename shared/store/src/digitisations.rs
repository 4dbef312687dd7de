//! Files on their way to be digitised (S61): one item a file, internal, beside the thread.
//!
//! What is queued is listed in a shard by the time at which somebody has to look after it, so that the sweep finds what no
//! job brought to an end.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sild_domain::{DigitisationId, Email, FileId, OfficeId, TaskId};

use crate::{
    Record, StoreError, Table, Transaction, Update,
    clients::NamedMember,
    key::{Index, Key, Keys, shard_of},
    scope::office_partition,
    tasks::partition,
};

/// For how long a job may hold a file before another one takes it: longer than a job may run.
const LEASE: SignedDuration = SignedDuration::from_mins(6);

/// How far a file is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DigitisationState {
    /// It is to be sent.
    Queued,
    /// The mail with it was handed over.
    Sent,
    /// It was not sent, and will not be unless somebody asks again.
    Failed,
}

/// Why a file was not sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DigitisationFailure {
    /// The bucket does not have it as it was uploaded.
    FileMissing,
    /// The client has no address for it any more, or the office switched digitisation off.
    NoAddress,
    /// The mail was refused for good.
    MailRefused,
    /// The mail could not be handed over for a whole day.
    NotSent,
}

/// That a file was to be digitised, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DigitisationRecord {
    /// The office.
    pub office_id: OfficeId,
    /// The task whose file it is.
    pub task_id: TaskId,
    /// The file.
    pub file_id: FileId,
    /// The order that it belongs to; void once it was ordered again.
    pub digitisation_id: DigitisationId,
    /// How far it is.
    pub state: DigitisationState,
    /// Why it failed.
    pub reason: Option<DigitisationFailure>,
    /// Who ordered it, with a copy of their name.
    pub by: NamedMember,
    /// Since when it is in this state.
    pub at: Timestamp,
    /// Where it was sent.
    pub to: Option<Email>,
    /// Until when a job holds it.
    pub leased_until: Option<Timestamp>,
    /// When somebody has to look after it, while it is queued.
    pub look_at: Timestamp,
    /// How often somebody did.
    pub tries: u32,
}

impl Record for DigitisationRecord {
    const ENT: &'static str = "digitisation";
}

impl DigitisationRecord {
    /// Whether it is queued or sent: to send it again somebody has to want that.
    #[must_use]
    pub const fn is_on_its_way(&self) -> bool {
        matches!(self.state, DigitisationState::Queued | DigitisationState::Sent)
    }

    fn key(&self) -> Key {
        let partition = partition(&office_partition(self.office_id), self.task_id);
        Key::new(partition, format!("X#D#{}", self.file_id.key()))
    }

    fn place(&self) -> String {
        format!("{}#{}", self.look_at, self.file_id.key())
    }

    fn keys(&self) -> Keys {
        let shard = shard_of(&self.file_id.key());
        Keys::new(self.key()).indexed(Index::Gsi2, format!("DUE#F#{shard}"), self.place())
    }

    /// Only while it is queued by the same order.
    fn while_queued(&self) -> Update {
        Update::new(&self.key())
            .when_equal("digitisation_id", self.digitisation_id)
            .when_equal("state", DigitisationState::Queued)
    }
}

/// Queues a file, over what became of it before. Refused as `digitised_meanwhile` when that is not what was read.
pub fn queue(
    transaction: &mut Transaction<'_>,
    record: &DigitisationRecord,
    before: Option<&DigitisationRecord>,
) {
    match before {
        None => transaction.put_new("digitised_meanwhile", &record.keys(), record),
        Some(before) => {
            let update = Update::new(&before.key())
                .save(&record.keys(), record, &[])
                .when_equal("digitisation_id", before.digitisation_id)
                .when_equal("state", before.state);
            transaction.update("digitised_meanwhile", update);
        }
    }
}

/// Takes a queued file for a while. `false` if it is not queued by this order any more, or held by another job.
///
/// # Errors
/// [`StoreError`]
pub async fn claim(table: &Table, record: &DigitisationRecord, now: Timestamp) -> Result<bool, StoreError> {
    let until = now.checked_add(LEASE).unwrap_or(Timestamp::MAX);
    let update = record.while_queued().set("leased_until", until).when_absent_or_below("leased_until", now);
    table.update(update).await.map(|written| written.is_some())
}

/// Lets a claimed file go, so that a retry can take it at once.
///
/// # Errors
/// [`StoreError`]
pub async fn release(table: &Table, record: &DigitisationRecord) -> Result<(), StoreError> {
    table.update(record.while_queued().remove("leased_until")).await.map(|_| ())
}

/// Writes that a file was sent to an address. One that was ordered again meanwhile stays queued.
///
/// # Errors
/// [`StoreError`]
pub async fn finish(
    table: &Table,
    record: &DigitisationRecord,
    to: &Email,
    now: Timestamp,
) -> Result<(), StoreError> {
    let update = ended(record, DigitisationState::Sent, now).set("to", to);
    table.update(update).await.map(|_| ())
}

/// Writes why a file will not be sent. Refused as `ended_meanwhile` if this order does not have it queued any more.
pub fn give_up(
    transaction: &mut Transaction<'_>,
    record: &DigitisationRecord,
    reason: DigitisationFailure,
    now: Timestamp,
) {
    let update = ended(record, DigitisationState::Failed, now).set("reason", reason);
    transaction.update("ended_meanwhile", update);
}

/// A queued file that nobody has to look after any more.
fn ended(record: &DigitisationRecord, state: DigitisationState, now: Timestamp) -> Update {
    let update = record.while_queued().set("state", state).set("at", now).remove("leased_until");
    update.remove(Index::Gsi2.pk()).remove(Index::Gsi2.sk())
}

/// The files of a shard that somebody has to look after by `now`, oldest first.
///
/// # Errors
/// [`StoreError`]
pub async fn overdue(
    table: &Table,
    shard: u8,
    now: Timestamp,
    limit: u16,
) -> Result<Vec<DigitisationRecord>, StoreError> {
    table.overdue("DUE#F", shard, now, limit).await
}

/// Somebody looks after a file, and has to again at `look_at`. `false` if it is not queued any more, or another one did.
///
/// # Errors
/// [`StoreError`]
pub async fn try_again(
    table: &Table,
    record: &DigitisationRecord,
    look_at: Timestamp,
) -> Result<bool, StoreError> {
    let next = DigitisationRecord { look_at, ..record.clone() };
    let update = record
        .while_queued()
        .set("look_at", look_at)
        .set(Index::Gsi2.sk(), next.place())
        .add("tries", 1)
        .when_equal("look_at", record.look_at);
    table.update(update).await.map(|written| written.is_some())
}
