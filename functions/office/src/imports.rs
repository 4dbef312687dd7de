//! Tables of clients that are read in.

pub mod declare_import;
pub mod get_import;
pub mod preview_import;
pub mod start_import;
