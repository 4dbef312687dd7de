//! EventBridge Scheduler as far as the product uses it, and the engine that fires what is due.

mod definition;
mod endpoint;
mod expression;
mod fire;
mod timekeeper;

pub(crate) use endpoint::{SchedulerContext, router};
pub(crate) use timekeeper::Timekeeper;
pub use definition::ScheduleView;
