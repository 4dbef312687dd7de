//! What members see and change of themselves.

pub mod get_own_profile;
pub mod update_own_profile;
