//! Called by an operator until it is done: what is personal of one person goes.

use serde_json::Value;
use sild_app::{Context, personal_data};

use crate::event::{answer, read};

/// Takes a part of the person away.
pub async fn erase_person(cx: Context, event: Value) -> Result<Value, String> {
    answer(personal_data::erase_person(&cx, read(event)?).await)
}
