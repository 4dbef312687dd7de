//! The files of a client.

pub mod list_portal_files;
