//! Handing out a table of clients and contacts (S65), or of a month of the audit trail (S67): a job writes the file, and a
//! link to it lasts a minute.

mod read;
mod start;
mod view;
mod write;

pub use read::get_export;
pub use start::{NewExport, start_export};
pub use view::Export;
pub use write::write_export;

/// Whether a spreadsheet may calculate a cell that begins so, instead of showing it.
pub(crate) fn begins_a_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
