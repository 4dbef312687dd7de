//! Fired once for a person and minute: one mail with what happened close together.

use serde_json::{Value, json};
use sild_app::{
    Context,
    digests::{self, SendDigest},
};

/// Mails what waits for the person whom the event names.
pub async fn send_digest(cx: Context, event: Value) -> Result<Value, String> {
    let event = serde_json::from_value::<SendDigest>(event).map_err(|error| error.to_string())?;
    digests::send_digest(&cx, event).await.map_err(|failure| failure.to_string())?;
    Ok(json!({}))
}
