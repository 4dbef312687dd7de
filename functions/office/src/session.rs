//! The session of the member who asks.

pub mod end_office_session;
pub mod get_office_session;
