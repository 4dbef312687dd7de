//! The tasks of a client.

pub mod complete_portal_file;
pub mod complete_portal_task;
pub mod declare_portal_file;
pub mod download_portal_file;
pub mod get_portal_task;
pub mod list_portal_tasks;
pub mod mark_task_read;
pub mod path;
pub mod post_portal_message;
pub mod reopen_portal_task;
pub mod tick_portal_checklist;
