//! Threads: the messages of a task, for the office and for its client.

mod post;
mod post_portal;
mod view;

pub use post::{NewMessage, post_message};
pub use post_portal::{NewPortalMessage, post_portal_message};
pub use view::{Author, AuthorKind, File, Message, PortalFile, PortalMessage};
pub(crate) use view::{office_thread, portal_thread};
