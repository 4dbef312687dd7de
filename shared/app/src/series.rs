//! Recurring tasks (S41): the rules that people make, and the tasks that the rules make.

mod ahead;
mod create;
mod daily;
mod follow;
mod generate;
mod plan;
mod read;
mod update;
mod view;

pub use ahead::{make_series_task, skip_series_date};
pub use create::{NewSeries, create_series};
pub use daily::arm_office;
pub(crate) use daily::daily_schedule_name;
pub use follow::follow_client;
pub use generate::{generate_due, generate_series};
pub use read::{get_series, list_series, preview_recurrence};
pub use update::{SeriesEdit, update_series};
pub use view::{NextDate, RecurrencePreview, Series, SeriesLine};
