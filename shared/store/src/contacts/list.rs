//! The contacts of an office across its clients: by name, and by the words of their names and addresses.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};
use sild_domain::{ContactId, fold_for_search};

use super::{ContactRecord, contact_key, contact_partition};
use crate::{
    Cursor, OfficeScope, Page, PageRequest, Record, StoreError, Table, Transaction, TransactionError, Update,
    clients::words_of_contact,
    key::{Index, Key, Keys},
    record::{from_item, text},
};

/// How often words are written again when the contact changes at the same time.
const TRIES: usize = 5;

#[derive(Debug, Clone, Serialize, Deserialize)]
struct ContactWordRecord {
    contact_id: ContactId,
}

impl Record for ContactWordRecord {
    const ENT: &'static str = "contact_word";
}

/// The kind of the rows by which a contact is found.
pub(crate) const WORD_KIND: &str = ContactWordRecord::ENT;

/// The partition of the index that lists contacts by name, or those aside.
pub(crate) fn names_pk(scope: &OfficeScope, is_aside: bool) -> String {
    format!("{}#P{}", scope.partition(), if is_aside { "X" } else { "" })
}

/// Where a contact stands in it.
pub(super) fn place(contact: &ContactRecord) -> String {
    format!("{}#{}", fold_for_search(contact.name.as_str()), contact.id.key())
}

fn words_pk(scope: &OfficeScope, is_aside: bool) -> String {
    format!("{}#PW{}", scope.partition(), if is_aside { "X" } else { "" })
}

fn word_keys(scope: &OfficeScope, contact: &ContactRecord, word: &str) -> Keys {
    Keys::new(Key::new(contact_partition(scope.office(), contact.id), format!("W#{word}"))).indexed(
        Index::Gsi1,
        words_pk(scope, contact.is_listed_aside()),
        format!("{word}#{}", contact.id.key()),
    )
}

/// Writes the words of a new contact.
pub(super) fn put_words(transaction: &mut Transaction<'_>, scope: &OfficeScope, contact: &ContactRecord) {
    for word in words_of_contact(contact) {
        transaction.put(&word_keys(scope, contact, &word), &ContactWordRecord { contact_id: contact.id });
    }
}

/// Brings the words of a contact up to date with their name and address, and with whether they are archived. Doing it
/// again changes nothing.
///
/// # Errors
/// [`TransactionError::Busy`] when the contact changed again and again.
pub async fn refresh_words(
    table: &Table,
    scope: &OfficeScope,
    contact: ContactId,
) -> Result<(), TransactionError> {
    for _ in 0..TRIES {
        let Some(contact) = super::get(table, scope, contact).await? else { return Ok(()) };
        let rows = table.query(contact_partition(scope.office(), contact.id)).begins_with("W#").all().await?;
        let words = words_of_contact(&contact);
        let wanted = words_pk(scope, contact.is_listed_aside());
        let stands = |word: &String| {
            rows.iter().any(|row| {
                text(row, "sk").and_then(|sk| sk.strip_prefix("W#")) == Some(word)
                    && text(row, Index::Gsi1.pk()) == Some(&wanted)
            })
        };
        let gone = rows.iter().filter_map(Key::of).filter(|key| {
            key.sk.strip_prefix("W#").is_none_or(|word| words.iter().all(|known| known != word))
        });
        let mut transaction = table.transaction();
        for key in gone {
            transaction.delete(&key);
        }
        for word in words.iter().filter(|word| !stands(word)) {
            let record = ContactWordRecord { contact_id: contact.id };
            transaction.put(&word_keys(scope, &contact, word), &record);
        }
        if transaction.is_empty() {
            return Ok(());
        }
        let same = Update::new(&contact_key(scope.office(), contact.id)).when_equal("v", contact.v);
        transaction.check("contact_changed", same);
        match transaction.commit().await {
            Err(TransactionError::Refused { label: "contact_changed", .. }) => {}
            outcome => return outcome,
        }
    }
    Err(TransactionError::Busy)
}

/// A page of the contacts of the office by name, or of those who are archived.
///
/// # Errors
/// [`StoreError`]
pub async fn list_page(
    table: &Table,
    scope: &OfficeScope,
    is_archived: bool,
    request: &PageRequest,
) -> Result<Page<ContactId>, StoreError> {
    let office = scope.partition();
    let page = table
        .query_index(Index::Gsi1, names_pk(scope, is_archived))
        .page(request, |listed| Key::new(format!("{office}#P#{}", last_part(listed)), "A"))
        .await?;
    let items = page.items.into_iter().map(|item| from_item::<ContactRecord>(item).map(|contact| contact.id));
    Ok(Page { items: items.collect::<Result<_, _>>()?, next: page.next })
}

/// The contacts with a word that begins with `prefix` that `keep` lets pass: it reads `chunk` words, and gives the first `limit`
/// contacts, once each. A page may hold fewer than asked for and still have a next one.
///
/// # Errors
/// [`StoreError`]
pub async fn search_page(
    table: &Table,
    scope: &OfficeScope,
    prefix: &str,
    is_archived: bool,
    request: &PageRequest,
    chunk: u16,
    keep: impl Fn(&ContactRecord) -> bool,
) -> Result<Page<ContactRecord>, StoreError> {
    let office = scope.partition();
    let chunk = PageRequest { limit: chunk, after: request.after.clone() };
    let page = table
        .query_index(Index::Gsi1, words_pk(scope, is_archived))
        .begins_with(prefix)
        .page(&chunk, |listed| {
            let word = listed.split('#').next().unwrap_or_default();
            Key::new(format!("{office}#P#{}", last_part(listed)), format!("W#{word}"))
        })
        .await?;
    let mut rows = Vec::with_capacity(page.items.len());
    for item in page.items {
        let listed = text(&item, Index::Gsi1.sk()).unwrap_or_default().to_owned();
        rows.push((listed, from_item::<ContactWordRecord>(item)?.contact_id));
    }
    let ids = rows.iter().map(|(_, id)| *id).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>();
    let found = super::get_many(table, scope, &ids).await?;
    let found = found.into_iter().map(|contact| (contact.id, contact)).collect::<BTreeMap<_, _>>();
    let mut kept = rows.into_iter().filter_map(|(listed, id)| {
        let contact = found.get(&id).filter(|contact| keep(contact))?;
        // The first of a contact's words that match stands for them.
        let first = words_of_contact(contact).into_iter().find(|word| word.starts_with(prefix))?;
        (listed.split('#').next() == Some(first.as_str())).then(|| (listed, contact.clone()))
    });
    let mut items = kept.by_ref().take(usize::from(request.limit)).collect::<Vec<_>>();
    let is_cut = kept.next().is_some();
    let next = match items.last() {
        Some((listed, _)) if is_cut => Some(Cursor(vec![listed.clone()])),
        _ => page.next,
    };
    items.sort_by_cached_key(|(_, contact)| place(contact));
    Ok(Page { items: items.into_iter().map(|(_, contact)| contact).collect(), next })
}

fn last_part(listed: &str) -> &str {
    listed.rsplit_once('#').map_or(listed, |(_, last)| last)
}
