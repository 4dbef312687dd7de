//! Called by an operator until it is done: everything of an office goes.

use serde_json::Value;
use sild_app::{
    Context,
    personal_data::{self, EraseOffice},
};

/// Takes a part of the office away.
pub async fn erase_office(cx: Context, event: Value) -> Result<Value, String> {
    let event = serde_json::from_value::<EraseOffice>(event).map_err(|error| error.to_string())?;
    let answer = personal_data::erase_office(&cx, event).await.map_err(|refusal| refusal.to_string())?;
    serde_json::to_value(answer).map_err(|error| error.to_string())
}
