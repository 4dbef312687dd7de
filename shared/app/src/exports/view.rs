//! Exports as members see them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ExportId, Month, import::CsvSeparator};
use sild_store::exports::ExportRecord;
use utoipa::ToSchema;

use crate::files::Download;

/// A table of clients and contacts, or of a month of the audit trail.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Export {
    /// Its id.
    pub id: ExportId,
    /// What stands between cells.
    pub separator: CsvSeparator,
    /// Whether it holds the clients that are archived instead of the others.
    pub is_archived: bool,
    /// The month of the audit trail that it holds instead of clients.
    #[schema(value_type = Option<String>)]
    pub audit_month: Option<Month>,
    /// Since when it can be had; `null` while it is being written.
    #[schema(value_type = Option<String>, format = DateTime)]
    pub done_at: Option<Timestamp>,
    /// How many rows it has below its headings.
    pub row_count: u32,
    /// Where it can be had, for a minute from now.
    pub download: Option<Download>,
}

impl Export {
    pub(super) fn of(export: &ExportRecord, download: Option<Download>) -> Self {
        Self {
            id: export.id,
            separator: export.separator,
            is_archived: export.is_archived,
            audit_month: export.audit_month,
            done_at: export.done_at,
            row_count: export.rows,
            download,
        }
    }
}
