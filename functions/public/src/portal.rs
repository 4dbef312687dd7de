//! The page of a portal.

pub mod show_portal;
