//! Reading clients.

use std::collections::BTreeSet;

use sild_domain::{ClientId, fold_for_search};

use super::{
    ClientRecord, client_key, names_pk,
    words::{self, SearchWordRecord},
};
use crate::{
    Item, OfficeScope, Page, PageRequest, StoreError, Table,
    key::{Index, Key},
    record::from_item,
    table::join_all,
};

/// How many clients are read at once where only their ids are asked for.
const IDS_AT_ONCE: u16 = 1_000;

/// Reads one client, if the scope reaches it.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
) -> Result<Option<ClientRecord>, StoreError> {
    if !scope.reaches(client) {
        return Ok(None);
    }
    table.get(&client_key(scope, client)).await
}

/// Reads several clients, those that exist and that the scope reaches, by name.
///
/// # Errors
/// [`StoreError`]
pub async fn get_many(
    table: &Table,
    scope: &OfficeScope,
    clients: &[ClientId],
) -> Result<Vec<ClientRecord>, StoreError> {
    let wanted = clients.iter().filter(|client| scope.reaches(**client)).copied().collect::<BTreeSet<_>>();
    if wanted.is_empty() {
        return Ok(Vec::new());
    }
    let keys = wanted.into_iter().map(|client| client_key(scope, client)).collect::<Vec<_>>();
    let mut found = table.get_many::<ClientRecord>(&keys).await?;
    found.sort_by_cached_key(|client| (fold_for_search(client.name.as_str()), client.id));
    Ok(found)
}

async fn all_by_name(
    table: &Table,
    scope: &OfficeScope,
    request: &PageRequest,
) -> Result<Page<Item>, StoreError> {
    table
        .query_index(Index::Gsi1, names_pk(scope, false))
        .page(request, |place| {
            let id = place.rsplit_once('#').map_or(place, |(_, id)| id);
            Key::new(format!("{}#C#{id}", scope.partition()), "A")
        })
        .await
}

/// The ids of the clients that, for each of `prefixes`, have a word that begins with it: all clients where there is none.
/// Archived clients are none of them. More than `at_most` may come back, which says that there are too many.
///
/// # Errors
/// [`StoreError`]
pub async fn find_ids(
    table: &Table,
    scope: &OfficeScope,
    prefixes: &[String],
    at_most: usize,
) -> Result<BTreeSet<ClientId>, StoreError> {
    if scope.only_clients().is_some() {
        let own = own(table, scope).await?;
        let matching = own.into_iter().filter(|client| {
            client.archived_at.is_none() && prefixes.iter().all(|prefix| client.has_word(prefix))
        });
        return Ok(matching.map(|client| client.id).collect());
    }
    if prefixes.is_empty() {
        return all_ids(table, scope, at_most).await;
    }
    let queries = prefixes.iter().map(|prefix| {
        table.query_index(Index::Gsi1, words::index_pk(scope, false)).begins_with(prefix).all()
    });
    let mut common: Option<BTreeSet<ClientId>> = None;
    for found in join_all(queries).await {
        let found = client_ids(found?)?.into_iter().collect::<BTreeSet<_>>();
        common = Some(match common {
            None => found,
            Some(before) => before.intersection(&found).copied().collect(),
        });
    }
    Ok(common.unwrap_or_default())
}

async fn all_ids(
    table: &Table,
    scope: &OfficeScope,
    at_most: usize,
) -> Result<BTreeSet<ClientId>, StoreError> {
    let mut ids = BTreeSet::new();
    let mut request = PageRequest::first(IDS_AT_ONCE);
    loop {
        let page = all_by_name(table, scope, &request).await?;
        for item in page.items {
            ids.insert(from_item::<ClientRecord>(item)?.id);
        }
        match page.next {
            Some(next) if ids.len() <= at_most => request.after = Some(next),
            _ => return Ok(ids),
        }
    }
}

fn client_ids(items: Vec<Item>) -> Result<Vec<ClientId>, StoreError> {
    items.into_iter().map(|item| from_item::<SearchWordRecord>(item).map(|word| word.client_id)).collect()
}

/// All clients of a plain member, by name.
pub(super) async fn own(table: &Table, scope: &OfficeScope) -> Result<Vec<ClientRecord>, StoreError> {
    let ids = scope.only_clients().map(|own| own.keys().copied().collect::<Vec<_>>()).unwrap_or_default();
    get_many(table, scope, &ids).await
}
