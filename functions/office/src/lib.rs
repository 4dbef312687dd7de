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
    [clients_and_members(), work(), office()].into_iter().flatten().collect()
}

/// The operations on clients and their people, and on the members.
fn clients_and_members() -> Vec<Operation> {
    vec![
        operation!(clients::archive_client),
        operation!(contacts::archive_contact),
        operation!(clients::create_client),
        operation!(contacts::create_contact),
        operation!(members::deactivate_member),
        operation!(imports::declare_import),
        operation!(exports::export_clients),
        operation!(bulk_openings::get_bulk_opening),
        operation!(clients::get_client),
        operation!(contacts::get_contact),
        operation!(exports::get_export),
        operation!(imports::get_import),
        operation!(members::hand_over_ownership),
        operation!(contacts::invite_contact),
        operation!(members::invite_member),
        operation!(clients::list_client_files),
        operation!(clients::list_clients),
        operation!(contacts::list_contacts),
        operation!(members::list_members),
        operation!(bulk_openings::preview_bulk_opening),
        operation!(imports::preview_import),
        operation!(members::reactivate_member),
        operation!(contacts::remove_contact),
        operation!(members::resend_member_invitation),
        operation!(clients::restore_client),
        operation!(contacts::restore_contact),
        operation!(clients::set_client_portal),
        operation!(bulk_openings::start_bulk_opening),
        operation!(imports::start_import),
        operation!(clients::update_client),
        operation!(contacts::update_contact),
        operation!(members::update_member),
    ]
}

/// The operations on what is done for clients.
fn work() -> Vec<Operation> {
    vec![
        operation!(tasks::announce_now),
        operation!(tasks::assign_task),
        operation!(requests::close_request),
        operation!(tasks::complete_file).asking_bucket(),
        operation!(requests::complete_request_file).asking_bucket(),
        operation!(tasks::complete_task),
        operation!(requests::convert_request),
        operation!(series::create_series),
        operation!(tasks::create_task),
        operation!(tasks::declare_file),
        operation!(requests::declare_request_file),
        operation!(tasks::digitise_files),
        operation!(tasks::download_file),
        operation!(requests::download_request_file),
        operation!(bulk_tasks::get_bulk_task),
        operation!(overview::get_overview),
        operation!(requests::get_request),
        operation!(series::get_series),
        operation!(tasks::get_task),
        operation!(notifications::list_notifications),
        operation!(requests::list_requests),
        operation!(series::list_series),
        operation!(tasks::list_tasks),
        operation!(notifications::mark_notifications_read),
        operation!(series::make_series_task),
        operation!(requests::mark_request_seen),
        operation!(tasks::mark_task_seen),
        operation!(tasks::post_message),
        operation!(requests::post_request_message),
        operation!(series::preview_recurrence),
        operation!(tasks::remind_now),
        operation!(requests::reopen_request),
        operation!(tasks::reopen_task),
        operation!(tasks::skip_reminder),
        operation!(series::skip_series_date),
        operation!(bulk_tasks::start_bulk_task),
        operation!(tasks::tick_checklist),
        operation!(series::update_series),
        operation!(tasks::update_task),
        operation!(tasks::withdraw_task),
    ]
}

/// The operations on the office itself, and on the member's own account.
fn office() -> Vec<Operation> {
    vec![
        operation!(portal::activate_portal),
        operation!(portal::check_portal_name),
        operation!(portal::complete_portal_image).asking_bucket(),
        operation!(portal::complete_welcome_video).asking_bucket(),
        operation!(templates::create_template),
        operation!(portal::deactivate_portal),
        operation!(portal::declare_portal_image),
        operation!(portal::declare_welcome_video),
        operation!(templates::delete_template),
        operation!(session::end_office_session),
        operation!(session::end_one_office_session),
        operation!(audit::export_audit_trail),
        operation!(notification_settings::get_notification_settings),
        operation!(session::get_office_session),
        operation!(settings::get_office_settings),
        operation!(profile::get_own_profile),
        operation!(portal::get_portal_settings),
        operation!(audit::list_audit_entries),
        operation!(session::list_office_sessions),
        operation!(templates::list_templates),
        operation!(portal::remove_portal_image),
        operation!(portal::remove_welcome_video),
        operation!(portal::save_portal_settings),
        operation!(notification_settings::update_notification_settings),
        operation!(settings::update_office_settings),
        operation!(profile::update_own_profile),
        operation!(templates::update_template),
    ]
}
