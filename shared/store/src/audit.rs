//! The audit trail of an office (S67): what changed, by whom, when, from what to what.
//!
//! The table's stream tells of every change; [`ChangedItem`] reads what it says, and a job writes an entry that nobody can
//! change or take away: no role may, and nothing else in this crate can spell the key of one. Values are sealed under the
//! key of whose they are ([`keys`]), so an entry says nothing any more once that key is gone.

mod changes;
pub mod keys;
mod kinds;
pub(crate) mod removals;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{AuditEntryId, Month, OfficeId};

pub use changes::{ChangedItem, Difference, FieldChange};
pub use kinds::{AUDITED, Audited, Rule, recorded_kinds};
pub(crate) use kinds::{holds_recorded, is_stamped, is_stamped_key};

use crate::{
    OfficeScope, Page, PageRequest, Record, StoreError, Table,
    holdings::PersonId,
    key::{Key, Keys},
    record::from_item,
    scope::office_partition,
};

/// What happened to a thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// It came to be.
    Created,
    /// Some of it is different now.
    Changed,
    /// It is gone.
    Removed,
}

/// The values of an entry that are under one key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealedPart {
    /// Under whose key: a person's, or the office's own.
    pub whose: Option<PersonId>,
    /// The names of the fields, in the order of their values.
    pub fields: Vec<String>,
    /// The values before and after, sealed; `None` where the key was gone already.
    pub sealed: Option<String>,
}

/// One entry.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AuditRecord {
    /// Its id, which the change determines: recorded again, it is the same.
    pub id: AuditEntryId,
    /// When it happened.
    pub at: Timestamp,
    /// Its place in the stream: of what happened in one millisecond, the earlier has the lower one.
    pub sequence: String,
    /// Who did it; nobody where a job did by itself.
    pub by: Option<PersonId>,
    /// In which operation or job; `None` where nothing says it.
    pub operation: Option<String>,
    /// What kind of thing it is.
    pub what: String,
    /// Which one.
    pub thing_id: Option<String>,
    /// What that belongs to: a message to its thread, a task to its client.
    pub belongs_to: Option<String>,
    /// What happened to it.
    pub change: ChangeKind,
    /// What is sealed, by key.
    pub parts: Vec<SealedPart>,
    /// When the table forgets it: Unix seconds.
    pub ttl: i64,
}

impl Record for AuditRecord {
    const ENT: &'static str = "audit";
}

impl AuditRecord {
    /// What a value of it is sealed to, beside its key: moved anywhere else it cannot be opened.
    #[must_use]
    pub fn place(&self, office: OfficeId, whose: Option<PersonId>) -> String {
        let key = entry_key(office, self);
        let whose = whose.map_or_else(|| "office".to_owned(), |person| person.to_string());
        format!("{}\n{}\n{whose}", key.pk, key.sk)
    }
}

fn partition(office: OfficeId, month: Month) -> String {
    format!("{}#AUD#{month}", office_partition(office))
}

/// By when it happened, then by its place in the stream: a number of up to 40 digits.
fn entry_key(office: OfficeId, entry: &AuditRecord) -> Key {
    let AuditRecord { id, at, sequence, .. } = entry;
    let sk = format!("{:013}#{sequence:0>40}#{}", at.as_millisecond(), id.key());
    Key::new(partition(office, Month::of(*at)), sk)
}

/// Writes an entry that is not there yet; `false` if it is.
///
/// # Errors
/// [`StoreError`]
pub async fn put(table: &Table, office: OfficeId, entry: &AuditRecord) -> Result<bool, StoreError> {
    table.put_new(&Keys::new(entry_key(office, entry)), entry).await
}

/// The entries of a month, newest first.
///
/// # Errors
/// [`StoreError`]
pub async fn list(
    table: &Table,
    scope: &OfficeScope,
    month: Month,
    request: &PageRequest,
) -> Result<Page<AuditRecord>, StoreError> {
    let pk = partition(scope.office(), month);
    let page = table.query(&pk).newest_first().page(request, |sk| Key::new(&pk, sk)).await?;
    let items = page.items.into_iter().map(from_item).collect::<Result<_, _>>()?;
    Ok(Page { items, next: page.next })
}
