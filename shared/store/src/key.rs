//! Keys of the table and its three indexes.
//!
//! `pk`/`sk` name an item; each index has a pair of its own and holds only the items that carry it.

use aws_sdk_dynamodb::types::AttributeValue;

use crate::record::{Item, text};

/// The primary key of one item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key {
    pub(crate) pk: String,
    pub(crate) sk: String,
}

impl Key {
    pub(crate) fn new(pk: impl Into<String>, sk: impl Into<String>) -> Self {
        Self { pk: pk.into(), sk: sk.into() }
    }

    /// The key of an item that was read whole.
    pub(crate) fn of(item: &Item) -> Option<Self> {
        Some(Self::new(text(item, "pk")?, text(item, "sk")?))
    }

    pub(crate) fn to_item(&self) -> Item {
        Item::from([
            ("pk".to_owned(), AttributeValue::S(self.pk.clone())),
            ("sk".to_owned(), AttributeValue::S(self.sk.clone())),
        ])
    }
}

/// Into how many partitions of an index what waits is spread, so that none of them grows hot.
pub const SHARDS: u8 = 8;

/// The partition of [`SHARDS`] that an id belongs to.
pub(crate) fn shard_of(id: &str) -> u8 {
    id.bytes().fold(0_u8, u8::wrapping_add) % SHARDS
}

/// One of the table's secondary indexes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Index {
    /// Members, clients, contacts of a client, work of a member, due series, pending notices.
    Gsi1,
    /// What an office lists of one client.
    Gsi2,
    /// What the portal lists of one client: projects only attributes that a contact may see.
    Gsi3,
}

impl Index {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Gsi1 => "gsi1",
            Self::Gsi2 => "gsi2",
            Self::Gsi3 => "gsi3",
        }
    }

    pub(crate) const fn pk(self) -> &'static str {
        match self {
            Self::Gsi1 => "gsi1pk",
            Self::Gsi2 => "gsi2pk",
            Self::Gsi3 => "gsi3pk",
        }
    }

    pub(crate) const fn sk(self) -> &'static str {
        match self {
            Self::Gsi1 => "gsi1sk",
            Self::Gsi2 => "gsi2sk",
            Self::Gsi3 => "gsi3sk",
        }
    }
}

/// All keys that an item carries: its own, and one for each index that lists it.
#[derive(Debug, Clone)]
pub(crate) struct Keys {
    pub(crate) primary: Key,
    indexes: Vec<(Index, Key)>,
    left: Option<Index>,
}

impl Keys {
    pub(crate) fn new(primary: Key) -> Self {
        Self { primary, indexes: Vec::new(), left: None }
    }

    /// Lists the item in an index under `pk`, at the place `sk`.
    pub(crate) fn indexed(mut self, index: Index, pk: impl Into<String>, sk: impl Into<String>) -> Self {
        self.indexes.push((index, Key::new(pk, sk)));
        self
    }

    /// Leaves the item where it stands in one index when it is saved: its place there changes apart from edits.
    pub(crate) fn leaving(mut self, index: Index) -> Self {
        self.left = Some(index);
        self
    }

    /// The attributes of every index: a pair where the item is listed, `None` where it is not.
    pub(crate) fn index_attributes(&self) -> impl Iterator<Item = (&'static str, Option<&str>)> {
        let all =
            [Index::Gsi1, Index::Gsi2, Index::Gsi3].into_iter().filter(|index| self.left != Some(*index));
        all.flat_map(|index| {
            let key = self.indexes.iter().find(|(listed, _)| *listed == index).map(|(_, key)| key);
            [(index.pk(), key.map(|key| key.pk.as_str())), (index.sk(), key.map(|key| key.sk.as_str()))]
        })
    }

    pub(crate) fn write_to(&self, item: &mut Item) {
        item.extend(self.primary.to_item());
        for (name, value) in self.index_attributes() {
            if let Some(value) = value {
                item.insert(name.to_owned(), AttributeValue::S(value.to_owned()));
            }
        }
    }
}
