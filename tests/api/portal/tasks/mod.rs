//! Tasks in the client portal.

mod complete_portal_task;
mod files;
mod get_portal_task;
mod list_portal_tasks;
mod mark_task_read;
mod post_portal_message;
mod reopen_portal_task;
mod tick_portal_checklist;
