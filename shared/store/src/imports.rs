//! Tables of clients that are read in (S65): where each is, what was found in it, and how far it is.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{
    FileName, FileSize, ImportId, MemberId,
    import::{CsvSeparator, ImportField, TextEncoding},
};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update,
    key::{Index, Key, Keys},
};

/// How many rows one table may have.
pub const ROWS_MAX: usize = 20_000;
/// How many errors are kept; more are counted only.
pub const ERRORS_MAX: usize = 500;

/// Where an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportState {
    /// Its file may be uploaded.
    Declared,
    /// A job reads it.
    Previewing,
    /// What is in it is known.
    Previewed,
    /// Its rows are being written.
    Running,
    /// All rows had their turn.
    Done,
}

/// Why a file cannot be read in as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ImportProblem {
    /// It was not uploaded, or not as declared.
    NotUploaded,
    /// It is no table of text.
    NotATable,
    /// It has no row below its headings.
    NoRows,
    /// It has more than [`ROWS_MAX`] rows.
    TooManyRows,
    /// No column holds the names of clients.
    NoNameColumn,
}

/// What to do with rows of clients that are there already.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Duplicates {
    /// They are passed over.
    #[default]
    Skip,
    /// What the rows say takes the place of what was there.
    Update,
}

/// What somebody chose instead of what was guessed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportChoices {
    /// What stands between cells.
    pub separator: Option<CsvSeparator>,
    /// How letters are written.
    pub encoding: Option<TextEncoding>,
    /// What each column holds, in order; columns behind the last hold nothing.
    pub columns: Option<Vec<Option<ImportField>>>,
}

/// A column as it was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportColumn {
    /// Its heading, cut where it is long.
    pub heading: String,
    /// What it holds, guessed or chosen; `None` if it is passed over.
    pub field: Option<ImportField>,
}

/// What is wrong with a row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RowError {
    /// The row as a spreadsheet counts it: the headings are row 1.
    pub row: u32,
    /// The column, the first is 1; `None` where it is the row as a whole.
    pub column: Option<u32>,
    /// What is wrong.
    pub code: String,
}

/// What was found in a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportFound {
    /// What stands between cells.
    pub separator: CsvSeparator,
    /// How letters are written.
    pub encoding: TextEncoding,
    /// The columns in order.
    pub columns: Vec<ImportColumn>,
    /// The first rows, their cells cut where they are long; none once the import is done.
    pub sample: Vec<Vec<String>>,
    /// How many rows it has below its headings.
    pub rows: u32,
    /// How many of them have an error and are left out.
    pub rows_with_errors: u32,
    /// How many clients are new.
    pub new_clients: u32,
    /// How many clients are there already, by their registry code.
    pub known_clients: u32,
    /// How many contacts are new.
    pub new_contacts: u32,
    /// How many contacts are there already, by their address.
    pub known_contacts: u32,
}

/// What came of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ImportOutcome {
    /// Clients that were made.
    pub clients_created: u32,
    /// Rows of clients that were there before and were updated.
    pub rows_updated: u32,
    /// Rows of clients that were there before and were passed over.
    pub rows_skipped: u32,
    /// Contacts that were made.
    pub contacts_created: u32,
    /// Rows that could not be written.
    pub rows_failed: u32,
}

/// A table of clients.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct ImportRecord {
    /// Its id.
    pub id: ImportId,
    /// Who reads it in.
    pub member_id: MemberId,
    /// What the file is called where it comes from.
    pub file_name: FileName,
    /// Its size in bytes.
    pub size_bytes: FileSize,
    /// Where it is in the bucket.
    pub object_key: String,
    /// Where the import is.
    pub state: ImportState,
    /// Rises with each preview that is asked for, so that an older one's result is not kept.
    pub revision: u32,
    /// What was chosen.
    pub choices: ImportChoices,
    /// Why it cannot be read in.
    pub problem: Option<ImportProblem>,
    /// What was found.
    pub found: Option<ImportFound>,
    /// What is done with clients that are there already.
    pub duplicates: Duplicates,
    /// How many rows had their turn.
    pub done: u32,
    /// What came of them.
    pub outcome: ImportOutcome,
    /// What is wrong with rows, at most [`ERRORS_MAX`].
    pub errors: Vec<RowError>,
    /// How many errors there are.
    pub error_count: u32,
    /// Since when.
    pub created_at: Timestamp,
    /// When the table may forget it: Unix seconds.
    pub ttl: i64,
}

impl Record for ImportRecord {
    const ENT: &'static str = "client_import";
}

/// The type that every uploaded table has.
pub const CONTENT_TYPE: &str = "text/csv";

/// Where the bucket keeps a table that was uploaded.
#[must_use]
pub fn object_key(scope: &OfficeScope, id: ImportId) -> String {
    format!("{}i/{}.csv", objects_prefix(scope), id.key())
}

/// Where the bucket keeps the tables of an office that come in or go out, for a week at most.
#[must_use]
pub fn objects_prefix(scope: &OfficeScope) -> String {
    format!("c/{}/", scope.office().key())
}

fn key(scope: &OfficeScope, id: ImportId) -> Key {
    Key::new(format!("{}#I#{}", scope.partition(), id.key()), "A")
}

/// Where the imports of an office are listed.
pub(crate) fn list_pk(scope: &OfficeScope) -> String {
    format!("{}#I", scope.partition())
}

fn keys(scope: &OfficeScope, id: ImportId) -> Keys {
    Keys::new(key(scope, id)).indexed(Index::Gsi1, list_pk(scope), id.key())
}

/// Reads an import.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    id: ImportId,
) -> Result<Option<ImportRecord>, StoreError> {
    table.get(&key(scope, id)).await
}

/// Writes a new import.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, import: &ImportRecord) {
    transaction.put_new("import_exists", &keys(scope, import.id), import);
}

/// Writes what became of an import that is in this state, at this revision and so far, as it was read. Refused as
/// `import_moved`.
pub fn save(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: &ImportRecord,
    after: &ImportRecord,
) {
    let keys = keys(scope, after.id);
    let update = Update::new(&keys.primary)
        .save(&keys, after, &["id", "created_at"])
        .when_equal("state", before.state)
        .when_equal("revision", before.revision)
        .when_equal("done", before.done);
    transaction.update("import_moved", update);
}
