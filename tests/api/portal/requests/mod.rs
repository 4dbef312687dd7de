mod create_portal_request;
mod files;
mod list_portal_requests;
mod mark_request_read;
mod post_portal_request_message;
