//! Fired once for an order: files of a task are mailed to be digitised (S61).

use serde_json::{Value, json};
use sild_app::{Context, digitisation};

use crate::event::read;

/// Sends what of the order is still queued.
pub async fn send_digitisation(cx: Context, event: Value) -> Result<Value, String> {
    digitisation::send_digitisation(&cx, read(event)?).await.map_err(|failure| failure.to_string())?;
    Ok(json!({}))
}
