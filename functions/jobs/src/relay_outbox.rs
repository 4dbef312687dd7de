//! Fed by the table's stream: every outbox row that is not one mail.

use serde_json::Value;
use sild_app::Context;

use crate::stream::each_row;

/// Carries the rows of a batch out in order.
pub async fn relay_outbox(cx: Context, event: Value) -> Result<Value, String> {
    each_row(&cx, event).await
}
