//! Called by an operator until it is done: everything of an office as JSON Lines in the bucket.

use serde_json::Value;
use sild_app::{
    Context,
    personal_data::{self, ExportOffice},
};

/// Writes a part of the export.
pub async fn export_office(cx: Context, event: Value) -> Result<Value, String> {
    let event = serde_json::from_value::<ExportOffice>(event).map_err(|error| error.to_string())?;
    let answer = personal_data::export_office(&cx, event).await.map_err(|refusal| refusal.to_string())?;
    serde_json::to_value(answer).map_err(|error| error.to_string())
}
