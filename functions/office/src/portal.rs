//! The settings of the client portal, for admins and the owner.

pub mod activate_portal;
pub mod check_portal_name;
pub mod deactivate_portal;
pub mod get_portal_settings;
pub mod save_portal_settings;
