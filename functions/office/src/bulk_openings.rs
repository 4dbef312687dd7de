//! Opening the portals of many clients at once.

pub mod get_bulk_opening;
pub mod preview_bulk_opening;
pub mod start_bulk_opening;
