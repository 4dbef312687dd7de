//! Handing clients and contacts out as a table (S65): a job writes the file, and a link to it lasts a minute.

mod read;
mod start;
mod view;
mod write;

pub use read::get_export;
pub use start::{NewExport, export_clients};
pub use view::Export;
pub use write::write_export;

/// Whether a spreadsheet may calculate a cell that begins so, instead of showing it.
pub(crate) fn begins_a_formula(cell: &str) -> bool {
    cell.starts_with(['=', '+', '-', '@', '\t', '\r'])
}
