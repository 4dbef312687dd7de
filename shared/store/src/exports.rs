//! Tables that are handed out: of clients and contacts (S65), and of a month of the audit trail (S67).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ExportId, MemberId, Month, import::CsvSeparator};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update, imports,
    key::{Index, Key, Keys},
};

/// A table that is handed out.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ExportRecord {
    /// Its id.
    pub id: ExportId,
    /// Who asked for it.
    pub member_id: MemberId,
    /// What stands between cells.
    pub separator: CsvSeparator,
    /// Whether it holds the clients that are archived instead of the others.
    pub is_archived: bool,
    /// The month of the audit trail that it holds instead of clients (S67).
    #[serde(default)]
    pub audit_month: Option<Month>,
    /// Where it is in the bucket.
    pub object_key: String,
    /// Since when it is there.
    pub done_at: Option<Timestamp>,
    /// How many rows it has below its headings.
    pub rows: u32,
    /// Asked for at.
    pub created_at: Timestamp,
    /// When the table may forget it: Unix seconds.
    pub ttl: i64,
}

impl Record for ExportRecord {
    const ENT: &'static str = "client_export";
}

/// Where the bucket keeps it.
#[must_use]
pub fn object_key(scope: &OfficeScope, id: ExportId) -> String {
    format!("{}e/{}.csv", imports::objects_prefix(scope), id.key())
}

fn key(scope: &OfficeScope, id: ExportId) -> Key {
    Key::new(format!("{}#E#{}", scope.partition(), id.key()), "A")
}

/// Where the exports of an office are listed.
pub(crate) fn list_pk(scope: &OfficeScope) -> String {
    format!("{}#E", scope.partition())
}

/// Reads an export.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    id: ExportId,
) -> Result<Option<ExportRecord>, StoreError> {
    table.get(&key(scope, id)).await
}

/// Writes a new export.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, export: &ExportRecord) {
    let keys = Keys::new(key(scope, export.id)).indexed(Index::Gsi1, list_pk(scope), export.id.key());
    transaction.put_new("export_exists", &keys, export);
}

/// Remembers that the table is in the bucket.
///
/// # Errors
/// [`StoreError`]
pub async fn finish(
    table: &Table,
    scope: &OfficeScope,
    id: ExportId,
    rows: u32,
    now: Timestamp,
) -> Result<(), StoreError> {
    let update = Update::new(&key(scope, id)).set("done_at", now).set("rows", rows).when_exists();
    table.update(update).await.map(|_| ())
}
