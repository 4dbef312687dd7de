//! The operations of the client portal.

mod requests;
mod session;
mod tasks;
