//! Every type that appears on the wire describes itself, and names only what the document holds.

use std::collections::BTreeSet;

use serde_json::Value;
use sild_domain as domain;
use utoipa::{OpenApi, ToSchema};

#[derive(ToSchema)]
#[expect(dead_code, reason = "only the shape is looked at")]
struct Everything {
    office: domain::OfficeId,
    member: domain::MemberId,
    client: domain::ClientId,
    contact: domain::ContactId,
    task: domain::TaskId,
    request: domain::RequestId,
    series: domain::SeriesId,
    template: domain::TemplateId,
    message: domain::MessageId,
    file: domain::FileId,
    notification: domain::NotificationId,
    bulk_opening: domain::BulkOpeningId,
    address: domain::Email,
    person: domain::PersonName,
    company: domain::CompanyName,
    title: domain::Title,
    phone: domain::Phone,
    registry_code: domain::RegistryCode,
    body: domain::Body,
    description: domain::Description,
    line: domain::ShortText,
    file_name: domain::FileName,
    folder: domain::HttpsUrl,
    content_type: domain::ContentType,
    size_bytes: domain::FileSize,
    visibility: domain::Visibility,
    slug: domain::Slug,
    palette: domain::Palette,
    checklist: domain::Checklist,
    office_state: domain::OfficeState,
    portal_state: domain::PortalState,
    client_state: domain::ClientState,
    recurrence: domain::Recurrence,
    role: domain::Role,
    relation: domain::ClientRelation,
    language: domain::Language,
    time_zone: domain::TimeZoneName,
    profile_change: domain::ProfileChange,
    code: domain::login::Code,
}

#[derive(OpenApi)]
#[openapi(components(schemas(Everything)))]
struct Document;

fn references(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, field) in fields {
                match field {
                    Value::String(name) if key == "$ref" => {
                        found.extend(name.rsplit('/').next().map(str::to_owned));
                    }
                    _ => references(field, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| references(item, found)),
        _ => {}
    }
}

#[test]
fn every_schema_that_is_named_is_in_the_document() {
    let document = serde_json::to_value(Document::openapi()).unwrap();
    let schemas = document["components"]["schemas"].as_object().unwrap();
    let mut named = BTreeSet::new();
    references(&document, &mut named);
    assert!(named.len() > 40, "{named:?}");
    for name in named {
        assert!(schemas.contains_key(&name), "{name}");
    }
}

#[test]
fn every_schema_says_what_it_is() {
    let document = serde_json::to_value(Document::openapi()).unwrap();
    for (name, schema) in document["components"]["schemas"].as_object().unwrap() {
        if name != "Everything" {
            let description = schema["description"].as_str().unwrap_or_default();
            assert!(!description.is_empty(), "{name}");
            assert!(!description.starts_with(' '), "{name}");
        }
    }
}
