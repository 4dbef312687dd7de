//! Fed by the table's stream: every change of what the audit trail tells of (S67).

use aws_lambda_events::event::dynamodb::{Event, EventRecord};
use jiff::Timestamp;
use serde_json::{Value, json};
use sild_app::{Context, audit};
use sild_store::audit::ChangedItem;

use crate::event::read;

/// Records the changes of a batch. The answer names those that failed: Lambda delivers the first of them and all behind it
/// again, which changes nothing of what was recorded, and sets aside in the end what fails each time.
pub async fn record_changes(cx: Context, event: Value) -> Result<Value, String> {
    let event = read::<Event>(event)?;
    let (mut sequences, mut told) = (Vec::new(), Vec::new());
    for record in event.records {
        sequences.push(record.change.sequence_number.clone().unwrap_or_default());
        told.push(changed(record)?);
    }
    let outcomes = audit::record_changes(&cx, &told).await;
    let failed = sequences.into_iter().zip(outcomes).filter_map(|(sequence, outcome)| {
        let cause = outcome.err()?.to_string();
        metrics::counter!("Failed").increment(1);
        tracing::error!(cause, sequence, "a change was not recorded");
        Some(json!({ "itemIdentifier": sequence }))
    });
    Ok(json!({ "batchItemFailures": failed.collect::<Vec<_>>() }))
}

fn changed(record: EventRecord) -> Result<ChangedItem, String> {
    let told = record.change.approximate_creation_date_time.timestamp_millis();
    let at = Timestamp::from_millisecond(told).map_err(|error| error.to_string())?;
    let sequence = record.change.sequence_number.ok_or("a record without its sequence number")?;
    Ok(ChangedItem::new(sequence, at, record.change.old_image.into(), record.change.new_image.into()))
}
