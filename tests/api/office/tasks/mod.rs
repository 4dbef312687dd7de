//! Tasks in the office app.

mod announce_now;
mod assign_task;
mod complete_task;
mod create_task;
mod digitise_files;
mod files;
mod get_task;
mod list_tasks;
mod mark_task_seen;
mod post_message;
mod remind_now;
mod reopen_task;
mod skip_reminder;
mod tick_checklist;
mod update_task;
mod withdraw_task;
