//! The date of a series that something is decided about.

use jiff::civil::Date;
use serde::Deserialize;
use utoipa::ToSchema;

/// The next date of a series, by its name.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeriesDate {
    /// Its nominal date.
    #[schema(value_type = String, format = Date)]
    pub nominal: Date,
}
