//! Uploads: files that were declared and are not stored yet. Nobody sees them.
//!
//! An upload is listed in a shard by the time of its declaration, so that the sweep finds what was never completed.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{FileId, OfficeId, ThreadId};

use crate::{
    ClientScope, OfficeScope, Record, StoreError, Table, Transaction, Update,
    key::{Index, Key, Keys, shard_of},
    scope::office_partition,
    threads::{FileRecord, partition},
};

/// A file that was declared and may be uploaded.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UploadRecord {
    /// The office.
    pub office_id: OfficeId,
    /// The thread that it will belong to.
    #[serde(flatten)]
    pub thread: ThreadId,
    /// The file as it will be; `at` is the time of the declaration.
    #[serde(flatten)]
    pub file: FileRecord,
    /// Since when it cannot be completed any more: its object is being deleted.
    pub abandoned_at: Option<Timestamp>,
}

impl Record for UploadRecord {
    const ENT: &'static str = "upload";
}

impl UploadRecord {
    /// An upload that begins.
    #[must_use]
    pub const fn new(office_id: OfficeId, thread: ThreadId, file: FileRecord) -> Self {
        Self { office_id, thread, file, abandoned_at: None }
    }

    fn keys(&self, office: &str) -> Keys {
        let id = self.file.id.key();
        let place = format!("{}#{id}", self.file.at);
        Keys::new(upload_key(office, self.thread, self.file.id)).indexed(
            Index::Gsi2,
            format!("DUE#U#{}", shard_of(&id)),
            place,
        )
    }
}

pub(crate) fn upload_key(office: &str, thread: ThreadId, file: FileId) -> Key {
    Key::new(partition(office, thread), format!("X#U#{}", file.key()))
}

/// Writes the declaration of a member's file; the caller has checked the thread.
pub fn declare(transaction: &mut Transaction<'_>, scope: &OfficeScope, upload: &UploadRecord) {
    transaction.put_new("file_exists", &upload.keys(&scope.partition()), upload);
}

/// Writes the declaration of a contact's file, which the portal will see.
pub fn declare_for_contact(transaction: &mut Transaction<'_>, scope: ClientScope, upload: &UploadRecord) {
    transaction.put_new("file_exists", &upload.keys(&scope.partition()), upload);
}

/// Ends an upload whose file becomes visible. Refused as `file_gone` if there is none, or if it was given up.
pub(crate) fn take(transaction: &mut Transaction<'_>, office: &str, thread: ThreadId, file: FileId) {
    transaction.delete_lacking("file_gone", &upload_key(office, thread, file), "abandoned_at");
}

/// The uploads of a shard that were declared before `before` and never completed.
///
/// # Errors
/// [`StoreError`]
pub async fn overdue(
    table: &Table,
    shard: u8,
    before: Timestamp,
    limit: u16,
) -> Result<Vec<UploadRecord>, StoreError> {
    table.overdue("DUE#U", shard, before, limit).await
}

/// Gives an upload up: from here on it cannot be completed. `false` if it was completed or forgotten meanwhile.
///
/// # Errors
/// [`StoreError`]
pub async fn abandon(table: &Table, upload: &UploadRecord, now: Timestamp) -> Result<bool, StoreError> {
    let key = upload_key(&office_partition(upload.office_id), upload.thread, upload.file.id);
    let update = Update::new(&key).set("abandoned_at", now).when_exists();
    Ok(table.update(update).await?.is_some())
}

/// Forgets an upload that was given up and whose object is gone.
///
/// # Errors
/// [`StoreError`]
pub async fn forget(table: &Table, upload: &UploadRecord) -> Result<(), StoreError> {
    table.delete(&upload_key(&office_partition(upload.office_id), upload.thread, upload.file.id)).await
}
