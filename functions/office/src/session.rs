//! The session of the member who asks, and their others.

pub mod end_office_session;
pub mod end_one_office_session;
pub mod get_office_session;
pub mod list_office_sessions;
