//! The settings of the office.

pub mod get_office_settings;
pub mod update_office_settings;
