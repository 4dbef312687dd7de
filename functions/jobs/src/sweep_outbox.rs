//! Fired every five minutes: what the stream or a schedule left undone.

use serde_json::Value;
use sild_app::{Context, sweep::sweep};

use crate::event::answer;

/// Sweeps, and answers what was found.
pub async fn sweep_outbox(cx: Context, _event: Value) -> Result<Value, String> {
    answer(sweep(&cx).await)
}
