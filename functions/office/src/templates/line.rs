//! A line of the checklist that a template gives to each copy.

use serde::Deserialize;
use sild_domain::ShortText;
use utoipa::ToSchema;

/// A line of the checklist of each copy.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewTemplateLine)]
pub struct Line {
    /// What is to be done.
    pub text: ShortText,
}

/// What the lines say.
pub(super) fn texts(lines: Vec<Line>) -> Vec<ShortText> {
    lines.into_iter().map(|line| line.text).collect()
}
