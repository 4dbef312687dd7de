//! The operations of the client portal.

pub(crate) mod profile;
mod requests;
mod session;
mod tasks;
