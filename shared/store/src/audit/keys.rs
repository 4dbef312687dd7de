//! The keys that the audit trail is sealed under: one a person, one an office. What destroys a key makes everything under it
//! unreadable for ever. A destroyed key leaves a mark, so that no other one takes its place.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::OfficeId;

use crate::{
    Record, StoreError, Table, TransactionError, Update, erasing,
    holdings::PersonId,
    key::{Key, Keys},
    scope::office_partition,
};

/// A key.
#[derive(Clone, Serialize, Deserialize)]
pub struct AuditKeyRecord {
    /// Whose: a person's, or the office's own.
    pub whose: Option<PersonId>,
    /// The key itself, 256 bits in base64; `None` once it was destroyed.
    pub secret: Option<String>,
    /// Since when it is gone.
    pub destroyed_at: Option<Timestamp>,
}

impl std::fmt::Debug for AuditKeyRecord {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("AuditKeyRecord").field("whose", &self.whose).finish_non_exhaustive()
    }
}

impl Record for AuditKeyRecord {
    const ENT: &'static str = "audit_key";
}

/// Sorts behind everything that a session reads of its person's partition.
const SK: &str = "X#KEY";

fn key(office: OfficeId, whose: Option<PersonId>) -> Key {
    let pk = whose.map_or_else(|| office_partition(office), |person| person.partition(office));
    Key::new(pk, SK)
}

/// Reads keys; those that nobody made yet are missing. In no order.
///
/// # Errors
/// [`StoreError`]
pub async fn get_many(
    table: &Table,
    office: OfficeId,
    whose: &[Option<PersonId>],
) -> Result<Vec<AuditKeyRecord>, StoreError> {
    let keys = whose.iter().map(|whose| key(office, *whose)).collect::<Vec<_>>();
    if keys.is_empty() { Ok(Vec::new()) } else { table.get_many(&keys).await }
}

/// Makes a key that is not there yet; `false` if it is, or if its office is being erased.
///
/// # Errors
/// [`TransactionError`]
pub async fn create(
    table: &Table,
    office: OfficeId,
    whose: Option<PersonId>,
    secret: String,
) -> Result<bool, TransactionError> {
    let record = AuditKeyRecord { whose, secret: Some(secret), destroyed_at: None };
    let mut transaction = table.transaction();
    erasing::require_standing(&mut transaction, office);
    transaction.put_new("key_exists", &Keys::new(key(office, whose)), &record);
    match transaction.commit().await {
        Ok(()) => Ok(true),
        Err(TransactionError::Refused { .. }) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Destroys the key of a person, or bars one that was never made.
///
/// # Errors
/// [`StoreError`]
pub async fn destroy(
    table: &Table,
    office: OfficeId,
    person: PersonId,
    now: Timestamp,
) -> Result<(), StoreError> {
    let update = Update::new(&key(office, Some(person)))
        .set("ent", AuditKeyRecord::ENT)
        .set("whose", person)
        .set("destroyed_at", now)
        .remove("secret")
        .when_lacks("destroyed_at");
    table.update(update).await.map(|_| ())
}
