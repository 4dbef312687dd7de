//! The keys that are needed at once.

use std::collections::{BTreeSet, HashMap};

use sild_domain::OfficeId;
use sild_store::{
    audit::keys::{self, AuditKeyRecord},
    erasing,
    holdings::PersonId,
};

use super::sealing::SealingKey;
use crate::{Context, Failure, secrets};

/// Whose key: a person's, or the office's own.
pub(super) type Whose = Option<PersonId>;

/// Keys that were read or made, for as long as a batch of changes or an answer takes.
#[derive(Default)]
pub(super) struct Keyring {
    /// `None` for a key that was destroyed.
    keys: HashMap<(OfficeId, Whose), Option<SealingKey>>,
    /// Whether an office stands, and is not being erased.
    standing: HashMap<OfficeId, bool>,
}

impl std::fmt::Debug for Keyring {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Keyring").field("keys", &self.keys.len()).finish_non_exhaustive()
    }
}

impl Keyring {
    /// The keys of these, as far as there are any.
    pub(super) async fn read(cx: &Context, office: OfficeId, whose: &[Whose]) -> Result<Self, Failure> {
        let mut keyring = Self::default();
        keyring.take(office, keys::get_many(&cx.table, office, whose).await?)?;
        Ok(keyring)
    }

    fn take(&mut self, office: OfficeId, found: Vec<AuditKeyRecord>) -> Result<(), Failure> {
        for record in found {
            let key = record.secret.as_deref().map(SealingKey::parse).transpose()?;
            self.keys.insert((office, record.whose), key);
        }
        Ok(())
    }

    /// A key; `None` where it was destroyed or never made.
    pub(super) fn key(&self, office: OfficeId, whose: Whose) -> Option<&SealingKey> {
        self.keys.get(&(office, whose)).and_then(Option::as_ref)
    }

    /// Has the keys of these at hand, made where nobody has made them yet; `false` where the office is erased or being
    /// erased, whose trail nobody reads any more.
    pub(super) async fn prepare(
        &mut self,
        cx: &Context,
        office: OfficeId,
        whose: &BTreeSet<Whose>,
    ) -> Result<bool, Failure> {
        let missing = |keyring: &Self| {
            let known = |one: &&Whose| !keyring.keys.contains_key(&(office, **one));
            whose.iter().filter(known).copied().collect::<Vec<_>>()
        };
        let wanted = missing(self);
        let is_standing = match self.standing.get(&office) {
            Some(known) => *known,
            None => erasing::get(&cx.table, office).await?.is_none(),
        };
        self.standing.insert(office, is_standing);
        if !is_standing {
            return Ok(false);
        }
        self.take(office, keys::get_many(&cx.table, office, &wanted).await?)?;
        let wanted = missing(self);
        for one in &wanted {
            keys::create(&cx.table, office, *one, secrets::mint(cx)).await?;
        }
        // Somebody else may have made one at the same time, or destroyed it.
        self.take(office, keys::get_many(&cx.table, office, &wanted).await?)?;
        Ok(missing(self).is_empty())
    }
}
