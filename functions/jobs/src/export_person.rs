//! Called by an operator until it is done: everything about one person as one JSON document.

use serde_json::Value;
use sild_app::{
    Context,
    personal_data::{self, ExportPerson},
};

/// Answers a part of the document.
pub async fn export_person(cx: Context, event: Value) -> Result<Value, String> {
    let event = serde_json::from_value::<ExportPerson>(event).map_err(|error| error.to_string())?;
    let answer = personal_data::export_person(&cx, event).await.map_err(|refusal| refusal.to_string())?;
    serde_json::to_value(answer).map_err(|error| error.to_string())
}
