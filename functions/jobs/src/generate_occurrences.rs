//! Fired daily for an office at 06:00 in its time zone: the tasks that its series owe (S41).

use serde::Deserialize;
use serde_json::{Value, json};
use sild_app::{Context, series};
use sild_domain::OfficeId;

use crate::event::read;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Event {
    office_id: OfficeId,
}

/// Makes every task that is due by today and was not made.
pub async fn generate_occurrences(cx: Context, event: Value) -> Result<Value, String> {
    let event = read::<Event>(event)?;
    series::generate_due(&cx, event.office_id).await.map_err(|failure| failure.to_string())?;
    Ok(json!({}))
}
