//! DynamoDB: the table in a SQLite file or in memory, its stream and its expiry.

mod endpoint;
mod expiry;
mod tokens;
mod upkeep;

use std::path::Path;
use std::sync::Arc;

use dynoxide::Database;
use dynoxide::actions::create_table::CreateTableRequest;
use dynoxide::actions::describe_table::DescribeTableRequest;
use dynoxide::actions::get_records::GetRecordsRequest;
use dynoxide::actions::get_shard_iterator::GetShardIteratorRequest;
use dynoxide::actions::update_time_to_live::UpdateTimeToLiveRequest;
use serde_json::{Value, json};
use tokio::sync::watch;

pub(crate) use endpoint::router;

use crate::endpoints::{ACCOUNT, REGION};
use crate::error::CloudError;
use upkeep::Upkeep;

/// The one table. Clones share it.
#[derive(Clone)]
pub(crate) struct Table(Arc<Shared>);

struct Shared {
    database: Database,
    name: String,
    keys: Vec<String>,
    stream_arn: String,
    ttl_attribute: Option<String>,
    writes: watch::Sender<u64>,
    /// Only a table on disk outgrows its welcome.
    upkeep: Option<Upkeep>,
}

/// A stream record as a Lambda function gets it.
pub(crate) struct StreamRecord {
    pub(crate) sequence_number: String,
    pub(crate) event: Value,
}

impl Table {
    /// Opens the table, making it when it is not there yet.
    pub(crate) fn open(
        file: Option<&Path>,
        definition: &Value,
        ttl_attribute: Option<&str>,
    ) -> Result<Self, CloudError> {
        let database = match file {
            Some(file) => Database::new(&file.to_string_lossy()).map_err(CloudError::table)?,
            None => Database::memory().map_err(CloudError::table)?,
        };
        let name = text(definition, "TableName")
            .ok_or_else(|| CloudError::Table("the definition has no TableName".into()))?;
        let keys = key_names(definition);
        if database.get_table_metadata(&name).map_err(CloudError::table)?.is_none() {
            create(&database, definition, &name, ttl_attribute)?;
        }
        let stream_arn = describe(&database, &name, definition)?;
        let upkeep = file.map(Upkeep::open).transpose()?;
        Ok(Self(Arc::new(Shared {
            database,
            name,
            keys,
            stream_arn,
            ttl_attribute: ttl_attribute.map(str::to_owned),
            writes: watch::Sender::new(0),
            upkeep,
        })))
    }

    pub(crate) fn database(&self) -> Database {
        self.0.database.clone()
    }

    /// Changes whenever a write has passed the endpoint.
    pub(crate) fn writes(&self) -> watch::Receiver<u64> {
        self.0.writes.subscribe()
    }

    fn wrote(&self) {
        self.0.writes.send_modify(|count| *count = count.wrapping_add(1));
    }

    /// The stream's records after `position`, oldest first, at most `limit`.
    pub(crate) fn stream_records(
        &self,
        position: Option<&str>,
        limit: usize,
    ) -> Result<Vec<StreamRecord>, CloudError> {
        let shared = &self.0;
        let request = GetShardIteratorRequest {
            stream_arn: shared.stream_arn.clone(),
            shard_id: dynoxide::streams::shard_id(&shared.name),
            shard_iterator_type: if position.is_some() { "AFTER_SEQUENCE_NUMBER" } else { "TRIM_HORIZON" }
                .into(),
            sequence_number: position.map(str::to_owned),
        };
        let Some(shard_iterator) =
            shared.database.get_shard_iterator(request).map_err(CloudError::table)?.shard_iterator
        else {
            return Ok(Vec::new());
        };
        let page = shared
            .database
            .get_records(GetRecordsRequest { shard_iterator, limit: Some(limit) })
            .map_err(CloudError::table)?;
        page.records
            .iter()
            .map(|record| {
                let mut event = serde_json::to_value(record).map_err(CloudError::table)?;
                event["awsRegion"] = json!(REGION);
                event["eventSourceARN"] = json!(stream_arn(&shared.stream_arn));
                Ok(StreamRecord { sequence_number: record.dynamodb.sequence_number.clone(), event })
            })
            .collect()
    }

    /// Lets go of stream records that every consumer has dealt with.
    pub(crate) fn forget_stream_before(&self, position: &str) -> Result<(), CloudError> {
        match &self.0.upkeep {
            Some(upkeep) => upkeep.forget_stream_before(&self.0.name, position),
            None => Ok(()),
        }
    }
}

fn create(
    database: &Database,
    definition: &Value,
    name: &str,
    ttl_attribute: Option<&str>,
) -> Result<(), CloudError> {
    let request: CreateTableRequest =
        serde_json::from_value(definition.clone()).map_err(CloudError::table)?;
    database.create_table(request).map_err(CloudError::table)?;
    if let Some(attribute) = ttl_attribute {
        let request: UpdateTimeToLiveRequest = serde_json::from_value(json!({
            "TableName": name,
            "TimeToLiveSpecification": { "AttributeName": attribute, "Enabled": true },
        }))
        .map_err(CloudError::table)?;
        database.update_time_to_live(request).map_err(CloudError::table)?;
    }
    Ok(())
}

/// The stream's ARN, once the table is seen to be the one that the definition describes.
fn describe(database: &Database, name: &str, definition: &Value) -> Result<String, CloudError> {
    let request: DescribeTableRequest =
        serde_json::from_value(json!({ "TableName": name })).map_err(CloudError::table)?;
    let described = database.describe_table(request).map_err(CloudError::table)?;
    let described = serde_json::to_value(described).map_err(CloudError::table)?;
    let table = &described["Table"];
    if shape(table) != shape(definition) {
        return Err(CloudError::Table(
            "the data folder was made by another version, with other keys or indexes; start with an empty one".into(),
        ));
    }
    text(table, "LatestStreamArn").ok_or_else(|| CloudError::Table("the table has no stream".into()))
}

/// The keys of the table and of each index, in an order that two descriptions share.
fn shape(definition: &Value) -> Vec<(String, Vec<String>)> {
    let mut found = vec![(String::new(), key_names(definition))];
    for index in definition["GlobalSecondaryIndexes"].as_array().into_iter().flatten() {
        found.push((text(index, "IndexName").unwrap_or_default(), key_names(index)));
    }
    found.sort();
    found
}

fn key_names(definition: &Value) -> Vec<String> {
    let keys = definition["KeySchema"].as_array().into_iter().flatten();
    keys.filter_map(|key| text(key, "AttributeName")).collect()
}

fn text(value: &Value, key: &str) -> Option<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned)
}

/// The stream's ARN in the cloud's own region and account.
fn stream_arn(inner: &str) -> String {
    match inner.split_once(":table/") {
        Some((_, rest)) => format!("arn:aws:dynamodb:{REGION}:{ACCOUNT}:table/{rest}"),
        None => inner.to_owned(),
    }
}
