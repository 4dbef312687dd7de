//! Who removed what: written with each removal, as what is gone cannot say it itself.

use jiff::SignedDuration;
use serde::{Deserialize, Serialize};
use sild_domain::OfficeId;

use crate::{
    Record,
    acting::{self, Stamp},
    key::{Key, Keys},
    scope::office_partition,
};

/// For how long it is kept: the stream tells of a removal within a day.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 7);

/// That something was removed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct RemovalRecord {
    /// By whom, and when.
    pub(crate) touched: Stamp,
    /// When the table may forget it: Unix seconds.
    pub(crate) ttl: i64,
}

impl Record for RemovalRecord {
    const ENT: &'static str = "removal";
}

pub(crate) fn partition(office: OfficeId) -> String {
    format!("{}#DEL", office_partition(office))
}

/// Where a removal of what stands at `key` of an office is told of.
pub(super) fn key_of(office: OfficeId, key: &Key) -> Key {
    Key::new(partition(office), format!("{} {}", key.pk, key.sk))
}

/// What is to be written when what stands at `key` is removed; `None` for what nobody records, and where nobody acts.
pub(crate) fn removal_of(key: &Key) -> Option<(Keys, RemovalRecord)> {
    if !super::holds_recorded(key) {
        return None;
    }
    let office = OfficeId::from_key(key.pk.split('#').nth(1)?).ok()?;
    let touched = acting::stamp()?;
    let ttl = touched.at.checked_add(KEPT).ok()?.as_second();
    Some((Keys::new(key_of(office, key)), RemovalRecord { touched, ttl }))
}
