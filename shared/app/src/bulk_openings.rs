//! Opening the portals of many clients at once, with or without invitations (S16 to S23).
//!
//! A request only writes down what is to be done. The job finds the clients where a filter says which, a thousand at a
//! time, and goes through them one transaction at a time: each opens
//! as many clients as fit into it, moves the progress on under the condition that nobody else did, settles the outbox row
//! that asked for it and writes the next one. So a step happens exactly once, whatever is delivered twice or dies midway.

mod open;
mod plan;
mod preview;
mod read;
mod start;
mod view;

pub use open::open_next_clients;
pub use preview::preview_bulk_opening;
pub use read::get_bulk_opening;
pub use start::{NewBulkOpening, start_bulk_opening};
pub use view::{BulkOpening, BulkPreview, PreviewedClient, PreviewedContact};
