//! Answers to creating requests, kept for a day: a repeat gives the first answer and creates nothing.

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use sild_domain::OfficeId;

use crate::{
    Actor, Item, Record, StoreError, Table, Transaction, TransactionError,
    key::{Key, Keys},
    record::from_item,
    scope::office_partition,
};

/// The name of the condition that a repeat fails.
const LABEL: &str = "repeated";
/// For how long a key is known.
const KEPT: SignedDuration = SignedDuration::from_hours(24);

/// What the first request of a key asked and was answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct IdempotencyRecord {
    /// SHA-256 over operation and body, in hex: the same key with another request is an error.
    pub fingerprint: String,
    /// The answer's body, as JSON.
    pub answer: String,
    /// When the table may forget it: Unix seconds.
    pub ttl: i64,
}

impl Record for IdempotencyRecord {
    const ENT: &'static str = "idempotency";
}

/// Where the answers to an actor are kept.
pub(crate) fn partition(office: OfficeId, actor: Actor) -> String {
    format!("{}#IDEM#{}", office_partition(office), actor.key())
}

fn key(office: OfficeId, actor: Actor, key: &str) -> Key {
    Key::new(partition(office, actor), key)
}

/// Keeps the answer in the transaction that creates what it tells of.
pub fn remember(
    transaction: &mut Transaction<'_>,
    office: OfficeId,
    actor: Actor,
    idempotency_key: &str,
    fingerprint: String,
    answer: String,
    now: Timestamp,
) {
    let ttl = now.checked_add(KEPT).unwrap_or(Timestamp::MAX).as_second();
    let record = IdempotencyRecord { fingerprint, answer, ttl };
    transaction.put_new(LABEL, &Keys::new(key(office, actor, idempotency_key)), &record);
}

/// What was kept, where a transaction was refused because its key is known.
///
/// # Errors
/// [`StoreError::Shape`] when the row cannot be read.
pub fn first_answer(error: &TransactionError) -> Result<Option<IdempotencyRecord>, StoreError> {
    match error {
        TransactionError::Refused { label: LABEL, found: Some(item) } => {
            from_item(Item::clone(item)).map(Some)
        }
        _ => Ok(None),
    }
}

/// What was kept under a key: for requests that fail before their transaction because the first one succeeded.
///
/// # Errors
/// [`StoreError`]
pub async fn find(
    table: &Table,
    office: OfficeId,
    actor: Actor,
    idempotency_key: &str,
) -> Result<Option<IdempotencyRecord>, StoreError> {
    table.get(&key(office, actor, idempotency_key)).await
}
