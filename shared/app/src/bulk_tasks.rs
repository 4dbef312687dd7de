//! Giving many clients the same task, a copy each.
//!
//! As with bulk openings a request only writes down what is to be done, and a job goes through the clients one transaction
//! at a time: each makes some tasks, moves the progress on under the condition that nobody else did, settles the outbox row
//! that asked for it and writes the next one. A task's id comes out of run and client, so no client gets two.

mod make;
mod read;
mod start;
mod view;

pub use make::make_next_tasks;
pub use read::get_bulk_task;
pub use start::{NewBulkTask, start_bulk_task};
pub use view::BulkTask;
