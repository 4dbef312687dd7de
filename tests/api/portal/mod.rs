//! The operations of the client portal.

mod list_portal_files;
mod notification_settings;
pub(crate) mod profile;
mod requests;
mod session;
mod tasks;
