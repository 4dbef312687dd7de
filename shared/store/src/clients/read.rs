//! Reading clients.

use std::collections::BTreeSet;

use sild_domain::{ClientId, fold_for_search};

use super::{ClientRecord, client_key};
use crate::{OfficeScope, StoreError, Table};

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

/// All clients of a plain member, by name.
pub(super) async fn own(table: &Table, scope: &OfficeScope) -> Result<Vec<ClientRecord>, StoreError> {
    let ids = scope.only_clients().map(|own| own.keys().copied().collect::<Vec<_>>()).unwrap_or_default();
    get_many(table, scope, &ids).await
}
