//! The table as it is created on one machine and in tests. A test holds it against `template.yaml`.

use serde_json::{Value, json};

use crate::key::Index;

/// The attribute by which DynamoDB forgets items in time: Unix seconds.
pub const TTL_ATTRIBUTE: &str = "ttl";

/// What the portal's index shows of a task or a request: the only attributes that a list for contacts can contain.
pub const PORTAL_ATTRIBUTES: [&str; 18] = [
    "ent",
    "id",
    "client_id",
    "title",
    "due",
    "office",
    "portal",
    "client",
    "activity",
    "seen",
    "is_sample",
    "checklist_done",
    "checklist_total",
    "portal_messages",
    "portal_files",
    "subject",
    "state",
    "created_at",
];

/// The body of the `CreateTable` call.
#[must_use]
pub fn create_table(name: &str) -> Value {
    let attributes = ["pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk", "gsi3pk", "gsi3sk"]
        .map(|attribute| json!({ "AttributeName": attribute, "AttributeType": "S" }));
    let indexes = [Index::Gsi1, Index::Gsi2, Index::Gsi3].map(|index| {
        json!({
            "IndexName": index.name(),
            "KeySchema": key_schema(index.pk(), index.sk()),
            "Projection": projection(index),
        })
    });
    json!({
        "TableName": name,
        "BillingMode": "PAY_PER_REQUEST",
        "StreamSpecification": { "StreamEnabled": true, "StreamViewType": "NEW_AND_OLD_IMAGES" },
        "AttributeDefinitions": attributes,
        "KeySchema": key_schema("pk", "sk"),
        "GlobalSecondaryIndexes": indexes,
    })
}

fn key_schema(pk: &str, sk: &str) -> Value {
    json!([{ "AttributeName": pk, "KeyType": "HASH" }, { "AttributeName": sk, "KeyType": "RANGE" }])
}

fn projection(index: Index) -> Value {
    match index {
        Index::Gsi1 | Index::Gsi2 => json!({ "ProjectionType": "ALL" }),
        Index::Gsi3 => json!({ "ProjectionType": "INCLUDE", "NonKeyAttributes": PORTAL_ATTRIBUTES }),
    }
}
