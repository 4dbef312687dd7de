//! HTTP as every operation speaks it. A handler parses, calls one use case, and replies; what is the same for all of them
//! stands here.

pub mod body;
pub mod cookie;
mod not_modified;
pub mod operation;
pub mod page;
pub mod path;
pub mod problem;
pub mod reply;
pub mod session;
pub mod version;
pub mod viewer;

#[doc(hidden)]
pub use pastey;
#[doc(hidden)]
pub use utoipa_axum;

pub use body::{Create, JsonBody, NoFields};
pub use operation::{Operation, router};
pub use page::{PageBody, Paging};
pub use path::{Path, Query};
pub use problem::{FieldProblem, Problem};
pub use reply::Versioned;
pub use session::{ContactClient, OfficeSession, PortalSession, SettingsSession};
pub use version::IfMatch;
pub use viewer::{OnDevice, Viewer};
