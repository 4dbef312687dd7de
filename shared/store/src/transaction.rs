//! Writes: one update, and all-or-nothing transactions whose every condition has a name.

use std::{collections::HashMap, time::Duration};

use aws_sdk_dynamodb::{
    Client,
    error::SdkError,
    operation::transact_write_items::TransactWriteItemsError,
    types::{
        AttributeValue, ConditionCheck, Delete, Put, ReturnValuesOnConditionCheckFailure, TransactWriteItem,
        Update as UpdateAction,
    },
};
use serde::Serialize;

use crate::{
    acting, audit,
    error::StoreError,
    key::{Key, Keys},
    record::{Item, Record, Version, to_item},
};

/// How often a transaction that met another one is tried again, and how long it waits first; the wait doubles.
const CONFLICT_TRIES: u32 = 6;
const CONFLICT_WAIT: Duration = Duration::from_millis(15);

/// Why a transaction wrote nothing.
#[derive(Debug, thiserror::Error)]
pub enum TransactionError {
    /// A condition did not hold: the name that the use case gave it, and the item that stood there.
    #[error("the condition `{label}` did not hold")]
    Refused {
        /// The name of the first condition that failed.
        label: &'static str,
        /// The item that failed it, where there is one.
        found: Option<Item>,
    },
    /// Other transactions held the same items the whole time; nothing was written, trying again is safe.
    #[error("the items were busy")]
    Busy,
    /// The call itself failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// The expressions of an update, ready for either call that takes one.
#[derive(Debug)]
pub(crate) struct UpdateParts {
    pub(crate) key: Item,
    pub(crate) update: String,
    pub(crate) condition: Option<String>,
    pub(crate) names: HashMap<String, String>,
    pub(crate) values: Option<HashMap<String, AttributeValue>>,
}

/// A change of one item, with the conditions under which it may happen.
#[derive(Debug)]
pub struct Update {
    key: Key,
    sets: Vec<String>,
    adds: Vec<String>,
    removes: Vec<String>,
    conditions: Vec<String>,
    names: HashMap<String, String>,
    values: HashMap<String, AttributeValue>,
    failure: Option<StoreError>,
}

impl Update {
    pub(crate) fn new(key: &Key) -> Self {
        Self {
            key: key.clone(),
            sets: Vec::new(),
            adds: Vec::new(),
            removes: Vec::new(),
            conditions: Vec::new(),
            names: HashMap::new(),
            values: HashMap::new(),
            failure: None,
        }
    }

    fn name(&mut self, path: &str) -> String {
        path.split('.')
            .map(|part| {
                let known =
                    self.names.iter().find(|(_, name)| name.as_str() == part).map(|(mark, _)| mark.clone());
                known.unwrap_or_else(|| {
                    let mark = format!("#n{}", self.names.len());
                    self.names.insert(mark.clone(), part.to_owned());
                    mark
                })
            })
            .collect::<Vec<_>>()
            .join(".")
    }

    fn value(&mut self, value: impl Serialize) -> String {
        match serde_dynamo::to_attribute_value::<_, AttributeValue>(value) {
            Ok(value) => self.raw(value),
            Err(error) => {
                self.failure = Some(StoreError::Shape { ent: "update", cause: error.to_string() });
                ":failed".to_owned()
            }
        }
    }

    fn raw(&mut self, value: AttributeValue) -> String {
        let mark = format!(":v{}", self.values.len());
        self.values.insert(mark.clone(), value);
        mark
    }

    /// Sets an attribute; `path` may go into a map with dots.
    #[must_use]
    pub fn set(mut self, path: &str, value: impl Serialize) -> Self {
        let (name, value) = (self.name(path), self.value(value));
        self.sets.push(format!("{name} = {value}"));
        self
    }

    /// Sets an attribute that is not there; one that is stays as it is.
    #[must_use]
    pub fn set_once(mut self, path: &str, value: impl Serialize) -> Self {
        let (name, value) = (self.name(path), self.value(value));
        self.sets.push(format!("{name} = if_not_exists({name}, {value})"));
        self
    }

    /// Adds to a number; one that is not there counts as 0.
    #[must_use]
    pub fn add(mut self, name: &str, amount: i64) -> Self {
        if amount != 0 {
            let (name, value) = (self.name(name), self.value(amount));
            self.adds.push(format!("{name} {value}"));
        }
        self
    }

    /// Adds one to a number, inside a map too; one that is not there counts as 0.
    #[must_use]
    pub fn increment(mut self, path: &str) -> Self {
        let (name, none, one) = (self.name(path), self.value(0), self.value(1));
        self.sets.push(format!("{name} = if_not_exists({name}, {none}) + {one}"));
        self
    }

    /// Removes an attribute.
    #[must_use]
    pub fn remove(mut self, path: &str) -> Self {
        let name = self.name(path);
        self.removes.push(name);
        self
    }

    /// Writes every attribute of the record but those that change apart from it (`except`), and its place in the indexes.
    #[must_use]
    pub(crate) fn save<R: Record>(mut self, keys: &Keys, record: &R, except: &[&str]) -> Self {
        let attributes: Item = match serde_dynamo::to_item(record) {
            Ok(attributes) => attributes,
            Err(error) => {
                self.failure = Some(StoreError::Shape { ent: R::ENT, cause: error.to_string() });
                return self;
            }
        };
        let mut attributes = attributes.into_iter().collect::<Vec<_>>();
        attributes.sort_by(|(one, _), (other, _)| one.cmp(other));
        for (attribute, value) in attributes {
            if except.contains(&attribute.as_str()) {
                continue;
            }
            let name = self.name(&attribute);
            if matches!(value, AttributeValue::Null(_)) {
                self.removes.push(name);
            } else {
                let value = self.raw(value);
                self.sets.push(format!("{name} = {value}"));
            }
        }
        for (attribute, value) in keys.index_attributes() {
            match value {
                Some(value) => self = self.set(attribute, value),
                None => self = self.remove(attribute),
            }
        }
        self
    }

    /// Only if the item has exactly this version; it rises by one.
    #[must_use]
    pub fn at_version(self, version: Version) -> Self {
        self.when_equal("v", version).add("v", 1)
    }

    /// Only if the item exists.
    #[must_use]
    pub fn when_exists(self) -> Self {
        self.when_has("pk")
    }

    /// Only if the attribute is there.
    #[must_use]
    pub fn when_has(mut self, path: &str) -> Self {
        let name = self.name(path);
        self.conditions.push(format!("attribute_exists({name})"));
        self
    }

    /// Only if the attribute is not there.
    #[must_use]
    pub fn when_lacks(mut self, path: &str) -> Self {
        let name = self.name(path);
        self.conditions.push(format!("attribute_not_exists({name})"));
        self
    }

    /// Only if the attribute has this value.
    #[must_use]
    pub fn when_equal(mut self, path: &str, value: impl Serialize) -> Self {
        let (name, value) = (self.name(path), self.value(value));
        self.conditions.push(format!("{name} = {value}"));
        self
    }

    /// Only if the attribute is absent or below this value.
    #[must_use]
    pub fn when_absent_or_below(mut self, path: &str, value: impl Serialize) -> Self {
        let (name, value) = (self.name(path), self.value(value));
        self.conditions.push(format!("(attribute_not_exists({name}) OR {name} < {value})"));
        self
    }

    /// Only if the attribute is this value or above it.
    #[must_use]
    pub fn when_at_least(mut self, path: &str, value: impl Serialize) -> Self {
        let (name, value) = (self.name(path), self.value(value));
        self.conditions.push(format!("{name} >= {value}"));
        self
    }

    /// Only if the attribute is above this value.
    #[must_use]
    pub fn when_above(mut self, path: &str, value: impl Serialize) -> Self {
        let (name, value) = (self.name(path), self.value(value));
        self.conditions.push(format!("{name} > {value}"));
        self
    }

    /// The expressions. What is changed says who changed it; a mere check changes nothing.
    pub(crate) fn into_parts(mut self) -> UpdateParts {
        let changes = [&self.sets, &self.adds, &self.removes].into_iter().any(|parts| !parts.is_empty());
        if changes && audit::is_stamped_key(&self.key) {
            let (name, value) = (self.name(acting::STAMP), self.raw(acting::stamped()));
            self.sets.push(format!("{name} = {value}"));
        }
        let clauses = [("SET ", self.sets), ("ADD ", self.adds), ("REMOVE ", self.removes)];
        let update = clauses
            .into_iter()
            .filter(|(_, parts)| !parts.is_empty())
            .map(|(word, parts)| format!("{word}{}", parts.join(", ")))
            .collect::<Vec<_>>()
            .join(" ");
        UpdateParts {
            key: self.key.to_item(),
            update,
            condition: (!self.conditions.is_empty()).then(|| self.conditions.join(" AND ")),
            names: self.names,
            values: (!self.values.is_empty()).then_some(self.values),
        }
    }
}

/// Writes that happen together or not at all. At most [`ITEMS_MAX`](Self::ITEMS_MAX) items, each named once.
#[derive(Debug)]
pub struct Transaction<'t> {
    client: &'t Client,
    table: &'t str,
    items: Vec<TransactWriteItem>,
    labels: Vec<&'static str>,
    failure: Option<StoreError>,
}

impl<'t> Transaction<'t> {
    /// How many items it may name.
    pub const ITEMS_MAX: usize = 100;

    pub(crate) const fn new(client: &'t Client, table: &'t str) -> Self {
        Self { client, table, items: Vec::new(), labels: Vec::new(), failure: None }
    }

    /// How many items it names so far.
    #[must_use]
    pub fn len(&self) -> usize {
        self.items.len()
    }

    /// Whether it would write nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Writes what another transaction would as well, at the same time. The two name different items.
    pub fn append(&mut self, mut other: Self) {
        self.items.append(&mut other.items);
        self.labels.append(&mut other.labels);
        if let Some(failure) = other.failure {
            self.fail(failure);
        }
    }

    fn push<E: std::fmt::Display>(&mut self, label: &'static str, item: Result<TransactWriteItem, E>) {
        match item {
            Ok(item) => {
                self.items.push(item);
                self.labels.push(label);
            }
            Err(error) => {
                self.fail(StoreError::Call { operation: "TransactWriteItems", cause: error.to_string() });
            }
        }
    }

    fn fail(&mut self, failure: StoreError) {
        self.failure.get_or_insert(failure);
    }

    /// Writes an item that must not be there yet.
    pub(crate) fn put_new<R: Record>(&mut self, label: &'static str, keys: &Keys, record: &R) {
        self.put_item(label, keys, record, Some("attribute_not_exists(pk)"));
    }

    /// Writes an item, whatever stood there.
    pub(crate) fn put<R: Record>(&mut self, keys: &Keys, record: &R) {
        self.put_item("put", keys, record, None);
    }

    fn put_item<R: Record>(&mut self, label: &'static str, keys: &Keys, record: &R, condition: Option<&str>) {
        match to_item(keys, record) {
            Ok(item) => {
                let put = Put::builder()
                    .table_name(self.table)
                    .set_item(Some(item))
                    .set_condition_expression(condition.map(str::to_owned))
                    .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
                    .build();
                self.push(label, put.map(|put| TransactWriteItem::builder().put(put).build()));
            }
            Err(error) => self.fail(error),
        }
    }

    /// Changes an item.
    pub fn update(&mut self, label: &'static str, mut update: Update) {
        if let Some(failure) = update.failure.take() {
            return self.fail(failure);
        }
        let parts = update.into_parts();
        let action = UpdateAction::builder()
            .table_name(self.table)
            .set_key(Some(parts.key))
            .update_expression(parts.update)
            .set_condition_expression(parts.condition)
            .set_expression_attribute_names(Some(parts.names))
            .set_expression_attribute_values(parts.values)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build();
        self.push(label, action.map(|action| TransactWriteItem::builder().update(action).build()));
    }

    /// Only if the conditions of `check` hold; it changes nothing.
    pub fn check(&mut self, label: &'static str, mut check: Update) {
        if let Some(failure) = check.failure.take() {
            return self.fail(failure);
        }
        let parts = check.into_parts();
        let action = ConditionCheck::builder()
            .table_name(self.table)
            .set_key(Some(parts.key))
            .condition_expression(parts.condition.unwrap_or_default())
            .set_expression_attribute_names(Some(parts.names))
            .set_expression_attribute_values(parts.values)
            .return_values_on_condition_check_failure(ReturnValuesOnConditionCheckFailure::AllOld)
            .build();
        self.push(label, action.map(|action| TransactWriteItem::builder().condition_check(action).build()));
    }

    /// Says who removes what stands at a key, for the audit trail: what is gone cannot say it itself.
    fn note_removal(&mut self, key: &Key) {
        if let Some((keys, removal)) = audit::removals::removal_of(key) {
            self.put(&keys, &removal);
        }
    }

    /// Removes an item; that it is not there is no error.
    pub(crate) fn delete(&mut self, key: &Key) {
        self.note_removal(key);
        let action = Delete::builder().table_name(self.table).set_key(Some(key.to_item())).build();
        self.push("delete", action.map(|action| TransactWriteItem::builder().delete(action).build()));
    }

    /// Removes an item that must be there.
    pub(crate) fn delete_existing(&mut self, label: &'static str, key: &Key) {
        self.note_removal(key);
        let action = Delete::builder()
            .table_name(self.table)
            .set_key(Some(key.to_item()))
            .condition_expression("attribute_exists(pk)")
            .build();
        self.push(label, action.map(|action| TransactWriteItem::builder().delete(action).build()));
    }

    /// Removes an item that must be there, and without this attribute.
    pub(crate) fn delete_lacking(&mut self, label: &'static str, key: &Key, attribute: &str) {
        let action = Delete::builder()
            .table_name(self.table)
            .set_key(Some(key.to_item()))
            .condition_expression("attribute_exists(pk) AND attribute_not_exists(#attribute)")
            .expression_attribute_names("#attribute", attribute)
            .build();
        self.push(label, action.map(|action| TransactWriteItem::builder().delete(action).build()));
    }

    /// Removes an item of this generation; refused when a newer one stands there.
    pub(crate) fn delete_at_generation(&mut self, label: &'static str, key: &Key, generation: u32) {
        let action = Delete::builder()
            .table_name(self.table)
            .set_key(Some(key.to_item()))
            .condition_expression("attribute_not_exists(pk) OR generation = :generation")
            .expression_attribute_values(":generation", AttributeValue::N(generation.to_string()))
            .build();
        self.push(label, action.map(|action| TransactWriteItem::builder().delete(action).build()));
    }

    /// Carries it out. The SDK sends one token with every try, so a lost answer is not applied twice.
    ///
    /// # Errors
    /// [`TransactionError`]: in every case nothing was written.
    #[expect(
        clippy::disallowed_methods,
        reason = "a conflict lasts milliseconds; a caller who had to come back would wait longer"
    )]
    pub async fn commit(self) -> Result<(), TransactionError> {
        if let Some(failure) = self.failure {
            return Err(failure.into());
        }
        let mut wait = CONFLICT_WAIT;
        for _ in 0..CONFLICT_TRIES {
            let sent =
                self.client.transact_write_items().set_transact_items(Some(self.items.clone())).send().await;
            let Err(error) = sent else { return Ok(()) };
            match refusal(&error, &self.labels) {
                Some(TransactionError::Busy) => {
                    tokio::time::sleep(wait).await;
                    wait *= 2;
                }
                Some(refused) => return Err(refused),
                None => return Err(StoreError::call("TransactWriteItems", &error).into()),
            }
        }
        Err(TransactionError::Busy)
    }
}

fn refusal<R>(
    error: &SdkError<TransactWriteItemsError, R>,
    labels: &[&'static str],
) -> Option<TransactionError> {
    let SdkError::ServiceError(service) = error else { return None };
    let TransactWriteItemsError::TransactionCanceledException(cancelled) = service.err() else {
        return matches!(service.err(), TransactWriteItemsError::TransactionInProgressException(_))
            .then_some(TransactionError::Busy);
    };
    let reasons = cancelled.cancellation_reasons();
    let failed =
        reasons.iter().zip(labels).find(|(reason, _)| reason.code() == Some("ConditionalCheckFailed"));
    if let Some((reason, label)) = failed {
        return Some(TransactionError::Refused { label, found: reason.item.clone() });
    }
    let passing = ["TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded"];
    reasons
        .iter()
        .filter_map(|reason| reason.code())
        .any(|code| passing.contains(&code))
        .then_some(TransactionError::Busy)
}
