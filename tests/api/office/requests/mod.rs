mod close_request;
mod convert_request;
mod files;
mod list_requests;
mod mark_request_seen;
mod post_request_message;
