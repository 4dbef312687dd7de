//! The operations of the office app, for members: a file each, below the noun that it works on.

use sild_http::{Operation, operation};

pub mod audit;
pub mod bulk_openings;
pub mod bulk_tasks;
mod chosen_clients;
pub mod clients;
pub mod contacts;
pub mod exports;
pub mod imports;
pub mod members;
pub mod notification_settings;
pub mod notifications;
pub mod overview;
pub mod portal;
pub mod profile;
pub mod requests;
pub mod series;
pub mod session;
pub mod settings;
pub mod tasks;
pub mod templates;

/// Every operation of the area.
#[must_use]
pub fn operations() -> Vec<Operation> {
    vec![
        operation!(portal::activate_portal),
        operation!(clients::archive_client),
        operation!(contacts::archive_contact),
        operation!(tasks::announce_now),
        operation!(tasks::assign_task),
        operation!(portal::check_portal_name),
        operation!(requests::close_request),
        operation!(tasks::complete_file).asking_bucket(),
        operation!(portal::complete_portal_image).asking_bucket(),
        operation!(requests::complete_request_file).asking_bucket(),
        operation!(tasks::complete_task),
        operation!(portal::complete_welcome_video).asking_bucket(),
        operation!(requests::convert_request),
        operation!(clients::create_client),
        operation!(contacts::create_contact),
        operation!(series::create_series),
        operation!(tasks::create_task),
        operation!(templates::create_template),
        operation!(members::deactivate_member),
        operation!(portal::deactivate_portal),
        operation!(tasks::declare_file),
        operation!(imports::declare_import),
        operation!(portal::declare_portal_image),
        operation!(requests::declare_request_file),
        operation!(portal::declare_welcome_video),
        operation!(templates::delete_template),
        operation!(tasks::digitise_files),
        operation!(tasks::download_file),
        operation!(requests::download_request_file),
        operation!(session::end_office_session),
        operation!(session::end_one_office_session),
        operation!(audit::export_audit_trail),
        operation!(exports::export_clients),
        operation!(bulk_openings::get_bulk_opening),
        operation!(bulk_tasks::get_bulk_task),
        operation!(clients::get_client),
        operation!(contacts::get_contact),
        operation!(exports::get_export),
        operation!(imports::get_import),
        operation!(notification_settings::get_notification_settings),
        operation!(session::get_office_session),
        operation!(settings::get_office_settings),
        operation!(overview::get_overview),
        operation!(profile::get_own_profile),
        operation!(portal::get_portal_settings),
        operation!(requests::get_request),
        operation!(series::get_series),
        operation!(tasks::get_task),
        operation!(members::hand_over_ownership),
        operation!(contacts::invite_contact),
        operation!(members::invite_member),
        operation!(audit::list_audit_entries),
        operation!(clients::list_client_files),
        operation!(clients::list_clients),
        operation!(contacts::list_contacts),
        operation!(members::list_members),
        operation!(notifications::list_notifications),
        operation!(session::list_office_sessions),
        operation!(requests::list_requests),
        operation!(series::list_series),
        operation!(tasks::list_tasks),
        operation!(templates::list_templates),
        operation!(notifications::mark_notifications_read),
        operation!(series::make_series_task),
        operation!(requests::mark_request_seen),
        operation!(tasks::mark_task_seen),
        operation!(tasks::post_message),
        operation!(requests::post_request_message),
        operation!(bulk_openings::preview_bulk_opening),
        operation!(imports::preview_import),
        operation!(series::preview_recurrence),
        operation!(members::reactivate_member),
        operation!(tasks::remind_now),
        operation!(contacts::remove_contact),
        operation!(portal::remove_portal_image),
        operation!(portal::remove_welcome_video),
        operation!(requests::reopen_request),
        operation!(tasks::reopen_task),
        operation!(members::resend_member_invitation),
        operation!(clients::restore_client),
        operation!(contacts::restore_contact),
        operation!(portal::save_portal_settings),
        operation!(clients::set_client_portal),
        operation!(tasks::skip_reminder),
        operation!(series::skip_series_date),
        operation!(bulk_openings::start_bulk_opening),
        operation!(bulk_tasks::start_bulk_task),
        operation!(imports::start_import),
        operation!(tasks::tick_checklist),
        operation!(clients::update_client),
        operation!(contacts::update_contact),
        operation!(members::update_member),
        operation!(notification_settings::update_notification_settings),
        operation!(settings::update_office_settings),
        operation!(profile::update_own_profile),
        operation!(series::update_series),
        operation!(tasks::update_task),
        operation!(templates::update_template),
        operation!(tasks::withdraw_task),
    ]
}
