//! Contacts of clients.

pub mod create_contact;
pub mod update_contact;
