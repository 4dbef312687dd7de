//! Fed by the table's stream: outbox rows that are one mail to one address.

use serde_json::Value;
use sild_app::Context;

use crate::stream::each_row;

/// Sends the mails of a batch in order.
pub async fn send_mail(cx: Context, event: Value) -> Result<Value, String> {
    each_row(&cx, event).await
}
