//! Imports as members see them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{
    ImportId,
    import::{CsvSeparator, ImportField, TextEncoding},
};
use sild_store::imports::{Duplicates, ImportProblem, ImportRecord, ImportState};
use utoipa::ToSchema;

use crate::files::UploadMethod;

/// The one upload that the bucket takes for an import.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ImportTicket {
    /// The import.
    pub import_id: ImportId,
    /// How to send the file.
    pub method: UploadMethod,
    /// Where to.
    pub url: String,
    /// Headers to send with it; the browser adds the length itself.
    pub headers: BTreeMap<String, String>,
    /// Until when.
    #[schema(value_type = String, format = DateTime)]
    pub expires_at: Timestamp,
}

/// Where an import is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportStateView {
    /// Its file may be uploaded.
    Declared,
    /// A job looks through it.
    Previewing,
    /// What is in it is known.
    Previewed,
    /// Its rows are being written.
    Running,
    /// All rows had their turn.
    Done,
}

/// Why a file cannot be read in as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum ImportProblemView {
    /// It was not uploaded, or not as declared.
    NotUploaded,
    /// It is no table of text.
    NotATable,
    /// It has no row below its headings.
    NoRows,
    /// It has more than 20,000 rows.
    TooManyRows,
    /// No column holds the names of clients.
    NoNameColumn,
}

/// What to do with rows of clients that are there already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum DuplicatesView {
    /// They are passed over.
    Skip,
    /// What the rows say takes the place of what was there.
    Update,
}

impl From<DuplicatesView> for Duplicates {
    fn from(duplicates: DuplicatesView) -> Self {
        match duplicates {
            DuplicatesView::Skip => Self::Skip,
            DuplicatesView::Update => Self::Update,
        }
    }
}

/// A column of the file.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ImportColumnView {
    /// Its heading.
    pub heading: String,
    /// What it holds, as guessed or chosen; `null` if it is passed over.
    pub field: Option<ImportField>,
}

/// What is wrong with a row.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct RowErrorView {
    /// The row as a spreadsheet counts it: the headings are row 1.
    pub row: u32,
    /// The column, the first is 1; `null` where it is the row as a whole.
    pub column: Option<u32>,
    /// A code as of a field of a request, such as `invalid_email`.
    pub code: String,
}

/// An import and how far it is.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// What the file is called where it comes from.
    pub file_name: String,
    /// Where it is.
    pub state: ImportStateView,
    /// Why it cannot be read in as it is.
    pub problem: Option<ImportProblemView>,
    /// What stands between cells.
    pub separator: Option<CsvSeparator>,
    /// How letters are written.
    pub encoding: Option<TextEncoding>,
    /// The columns in order.
    pub columns: Vec<ImportColumnView>,
    /// The first rows, their cells cut where they are long.
    pub sample: Vec<Vec<String>>,
    /// How many rows the file has below its headings.
    pub row_count: u32,
    /// How many of them have an error and are left out.
    pub rows_with_errors: u32,
    /// How many clients are new.
    pub new_clients: u32,
    /// How many clients are there already, by their registry code: updated or passed over.
    pub known_clients: u32,
    /// How many contacts are new.
    pub new_contacts: u32,
    /// How many contacts are there already, by their address.
    pub known_contacts: u32,
    /// How many rows had their turn.
    pub rows_done: u32,
    /// How many clients were made.
    pub clients_created: u32,
    /// How many contacts were made.
    pub contacts_created: u32,
    /// How many rows of clients that were there before were updated.
    pub rows_updated: u32,
    /// How many rows of clients that were there before were passed over.
    pub rows_skipped: u32,
    /// How many rows could not be written.
    pub rows_failed: u32,
    /// How many errors there are.
    pub error_count: u32,
    /// The first 500 of them.
    pub errors: Vec<RowErrorView>,
}

impl Import {
    pub(super) fn of(import: &ImportRecord) -> Self {
        let found = import.found.as_ref();
        let outcome = import.outcome;
        Self {
            id: import.id,
            file_name: import.file_name.to_string(),
            state: match import.state {
                ImportState::Declared => ImportStateView::Declared,
                ImportState::Previewing => ImportStateView::Previewing,
                ImportState::Previewed => ImportStateView::Previewed,
                ImportState::Running => ImportStateView::Running,
                ImportState::Done => ImportStateView::Done,
            },
            problem: import.problem.map(|problem| match problem {
                ImportProblem::NotUploaded => ImportProblemView::NotUploaded,
                ImportProblem::NotATable => ImportProblemView::NotATable,
                ImportProblem::NoRows => ImportProblemView::NoRows,
                ImportProblem::TooManyRows => ImportProblemView::TooManyRows,
                ImportProblem::NoNameColumn => ImportProblemView::NoNameColumn,
            }),
            separator: found.map(|found| found.separator),
            encoding: found.map(|found| found.encoding),
            columns: found.map_or_else(Vec::new, |found| {
                let columns = found.columns.iter();
                columns
                    .map(|column| ImportColumnView { heading: column.heading.clone(), field: column.field })
                    .collect()
            }),
            sample: found.map_or_else(Vec::new, |found| found.sample.clone()),
            row_count: found.map_or(0, |found| found.rows),
            rows_with_errors: found.map_or(0, |found| found.rows_with_errors),
            new_clients: found.map_or(0, |found| found.new_clients),
            known_clients: found.map_or(0, |found| found.known_clients),
            new_contacts: found.map_or(0, |found| found.new_contacts),
            known_contacts: found.map_or(0, |found| found.known_contacts),
            rows_done: import.done,
            clients_created: outcome.clients_created,
            contacts_created: outcome.contacts_created,
            rows_updated: outcome.rows_updated,
            rows_skipped: outcome.rows_skipped,
            rows_failed: outcome.rows_failed,
            error_count: import.error_count,
            errors: import
                .errors
                .iter()
                .map(|error| RowErrorView { row: error.row, column: error.column, code: error.code.clone() })
                .collect(),
        }
    }
}
