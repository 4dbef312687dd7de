//! Sample tasks.

pub mod create_template;
pub mod delete_template;
mod line;
pub mod list_templates;
pub mod update_template;
