//! Requests with their threads.

pub mod close_request;
pub mod complete_request_file;
pub mod convert_request;
pub mod declare_request_file;
pub mod download_request_file;
pub mod get_request;
pub mod list_requests;
pub mod mark_request_seen;
pub mod post_request_message;
pub mod reopen_request;
