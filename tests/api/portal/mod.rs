//! The operations of the client portal.

mod notification_settings;
mod requests;
mod session;
mod tasks;
