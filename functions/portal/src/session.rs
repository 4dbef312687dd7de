//! The contact's session.

pub mod end_portal_session;
pub mod get_portal_session;
pub mod mark_welcome_seen;
