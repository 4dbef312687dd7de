//! Called by an operator until it is done: everything of an office goes.

use serde_json::Value;
use sild_app::{Context, personal_data};

use crate::event::{answer, read};

/// Takes a part of the office away.
pub async fn erase_office(cx: Context, event: Value) -> Result<Value, String> {
    answer(personal_data::erase_office(&cx, read(event)?).await)
}
