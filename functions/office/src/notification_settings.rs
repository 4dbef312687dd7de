//! What members choose to be told of.

pub mod get_notification_settings;
pub mod update_notification_settings;
