//! Clients.

pub mod archive_client;
pub mod create_client;
pub mod get_client;
pub mod list_client_files;
pub mod list_clients;
pub mod restore_client;
pub mod set_client_portal;
pub mod update_client;
