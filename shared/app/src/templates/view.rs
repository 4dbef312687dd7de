//! Templates as admins and the owner see them.

use serde::{Deserialize, Serialize};
use sild_domain::TemplateId;
use sild_store::{Version, templates::TemplateRecord};
use utoipa::ToSchema;

/// A line of the checklist of each copy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TemplateLine {
    /// What is to do.
    pub text: String,
}

/// A sample task that clients get a copy of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Template {
    /// Its id.
    pub id: TemplateId,
    /// The title of each copy.
    pub title: String,
    /// The description of each copy.
    pub description: String,
    /// The checklist of each copy.
    pub checklist: Vec<TemplateLine>,
    /// Whether contacts may tick the checklist of each copy.
    pub client_may_tick: bool,
    /// For `If-Match`.
    pub version: Version,
}

impl Template {
    /// A template as it is.
    #[must_use]
    pub fn of(template: &TemplateRecord) -> Self {
        Self {
            id: template.id,
            title: template.title.to_string(),
            description: template.description.to_string(),
            checklist: template
                .checklist
                .iter()
                .map(|text| TemplateLine { text: text.to_string() })
                .collect(),
            client_may_tick: template.client_may_tick,
            version: template.v,
        }
    }
}
