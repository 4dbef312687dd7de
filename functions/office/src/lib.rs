//! The operations of the office app, for members: a file each, below the noun that it works on.

use sild_http::Operation;
use utoipa_axum::routes;

pub mod bulk_openings;
pub mod clients;
pub mod contacts;
pub mod members;
pub mod notifications;
pub mod portal;
pub mod series;
pub mod session;
pub mod tasks;

/// Every operation of the area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    vec![
        Operation::new("activate_portal", routes!(portal::activate_portal::activate_portal)),
        Operation::new("assign_task", routes!(tasks::assign_task::assign_task)),
        Operation::new("check_portal_name", routes!(portal::check_portal_name::check_portal_name)),
        Operation::new("complete_file", routes!(tasks::complete_file::complete_file)).asking_bucket(),
        Operation::new("complete_task", routes!(tasks::complete_task::complete_task)),
        Operation::new("create_client", routes!(clients::create_client::create_client)),
        Operation::new("create_contact", routes!(contacts::create_contact::create_contact)),
        Operation::new("create_series", routes!(series::create_series::create_series)),
        Operation::new("create_task", routes!(tasks::create_task::create_task)),
        Operation::new("deactivate_portal", routes!(portal::deactivate_portal::deactivate_portal)),
        Operation::new("declare_file", routes!(tasks::declare_file::declare_file)),
        Operation::new("download_file", routes!(tasks::download_file::download_file)),
        Operation::new("end_office_session", routes!(session::end_office_session::end_office_session)),
        Operation::new("get_bulk_opening", routes!(bulk_openings::get_bulk_opening::get_bulk_opening)),
        Operation::new("get_client", routes!(clients::get_client::get_client)),
        Operation::new("get_office_session", routes!(session::get_office_session::get_office_session)),
        Operation::new("get_portal_settings", routes!(portal::get_portal_settings::get_portal_settings)),
        Operation::new("get_series", routes!(series::get_series::get_series)),
        Operation::new("get_task", routes!(tasks::get_task::get_task)),
        Operation::new("list_clients", routes!(clients::list_clients::list_clients)),
        Operation::new("list_members", routes!(members::list_members::list_members)),
        Operation::new("list_notifications", routes!(notifications::list_notifications::list_notifications)),
        Operation::new("list_series", routes!(series::list_series::list_series)),
        Operation::new("list_tasks", routes!(tasks::list_tasks::list_tasks)),
        Operation::new(
            "mark_notifications_read",
            routes!(notifications::mark_notifications_read::mark_notifications_read),
        ),
        Operation::new("mark_task_seen", routes!(tasks::mark_task_seen::mark_task_seen)),
        Operation::new("post_message", routes!(tasks::post_message::post_message)),
        Operation::new(
            "preview_bulk_opening",
            routes!(bulk_openings::preview_bulk_opening::preview_bulk_opening),
        ),
        Operation::new("preview_recurrence", routes!(series::preview_recurrence::preview_recurrence)),
        Operation::new("reopen_task", routes!(tasks::reopen_task::reopen_task)),
        Operation::new("save_portal_settings", routes!(portal::save_portal_settings::save_portal_settings)),
        Operation::new("set_client_portal", routes!(clients::set_client_portal::set_client_portal)),
        Operation::new("start_bulk_opening", routes!(bulk_openings::start_bulk_opening::start_bulk_opening)),
        Operation::new("tick_checklist", routes!(tasks::tick_checklist::tick_checklist)),
        Operation::new("update_client", routes!(clients::update_client::update_client)),
        Operation::new("update_contact", routes!(contacts::update_contact::update_contact)),
        Operation::new("update_series", routes!(series::update_series::update_series)),
        Operation::new("update_task", routes!(tasks::update_task::update_task)),
        Operation::new("withdraw_task", routes!(tasks::withdraw_task::withdraw_task)),
    ]
}
