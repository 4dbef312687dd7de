//! A line of the checklist that a series gives to each task.

use serde::Deserialize;
use sild_domain::ShortText;
use utoipa::ToSchema;

/// A line of the checklist of each task.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = NewSeriesLine)]
pub struct Line {
    /// What is to be done.
    pub text: ShortText,
}
