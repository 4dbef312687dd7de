//! How a Rust value becomes an item and comes back.

use std::collections::HashMap;

use aws_sdk_dynamodb::types::AttributeValue;
use serde::{Serialize, de::DeserializeOwned};

use crate::{acting, audit, error::StoreError, key::Keys};

/// An item as DynamoDB holds it.
pub type Item = HashMap<String, AttributeValue>;

/// The version of an item that people edit; it rises by one with each edit. Shown as `version` and as `ETag`.
pub type Version = u32;

/// A kind of item. Its fields are the item's attributes; keys, `ent` and `v` are added when it is written.
pub trait Record: Serialize + DeserializeOwned {
    /// The attribute `ent`: which kind an item is, for readers of a mixed partition and of the stream.
    const ENT: &'static str;

    /// Brings together what one record keeps in two places; called on everything that is read.
    #[must_use]
    fn reconciled(self) -> Self {
        self
    }
}

/// The attributes of a record without keys. Absent values are left out, so `attribute_exists` means what it says.
pub(crate) fn attributes<R: Record>(record: &R) -> Result<Item, StoreError> {
    let mut item: Item = serde_dynamo::to_item(record).map_err(|error| shape::<R>(&error))?;
    item.retain(|_, value| !matches!(value, AttributeValue::Null(_)));
    Ok(item)
}

/// The whole item of a record under its keys.
pub(crate) fn to_item<R: Record>(keys: &Keys, record: &R) -> Result<Item, StoreError> {
    let mut item = attributes(record)?;
    keys.write_to(&mut item);
    item.insert("ent".to_owned(), AttributeValue::S(R::ENT.to_owned()));
    if audit::is_stamped(R::ENT) {
        item.insert(acting::STAMP.to_owned(), acting::stamped());
    }
    Ok(item)
}

/// Reads a record out of an item; attributes that it does not name are passed over.
pub(crate) fn from_item<R: Record>(item: Item) -> Result<R, StoreError> {
    serde_dynamo::from_item(item).map(R::reconciled).map_err(|error| shape::<R>(&error))
}

/// Reads the record of this kind, if the item is of this kind.
pub(crate) fn from_item_of_kind<R: Record>(item: &Item) -> Result<Option<R>, StoreError> {
    if kind(item) == R::ENT { from_item(item.clone()).map(Some) } else { Ok(None) }
}

/// The kind of an item, empty where it says none.
pub(crate) fn kind(item: &Item) -> &str {
    item.get("ent").and_then(|value| value.as_s().ok()).map_or("", String::as_str)
}

/// A text attribute of an item.
pub(crate) fn text<'i>(item: &'i Item, name: &str) -> Option<&'i str> {
    item.get(name).and_then(|value| value.as_s().ok()).map(String::as_str)
}

fn shape<R: Record>(error: &serde_dynamo::Error) -> StoreError {
    StoreError::Shape { ent: R::ENT, cause: error.to_string() }
}
