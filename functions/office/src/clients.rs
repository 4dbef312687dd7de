//! Clients.

pub mod create_client;
pub mod get_client;
pub mod list_clients;
