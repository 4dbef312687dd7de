//! Tables of clients that are handed out.

pub mod export_clients;
pub mod get_export;
