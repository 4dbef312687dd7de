//! Fired every five minutes: what the stream or a schedule left undone.

use serde_json::Value;
use sild_app::{Context, sweep::sweep};

/// Sweeps, and answers what was found.
pub async fn sweep_outbox(cx: Context, _event: Value) -> Result<Value, String> {
    let swept = sweep(&cx).await.map_err(|failure| failure.to_string())?;
    serde_json::to_value(swept).map_err(|error| error.to_string())
}
