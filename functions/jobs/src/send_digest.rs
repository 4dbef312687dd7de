//! Fired once for a person and minute: one mail with what happened close together.

use serde_json::{Value, json};
use sild_app::{Context, digests};

use crate::event::read;

/// Mails what waits for the person whom the event names.
pub async fn send_digest(cx: Context, event: Value) -> Result<Value, String> {
    digests::send_digest(&cx, read(event)?).await.map_err(|failure| failure.to_string())?;
    Ok(json!({}))
}
