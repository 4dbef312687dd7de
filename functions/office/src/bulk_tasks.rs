//! Giving many clients the same task.

pub mod get_bulk_task;
pub mod start_bulk_task;
