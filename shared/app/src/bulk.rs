//! What goes through many clients has in common: which clients those are, and what is shown of it.

mod choose;
mod read;
mod view;

use jiff::SignedDuration;

pub use choose::WhichClients;
pub(crate) use choose::{choose, look, select_more};
pub(crate) use read::shown;
pub use view::{BulkState, SkipReasonView, SkippedEntry};

/// For how long the result of a run can be read.
pub(crate) const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);
