//! Sample tasks that introduce the portal (S13, S14): what the office makes of them. Copies that were given to clients are
//! tasks of their own, which no change of a template reaches (S15).

mod built_in;
mod change;
mod list;
mod view;

pub(crate) use built_in::built_in;
pub use change::{NewTemplate, TemplateEdit, create_template, delete_template, update_template};
pub use list::list_templates;
pub use view::{Template, TemplateLine};
