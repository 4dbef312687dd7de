//! EventBridge Scheduler as far as the product uses it, and the engine that fires what is due.

mod definition;
mod endpoint;
mod expression;
mod fire;
mod timekeeper;

pub use definition::ScheduleView;
pub(crate) use endpoint::{SchedulerContext, router};
pub(crate) use timekeeper::{OFFSET_SETTING, Timekeeper};
