//! What contacts choose to be told of.

pub mod get_portal_notification_settings;
pub mod update_portal_notification_settings;
