//! Called by an operator until it is done: everything about one person as one JSON document.

use serde_json::Value;
use sild_app::{Context, personal_data};

use crate::event::{answer, read};

/// Answers a part of the document.
pub async fn export_person(cx: Context, event: Value) -> Result<Value, String> {
    answer(personal_data::export_person(&cx, read(event)?).await)
}
