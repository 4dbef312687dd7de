//! Called by an operator until it is done: what is personal of one person goes.

use serde_json::Value;
use sild_app::{
    Context,
    personal_data::{self, ErasePerson},
};

/// Takes a part of the person away.
pub async fn erase_person(cx: Context, event: Value) -> Result<Value, String> {
    let event = serde_json::from_value::<ErasePerson>(event).map_err(|error| error.to_string())?;
    let answer = personal_data::erase_person(&cx, event).await.map_err(|refusal| refusal.to_string())?;
    serde_json::to_value(answer).map_err(|error| error.to_string())
}
