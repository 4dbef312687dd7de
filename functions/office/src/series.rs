//! Recurring tasks.

pub mod create_series;
pub mod get_series;
mod line;
pub mod list_series;
pub mod preview_recurrence;
pub mod update_series;
