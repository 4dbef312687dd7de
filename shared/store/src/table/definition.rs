//! The table as it is created on one machine and in tests. A test holds it against `template.yaml`.

use aws_sdk_dynamodb::{
    error::BuildError,
    operation::create_table::{CreateTableInput, builders::CreateTableInputBuilder},
    types::{
        AttributeDefinition, BillingMode, GlobalSecondaryIndex, KeySchemaElement, KeyType, Projection,
        ProjectionType, ScalarAttributeType, StreamSpecification, StreamViewType,
    },
};

use crate::key::Index;

/// The attribute by which DynamoDB forgets items in time.
pub const TTL_ATTRIBUTE: &str = "ttl";

/// What the portal's index shows of a task or request: the only attributes that a list for contacts can contain.
pub const PORTAL_ATTRIBUTES: [&str; 15] = [
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
];

/// The request that creates the table.
///
/// # Errors
/// Never in practice: [`BuildError`] when a part of the definition is missing.
pub fn create_table(name: &str) -> Result<CreateTableInput, BuildError> {
    let mut table = CreateTableInputBuilder::default()
        .table_name(name)
        .billing_mode(BillingMode::PayPerRequest)
        .stream_specification(
            StreamSpecification::builder()
                .stream_enabled(true)
                .stream_view_type(StreamViewType::NewImage)
                .build()?,
        );
    for attribute in ["pk", "sk", "gsi1pk", "gsi1sk", "gsi2pk", "gsi2sk", "gsi3pk", "gsi3sk"] {
        table = table.attribute_definitions(
            AttributeDefinition::builder()
                .attribute_name(attribute)
                .attribute_type(ScalarAttributeType::S)
                .build()?,
        );
    }
    table = table.key_schema(key("pk", KeyType::Hash)?).key_schema(key("sk", KeyType::Range)?);
    for index in [Index::Gsi1, Index::Gsi2, Index::Gsi3] {
        let projection = match index {
            Index::Gsi1 | Index::Gsi2 => Projection::builder().projection_type(ProjectionType::All).build(),
            Index::Gsi3 => Projection::builder()
                .projection_type(ProjectionType::Include)
                .set_non_key_attributes(Some(PORTAL_ATTRIBUTES.map(str::to_owned).to_vec()))
                .build(),
        };
        table = table.global_secondary_indexes(
            GlobalSecondaryIndex::builder()
                .index_name(index.name())
                .key_schema(key(index.pk(), KeyType::Hash)?)
                .key_schema(key(index.sk(), KeyType::Range)?)
                .projection(projection)
                .build()?,
        );
    }
    table.build()
}

fn key(name: &str, kind: KeyType) -> Result<KeySchemaElement, BuildError> {
    KeySchemaElement::builder().attribute_name(name).key_type(kind).build()
}
