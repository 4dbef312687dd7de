//! Called by an operator until it is done: everything of an office as JSON Lines in the bucket.

use serde_json::Value;
use sild_app::{Context, personal_data};

use crate::event::{answer, read};

/// Writes a part of the export.
pub async fn export_office(cx: Context, event: Value) -> Result<Value, String> {
    answer(personal_data::export_office(&cx, read(event)?).await)
}
