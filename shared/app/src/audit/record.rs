//! Recording what the table's stream tells.

use std::collections::BTreeSet;

use futures::future::join_all;
use jiff::{SignedDuration, Timestamp};
use sild_domain::{AuditEntryId, OfficeId};
use sild_store::audit::{self, AuditRecord, ChangedItem, Difference, FieldChange, SealedPart};

use super::keyring::{Keyring, Whose};
use crate::{Context, Failure, secrets};

/// A year, a leap year too.
const YEAR: SignedDuration = SignedDuration::from_hours(24 * 366);

/// Records changes that the stream tells of, and answers what became of each in their order. One that is told again is the
/// same entry, which is there already.
pub async fn record_changes(cx: &Context, told: &[ChangedItem]) -> Vec<Result<(), Failure>> {
    let mut keyring = Keyring::default();
    let mut entries = Vec::with_capacity(told.len());
    for changed in told {
        entries.push(entry_of(cx, &mut keyring, changed).await);
    }
    join_all(entries.into_iter().map(|entry| async {
        if let Some((office, entry)) = entry? {
            audit::put(&cx.table, office, &entry).await?;
        }
        Ok(())
    }))
    .await
}

/// The entry of a change; `None` where there is nothing to record.
async fn entry_of(
    cx: &Context,
    keyring: &mut Keyring,
    changed: &ChangedItem,
) -> Result<Option<(OfficeId, AuditRecord)>, Failure> {
    let Some(difference) = changed.difference(&cx.table, cx.now()).await? else { return Ok(None) };
    let Difference {
        office,
        item,
        sequence,
        at,
        stamp,
        what,
        thing_id,
        belongs_to,
        change,
        of_office,
        of_person,
    } = difference;
    let groups = [Some((None, of_office)), of_person.map(|(person, fields)| (Some(person), fields))];
    let groups = groups.into_iter().flatten().filter(|(_, fields)| !fields.is_empty()).collect::<Vec<_>>();
    let whose = groups.iter().map(|(whose, _)| *whose).collect::<BTreeSet<Whose>>();
    if !keyring.prepare(cx, office, &whose).await? {
        return Ok(None);
    }
    let (by, operation) = stamp.map_or((None, None), |stamp| (stamp.by, Some(stamp.operation)));
    let mut entry = AuditRecord {
        id: AuditEntryId::new(at, secrets::derived_bytes(&[&item, &sequence])),
        at,
        sequence,
        by,
        operation,
        what,
        thing_id,
        belongs_to,
        change,
        parts: Vec::new(),
        ttl: kept_until(cx, at),
    };
    for (whose, fields) in groups {
        let part = part_of(cx, keyring, office, whose, &entry.place(office, whose), fields)?;
        entry.parts.push(part);
    }
    Ok(Some((office, entry)))
}

fn part_of(
    cx: &Context,
    keyring: &Keyring,
    office: OfficeId,
    whose: Whose,
    place: &str,
    fields: Vec<FieldChange>,
) -> Result<SealedPart, Failure> {
    let names = fields.iter().map(|field| field.name.clone()).collect();
    let key = keyring.key(office, whose);
    let sealed = key.map(|key| key.seal(cx, place, fields)).transpose()?;
    Ok(SealedPart { whose, fields: names, sealed })
}

fn kept_until(cx: &Context, at: Timestamp) -> i64 {
    let kept = YEAR.checked_mul(i32::try_from(cx.config.audit_years).unwrap_or(i32::MAX));
    kept.and_then(|kept| at.checked_add(kept).ok()).unwrap_or(Timestamp::MAX).as_second()
}
