//! What the member who asks was told in the app.

pub mod list_notifications;
pub mod mark_notifications_read;
