//! What goes through many clients has in common: which clients those are, and what is shown of it.

mod choose;
mod view;

pub use choose::WhichClients;
pub(crate) use choose::{choose, next_part};
pub use view::{BulkState, SkipReasonView, SkippedEntry};
