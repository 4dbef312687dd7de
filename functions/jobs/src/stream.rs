//! A batch of the table's stream.

use aws_lambda_events::event::dynamodb::Event;
use serde_json::{Value, json};
use sild_app::{Context, outbox::carry_out};
use sild_store::outbox::{OutboxRecord, from_image};

use crate::event::read;

/// Carries the outbox rows of a batch out in order. The answer names the first that failed: Lambda delivers it and all
/// behind it again, splits the batch to find a bad one, and sets that one aside in the end.
pub(crate) async fn each_row(cx: &Context, event: Value) -> Result<Value, String> {
    let event = read::<Event>(event)?;
    for record in event.records {
        let sequence = record.change.sequence_number.unwrap_or_default();
        let outcome = match row_of(record.change.new_image) {
            Ok(row) => carry_out(cx, &row).await.map_err(|failure| failure.to_string()),
            Err(cause) => Err(cause),
        };
        if let Err(cause) = outcome {
            metrics::counter!("Failed").increment(1);
            tracing::error!(cause, sequence, "an outbox row failed");
            return Ok(json!({ "batchItemFailures": [{ "itemIdentifier": sequence }] }));
        }
    }
    Ok(json!({ "batchItemFailures": [] }))
}

fn row_of(image: serde_dynamo::Item) -> Result<OutboxRecord, String> {
    from_image(image.into()).map_err(|error| error.to_string())
}
