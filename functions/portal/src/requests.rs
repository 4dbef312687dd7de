//! The requests of a client.

pub mod complete_portal_request_file;
pub mod create_portal_request;
pub mod declare_portal_request_file;
pub mod download_portal_request_file;
pub mod get_portal_request;
pub mod list_portal_requests;
pub mod mark_request_read;
pub mod path;
pub mod post_portal_request_message;
