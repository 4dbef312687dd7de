//! The settings of the client portal, for admins and the owner.

pub mod activate_portal;
pub mod check_portal_name;
pub mod complete_portal_image;
pub mod complete_welcome_video;
pub mod deactivate_portal;
pub mod declare_portal_image;
pub mod declare_welcome_video;
pub mod get_portal_settings;
pub mod remove_portal_image;
pub mod remove_welcome_video;
pub mod save_portal_settings;
