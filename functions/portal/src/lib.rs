//! The operations of the client portal, for contacts: a file each, below the noun that it works on.

use sild_http::Operation;
use utoipa_axum::routes;

pub mod session;
pub mod tasks;

/// Every operation of the area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new("complete_portal_file", routes!(tasks::complete_portal_file::complete_portal_file))
            .asking_bucket(),
        Operation::new("complete_portal_task", routes!(tasks::complete_portal_task::complete_portal_task)),
        Operation::new("declare_portal_file", routes!(tasks::declare_portal_file::declare_portal_file)),
        Operation::new("download_portal_file", routes!(tasks::download_portal_file::download_portal_file)),
        Operation::new("end_portal_session", routes!(session::end_portal_session::end_portal_session)),
        Operation::new("get_portal_session", routes!(session::get_portal_session::get_portal_session)),
        Operation::new("get_portal_task", routes!(tasks::get_portal_task::get_portal_task)),
        Operation::new("list_portal_tasks", routes!(tasks::list_portal_tasks::list_portal_tasks)),
        Operation::new("mark_task_read", routes!(tasks::mark_task_read::mark_task_read)),
        Operation::new("mark_welcome_seen", routes!(session::mark_welcome_seen::mark_welcome_seen)),
        Operation::new("post_portal_message", routes!(tasks::post_portal_message::post_portal_message)),
        Operation::new("reopen_portal_task", routes!(tasks::reopen_portal_task::reopen_portal_task)),
        Operation::new("tick_portal_checklist", routes!(tasks::tick_portal_checklist::tick_portal_checklist)),
    ]
}
