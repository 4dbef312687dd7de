//! Fired once for a client and minute: the announcement mails (S33).

use serde_json::{Value, json};
use sild_app::{Context, announcements::announce};

use crate::event::read;

/// Announces what is due for the client that the event names.
pub async fn announce_tasks(cx: Context, event: Value) -> Result<Value, String> {
    announce(&cx, read(event)?).await.map_err(|failure| failure.to_string())?;
    Ok(json!({}))
}
