//! The operations of the client portal, for contacts: a file each, below the noun that it works on.

use sild_http::{Operation, operation};

pub mod session;
pub mod tasks;

/// Every operation of the area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    vec![
        operation!(tasks::complete_portal_file).asking_bucket(),
        operation!(tasks::complete_portal_task),
        operation!(tasks::declare_portal_file),
        operation!(tasks::download_portal_file),
        operation!(session::end_portal_session),
        operation!(session::get_portal_session),
        operation!(tasks::get_portal_task),
        operation!(tasks::list_portal_tasks),
        operation!(tasks::mark_task_read),
        operation!(session::mark_welcome_seen),
        operation!(tasks::post_portal_message),
        operation!(tasks::reopen_portal_task),
        operation!(tasks::tick_portal_checklist),
    ]
}
