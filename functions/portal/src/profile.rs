//! What contacts change about themselves.

pub mod get_portal_profile;
pub mod request_email_change;
pub mod update_portal_profile;
