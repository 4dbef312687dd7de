//! Contacts of clients.

pub mod archive_contact;
pub mod create_contact;
pub mod get_contact;
pub mod invite_contact;
pub mod list_contacts;
pub mod remove_contact;
pub mod restore_contact;
pub mod update_contact;
