//! Sample tasks that introduce the portal (S13, S14).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, Description, ShortText, TaskId, TemplateId, Title};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Version,
    key::{Key, Keys},
    record::from_item,
};

/// How many templates an office may have, so that the copies of all fit into the transaction that opens a client.
pub const TEMPLATES_MAX: usize = 20;

/// A sample task to be copied.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TemplateRecord {
    /// Its id.
    pub id: TemplateId,
    /// The title of each copy.
    pub title: Title,
    /// The description of each copy.
    pub description: Description,
    /// The checklist of each copy.
    pub checklist: Vec<ShortText>,
    /// Since when.
    pub created_at: Timestamp,
    /// Rises with each edit.
    pub v: Version,
}

impl Record for TemplateRecord {
    const ENT: &'static str = "template";
}

/// That a client got its copy of a template (S21): giving it again repeats nothing.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SampleGivenRecord {
    /// The client.
    pub client_id: ClientId,
    /// The template.
    pub template_id: TemplateId,
    /// The copy.
    pub task_id: TaskId,
}

impl Record for SampleGivenRecord {
    const ENT: &'static str = "sample_given";
}

/// That the office got the template that comes with the product, even if it deleted it since.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct BuiltInGivenRecord {
    template_id: TemplateId,
}

impl Record for BuiltInGivenRecord {
    const ENT: &'static str = "built_in_given";
}

fn given_key(scope: &OfficeScope, client: ClientId, template: TemplateId) -> Key {
    Key::new(format!("{}#C#{}", scope.partition(), client.key()), format!("TPL#{}", template.key()))
}

fn template_key(scope: &OfficeScope, template: TemplateId) -> Key {
    Key::new(scope.partition(), format!("TPL#{}", template.key()))
}

/// All templates of the office.
///
/// # Errors
/// [`StoreError`]
pub async fn list(table: &Table, scope: &OfficeScope) -> Result<Vec<TemplateRecord>, StoreError> {
    let items = table.query(scope.partition()).begins_with("TPL#").all().await?;
    items.into_iter().map(from_item).collect()
}

/// Writes a new template. Refused as `template_exists`.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, template: &TemplateRecord) {
    transaction.put_new("template_exists", &Keys::new(template_key(scope, template.id)), template);
}

/// Writes the template that comes with the product, once in an office's life. Refused as `built_in_given`.
pub fn create_built_in(transaction: &mut Transaction<'_>, scope: &OfficeScope, template: &TemplateRecord) {
    let key = Key::new(scope.partition(), "BUILT_IN_TPL");
    let given = BuiltInGivenRecord { template_id: template.id };
    transaction.put_new("built_in_given", &Keys::new(key), &given);
    create(transaction, scope, template);
}

/// Remembers that a client got its copy of a template. Refused as `sample_given`.
pub fn give(transaction: &mut Transaction<'_>, scope: &OfficeScope, given: &SampleGivenRecord) {
    let key = given_key(scope, given.client_id, given.template_id);
    transaction.put_new("sample_given", &Keys::new(key), given);
}

/// Which of these templates which of these clients got copies of. In no order.
///
/// # Errors
/// [`StoreError`]
pub async fn given_among(
    table: &Table,
    scope: &OfficeScope,
    clients: &[ClientId],
    templates: &[TemplateRecord],
) -> Result<Vec<SampleGivenRecord>, StoreError> {
    let keys = clients
        .iter()
        .flat_map(|client| templates.iter().map(|template| given_key(scope, *client, template.id)))
        .collect::<Vec<_>>();
    if keys.is_empty() { Ok(Vec::new()) } else { table.get_many(&keys).await }
}

/// Which templates a client has got copies of.
///
/// # Errors
/// [`StoreError`]
pub async fn given_to(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
) -> Result<Vec<TaskId>, StoreError> {
    let pk = format!("{}#C#{}", scope.partition(), client.key());
    let items = table.query(pk).begins_with("TPL#").all().await?;
    items.into_iter().map(|item| from_item::<SampleGivenRecord>(item).map(|given| given.task_id)).collect()
}
