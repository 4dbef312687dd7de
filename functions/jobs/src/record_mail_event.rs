//! Fired by what SES tells of mails that left: one came back, or was called spam.

use serde_json::{Value, json};
use sild_app::{Context, mail_events};

use crate::event::read;

/// Remembers what the event says of the address.
pub async fn record_mail_event(cx: Context, event: Value) -> Result<Value, String> {
    mail_events::record_mail_event(&cx, read(event)?).await.map_err(|failure| failure.to_string())?;
    Ok(json!({}))
}
