//! What contacts change about themselves: name, telephone number and language at once, their address by a click in a mail
//! sent to it (S55). Members see what was changed (S57).

mod confirm_email;
mod mailing;
mod request_email;
mod update;
mod view;

pub use confirm_email::{EmailChanged, confirm_email_change};
pub(crate) use mailing::{send_email_changed, send_email_confirmation};
pub use request_email::request_email_change;
pub use update::{PortalProfileEdit, update_portal_profile};
pub use view::{PortalProfile, get_portal_profile};
