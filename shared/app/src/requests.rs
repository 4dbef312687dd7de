//! Requests: what clients ask of the office, until it is answered, closed, or has become a task (S45–S48).

mod commands;
mod convert;
mod copy_thread;
mod create;
mod list;
mod portal_view;
mod read;
mod view;

pub use commands::{close_request, reopen_request};
pub use convert::{Conversion, convert_request};
pub use copy_thread::copy_thread;
pub use create::{NewRequest, create_portal_request};
pub use list::{list_portal_requests, list_requests};
pub use portal_view::{PortalRequest, PortalRequestSummary};
pub use read::{get_portal_request, get_request, mark_request_read, mark_request_seen};
pub use view::{Request, RequestStateView, RequestSummary};
