//! Fired once for an upload: what is in a picture or a welcome video (S6, S11).

use serde_json::{Value, json};
use sild_app::{Context, portal_media};

use crate::event::read;

/// Looks at the upload that the event names.
pub async fn check_portal_media(cx: Context, event: Value) -> Result<Value, String> {
    portal_media::check_portal_media(&cx, read(event)?).await.map_err(|failure| failure.to_string())?;
    Ok(json!({}))
}
