//! The operations of the client portal.

mod session;
mod tasks;
