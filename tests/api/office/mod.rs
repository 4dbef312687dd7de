//! The operations of the office app.

mod create_client;
