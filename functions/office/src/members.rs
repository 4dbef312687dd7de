//! The people of the office.

pub mod list_members;
