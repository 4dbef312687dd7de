//! Fired daily for an office at its hour: the reminders that are due on this working day (S62).

use serde_json::{Value, json};
use sild_app::{Context, reminders};

use crate::event::read;

/// Writes a mail for each contact who is to be reminded.
pub async fn send_reminders(cx: Context, event: Value) -> Result<Value, String> {
    reminders::send_reminders(&cx, read(event)?).await.map_err(|failure| failure.to_string())?;
    Ok(json!({}))
}
