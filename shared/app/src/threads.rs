//! Threads: the messages of a task or a request, for the office and for its client.

mod head;
mod post;
mod post_portal;
mod view;

pub(crate) use head::{Head, exists_for_contact, note_for_contact, refusal_for_contact, require_for_contact};
pub use post::{NewMessage, post_message};
pub use post_portal::{NewPortalMessage, post_portal_message};
pub use view::{Author, AuthorKind, File, Message, PortalFile, PortalMessage};
pub(crate) use view::{office_thread, portal_thread};
