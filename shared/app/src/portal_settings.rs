//! The client portal of an office: switching it on and off, its name, colour and text (part A of the requirements).

mod activate;
mod name;
mod read;
mod save;
mod view;

pub use activate::{activate_portal, deactivate_portal};
pub use name::{NameCheck, NameReason, check_portal_name};
pub use read::get_portal_settings;
pub use save::{NewPortalSettings, save_portal_settings};
pub use view::PortalSettings;
