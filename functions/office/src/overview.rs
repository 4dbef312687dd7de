//! The office at a glance.

pub mod get_overview;
