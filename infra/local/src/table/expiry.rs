//! Time to live, by the cloud's clock.

use std::time::Duration;

use dynoxide::actions::delete_item::DeleteItemRequest;
use dynoxide::actions::scan::ScanRequest;
use dynoxide::{DynoxideError, Item};
use jiff::Timestamp;
use serde_json::{Value, json};

use super::Table;
use crate::error::CloudError;

/// Items read while nobody else can read.
const PAGE: usize = 100;

/// Lets the requests in that waited for a page.
const BREATH: Duration = Duration::from_millis(1);

impl Table {
    /// Deletes the items whose time to live has passed by `now`, as DynamoDB does in the background.
    /// The scan stands in for DynamoDB's own; the product has none.
    pub(crate) fn remove_expired(&self, now: Timestamp) -> Result<usize, CloudError> {
        let shared = &self.0;
        let Some(attribute) = &shared.ttl_attribute else { return Ok(0) };
        let mut removed = 0_usize;
        let mut start: Option<Value> = None;
        loop {
            let mut request = json!({
                "TableName": shared.name,
                "Limit": PAGE,
                "FilterExpression": "#ttl < :now",
                "ProjectionExpression": projection(shared.keys.len()),
                "ExpressionAttributeNames": names(attribute, &shared.keys),
                "ExpressionAttributeValues": { ":now": { "N": now.as_second().to_string() } },
            });
            if let Some(key) = start.take() {
                request["ExclusiveStartKey"] = key;
            }
            let request: ScanRequest = read(request)?;
            let page = shared.database.scan(request).map_err(CloudError::table)?;
            for item in page.items.iter().flatten() {
                if self.remove(item, attribute, now)? {
                    removed = removed.saturating_add(1);
                }
            }
            match page.last_evaluated_key {
                Some(key) => {
                    start = Some(serde_json::to_value(key).map_err(CloudError::table)?);
                    std::thread::sleep(BREATH);
                }
                None => break,
            }
        }
        if removed > 0 {
            self.wrote();
        }
        Ok(removed)
    }

    /// Deletes the item unless its time was put off meanwhile.
    fn remove(&self, key: &Item, attribute: &str, now: Timestamp) -> Result<bool, CloudError> {
        let request: DeleteItemRequest = read(json!({
            "TableName": self.0.name,
            "Key": key,
            "ConditionExpression": "#ttl < :now",
            "ExpressionAttributeNames": { "#ttl": attribute },
            "ExpressionAttributeValues": { ":now": { "N": now.as_second().to_string() } },
        }))?;
        match self.0.database.delete_item(request) {
            Ok(_) => Ok(true),
            Err(DynoxideError::ConditionalCheckFailedException(..)) => Ok(false),
            Err(cause) => Err(CloudError::table(cause)),
        }
    }
}

fn names(attribute: &str, keys: &[String]) -> Value {
    let mut names = serde_json::Map::new();
    names.insert("#ttl".into(), attribute.into());
    for (place, key) in keys.iter().enumerate() {
        names.insert(format!("#k{place}"), key.clone().into());
    }
    Value::Object(names)
}

fn projection(keys: usize) -> String {
    (0..keys).map(|place| format!("#k{place}")).collect::<Vec<_>>().join(", ")
}

fn read<T: serde::de::DeserializeOwned>(request: Value) -> Result<T, CloudError> {
    serde_json::from_value(request).map_err(CloudError::table)
}
