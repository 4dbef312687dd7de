//! Sample tasks that introduce the portal (S13, S14).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, Description, ShortText, TaskId, TemplateId, Title};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Version,
    key::{Key, Keys},
    record::from_item,
};

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
    /// The copy.
    pub task_id: TaskId,
}

impl Record for SampleGivenRecord {
    const ENT: &'static str = "sample_given";
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

/// Remembers that a client got its copy of a template. Refused as `sample_given`.
pub fn give(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: ClientId,
    template: TemplateId,
    given: &SampleGivenRecord,
) {
    let key =
        Key::new(format!("{}#C#{}", scope.partition(), client.key()), format!("TPL#{}", template.key()));
    transaction.put_new("sample_given", &Keys::new(key), given);
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
