//! Tasks with their threads.

pub mod announce_now;
pub mod assign_task;
pub mod complete_file;
pub mod complete_task;
pub mod create_task;
pub mod declare_file;
pub mod digitise_files;
pub mod download_file;
pub mod get_task;
pub mod list_tasks;
pub mod mark_task_seen;
pub mod post_message;
pub mod remind_now;
pub mod reopen_task;
pub mod skip_reminder;
pub mod tick_checklist;
pub mod update_task;
pub mod withdraw_task;
