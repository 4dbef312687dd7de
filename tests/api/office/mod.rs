//! The operations of the office app.

mod activate_portal;
mod archive_client;
mod check_portal_name;
mod contacts;
mod create_client;
mod create_contact;
mod deactivate_portal;
mod end_office_session;
mod exports;
mod get_bulk_opening;
mod get_client;
mod get_office_session;
mod get_portal_settings;
mod imports;
mod list_clients;
mod list_notifications;
mod mark_notifications_read;
mod members;
mod preview_bulk_opening;
mod save_portal_settings;
mod series;
mod set_client_portal;
mod start_bulk_opening;
pub(crate) mod support;
mod tasks;
mod update_client;
mod update_contact;
