//! Recurring tasks.

pub mod create_series;
mod date;
pub mod get_series;
mod line;
pub mod list_series;
pub mod make_series_task;
pub mod preview_recurrence;
pub mod skip_series_date;
pub mod update_series;
