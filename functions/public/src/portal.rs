//! The page of a portal.

mod not_found;
pub mod show_portal;
