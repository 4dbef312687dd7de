//! Reading the trail.

use std::collections::{BTreeSet, HashMap};

use serde_json::Value;
use sild_domain::{ContactId, MemberId, Month};
use sild_store::{
    OfficeScope, Page, PageRequest,
    audit::{self, AuditRecord, SealedPart},
    contacts,
    holdings::PersonId,
    members,
    sessions::MemberSession,
};

use super::{
    AuditActor, AuditActorKind, AuditEntry, AuditField,
    keyring::{Keyring, Whose},
    sealing::Values,
};
use crate::{Context, Failure};

/// What happened in a month, this one unless told, newest first.
pub async fn list_audit_entries(
    cx: &Context,
    session: &MemberSession,
    month: Option<Month>,
    request: &PageRequest,
) -> Result<Page<AuditEntry>, Failure> {
    let month = month.unwrap_or_else(|| Month::of(cx.now()));
    let page = audit::list(&cx.table, &session.scope, month, request).await?;
    let items = entries_of(cx, &session.scope, page.items).await?;
    Ok(Page { items, next: page.next })
}

/// Entries in words: with the keys that there still are, and the names that people have now.
pub(crate) async fn entries_of(
    cx: &Context,
    scope: &OfficeScope,
    records: Vec<AuditRecord>,
) -> Result<Vec<AuditEntry>, Failure> {
    let parts = records.iter().flat_map(|record| &record.parts);
    let whose = parts.map(|part| part.whose).collect::<BTreeSet<Whose>>();
    let whose = whose.into_iter().collect::<Vec<_>>();
    let actors = records.iter().filter_map(|record| record.by).collect::<BTreeSet<_>>();
    let (keyring, names) =
        tokio::try_join!(Keyring::read(cx, scope.office(), &whose), names_of(cx, scope, &actors))?;
    let reader = Reader { scope, keyring, names };
    Ok(records.into_iter().map(|record| reader.entry(record)).collect())
}

async fn names_of(
    cx: &Context,
    scope: &OfficeScope,
    people: &BTreeSet<PersonId>,
) -> Result<HashMap<PersonId, String>, Failure> {
    let mut member_ids = Vec::<MemberId>::new();
    let mut contact_ids = Vec::<ContactId>::new();
    for person in people {
        match person {
            PersonId::Member(id) => member_ids.push(*id),
            PersonId::Contact(id) => contact_ids.push(*id),
        }
    }
    let (of_members, of_contacts) = tokio::try_join!(
        members::get_many(&cx.table, scope, &member_ids),
        contacts::get_many(&cx.table, scope, &contact_ids),
    )?;
    let of_members = of_members.into_iter().map(|one| (PersonId::Member(one.id), one.name.to_string()));
    let of_contacts = of_contacts.into_iter().map(|one| (PersonId::Contact(one.id), one.name.to_string()));
    Ok(of_members.chain(of_contacts).collect())
}

struct Reader<'r> {
    scope: &'r OfficeScope,
    keyring: Keyring,
    names: HashMap<PersonId, String>,
}

impl Reader<'_> {
    fn entry(&self, record: AuditRecord) -> AuditEntry {
        let mut fields = record.parts.iter().flat_map(|part| self.fields(&record, part)).collect::<Vec<_>>();
        fields.sort_by(|one, other| one.field.cmp(&other.field));
        AuditEntry {
            id: record.id,
            at: record.at,
            by: self.actor(record.by),
            operation: record.operation,
            what: record.what,
            thing_id: record.thing_id,
            belongs_to: record.belongs_to,
            change: record.change.into(),
            fields,
        }
    }

    fn actor(&self, by: Option<PersonId>) -> AuditActor {
        let kind = match by {
            Some(PersonId::Member(_)) => AuditActorKind::Member,
            Some(PersonId::Contact(_)) => AuditActorKind::Contact,
            None => AuditActorKind::Job,
        };
        let name = by.and_then(|person| self.names.get(&person).cloned());
        AuditActor { kind, id: by.map(|person| person.to_string()), name }
    }

    fn fields(&self, record: &AuditRecord, part: &SealedPart) -> Vec<AuditField> {
        let office = self.scope.office();
        let key = self.keyring.key(office, part.whose);
        let (values, is_erased) = match (key, &part.sealed) {
            (Some(key), Some(sealed)) => {
                let opened = key.open(&record.place(office, part.whose), sealed);
                if opened.is_none() {
                    tracing::error!(entry = %record.id, "an entry of the audit trail cannot be opened");
                }
                (opened.unwrap_or_default(), false)
            }
            _ => (Vec::new(), true),
        };
        let values = values.into_iter().chain(std::iter::repeat::<Values>((None, None)));
        let named = part.fields.iter().zip(values);
        named
            .map(|(field, (from, to))| AuditField {
                field: field.clone(),
                from: from.map(worded),
                to: to.map(worded),
                is_erased,
            })
            .collect()
    }
}

fn worded(value: Value) -> String {
    match value {
        Value::String(text) => text,
        other => other.to_string(),
    }
}
