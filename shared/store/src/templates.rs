//! Sample tasks that introduce the portal (S13, S14).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ClientId, Description, ShortText, TaskId, TemplateId, Title};

use crate::{
    OfficeScope, Page, PageRequest, Record, StoreError, Table, Transaction, Update, Version,
    key::{Key, Keys},
    offices,
    record::from_item,
};

/// How many templates an office may make, so that the copies of all, and of the one that comes with the product, fit into
/// the transaction that opens a client.
pub const TEMPLATES_MAX: usize = 20;
/// How many lines a template's checklist may have, for the same reason.
pub const TEMPLATE_LINES_MAX: usize = 20;
/// How many templates are given out at most.
pub const TEMPLATES_GIVEN_MAX: usize = TEMPLATES_MAX + 1;

/// The attribute of the office's item that counts its templates; saving the settings leaves it alone.
pub(crate) const COUNT: &str = "template_count";

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
    /// Whether contacts may tick the checklist of each copy; those of before it could be chosen may.
    #[serde(default = "may_tick")]
    pub client_may_tick: bool,
    /// Since when.
    pub created_at: Timestamp,
    /// Rises with each edit.
    pub v: Version,
}

const fn may_tick() -> bool {
    true
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

/// A part of the templates of the office, in the order of their making.
///
/// # Errors
/// [`StoreError`]
pub async fn page(
    table: &Table,
    scope: &OfficeScope,
    request: &PageRequest,
) -> Result<Page<TemplateRecord>, StoreError> {
    let office = scope.partition();
    let page = table.query(&office).begins_with("TPL#").page(request, |sk| Key::new(&office, sk)).await?;
    let items = page.items.into_iter().map(from_item).collect::<Result<_, _>>()?;
    Ok(Page { items, next: page.next })
}

/// Reads one template.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    template: TemplateId,
) -> Result<Option<TemplateRecord>, StoreError> {
    table.get(&template_key(scope, template)).await
}

/// Writes a new template and counts it. Refused as `template_exists`, or as `too_many_templates` once the office has
/// [`TEMPLATES_MAX`].
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, template: &TemplateRecord) {
    let counted = Update::new(&offices::office_key(scope.office()))
        .add(COUNT, 1)
        .when_exists()
        .when_absent_or_below(COUNT, TEMPLATES_MAX);
    transaction.update("too_many_templates", counted);
    put_new(transaction, scope, template);
}

fn put_new(transaction: &mut Transaction<'_>, scope: &OfficeScope, template: &TemplateRecord) {
    transaction.put_new("template_exists", &Keys::new(template_key(scope, template.id)), template);
}

/// Writes a changed template if it still has the version that it was read with; the copies that were given stay.
pub fn save(transaction: &mut Transaction<'_>, scope: &OfficeScope, template: &TemplateRecord) {
    let keys = Keys::new(template_key(scope, template.id));
    let update =
        Update::new(&keys.primary).save(&keys, template, &["v", "id", "created_at"]).at_version(template.v);
    transaction.update("version_mismatch", update);
}

/// Removes a template and counts it off; the copies that were given stay. Refused as `template_gone`.
pub fn delete(transaction: &mut Transaction<'_>, scope: &OfficeScope, template: TemplateId) {
    transaction.delete_existing("template_gone", &template_key(scope, template));
    let counted = Update::new(&offices::office_key(scope.office())).add(COUNT, -1).when_exists();
    transaction.update("office_gone", counted);
}

/// Writes the template that comes with the product, once in an office's life; the caller counts it with the office itself,
/// as the same transaction saves that. Refused as `built_in_given`.
pub fn create_built_in(transaction: &mut Transaction<'_>, scope: &OfficeScope, template: &TemplateRecord) {
    let key = Key::new(scope.partition(), "BUILT_IN_TPL");
    let given = BuiltInGivenRecord { template_id: template.id };
    transaction.put_new("built_in_given", &Keys::new(key), &given);
    put_new(transaction, scope, template);
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
