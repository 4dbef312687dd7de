//! Reading tables of clients and contacts in (S65).
//!
//! The file goes straight into the bucket. A job looks through it and says what it found: columns, what is wrong with which
//! row, what is there already. Only then are its rows written, some at a time. What a row makes gets an id out of the import
//! and the row, so that a part which is carried out twice, or dies midway, makes nothing twice. No mail leaves (S25).

mod declare;
mod good_row;
mod preview;
mod read;
mod rows;
mod sheet;
mod start;
mod together;
mod view;
mod write;

pub use declare::{NewImport, declare_import};
pub use preview::{preview_import, read_import};
pub use read::get_import;
pub use rows::import_next_rows;
pub use start::start_import;
pub use view::{
    DuplicatesView, Import, ImportColumnView, ImportProblemView, ImportStateView, ImportTicket, RowErrorView,
};
