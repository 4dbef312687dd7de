//! The operations of the client portal, for contacts: a file each, below the noun that it works on.

use sild_http::{Operation, operation};

pub mod files;
pub mod notification_settings;
pub mod profile;
pub mod requests;
pub mod session;
pub mod tasks;

/// Every operation of the area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    vec![
        operation!(tasks::complete_portal_file).asking_bucket(),
        operation!(requests::complete_portal_request_file).asking_bucket(),
        operation!(tasks::complete_portal_task),
        operation!(requests::create_portal_request),
        operation!(tasks::declare_portal_file),
        operation!(requests::declare_portal_request_file),
        operation!(tasks::download_portal_file),
        operation!(requests::download_portal_request_file),
        operation!(session::end_portal_session),
        operation!(notification_settings::get_portal_notification_settings),
        operation!(profile::get_portal_profile),
        operation!(requests::get_portal_request),
        operation!(session::get_portal_session),
        operation!(tasks::get_portal_task),
        operation!(files::list_portal_files),
        operation!(requests::list_portal_requests),
        operation!(tasks::list_portal_tasks),
        operation!(requests::mark_request_read),
        operation!(tasks::mark_task_read),
        operation!(session::mark_welcome_seen),
        operation!(tasks::post_portal_message),
        operation!(requests::post_portal_request_message),
        operation!(tasks::reopen_portal_task),
        operation!(profile::request_email_change),
        operation!(tasks::tick_portal_checklist),
        operation!(notification_settings::update_portal_notification_settings),
        operation!(profile::update_portal_profile),
    ]
}
