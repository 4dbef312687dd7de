//! Archiving clients and bringing them back (S65).

use jiff::Timestamp;

use super::{ClientRecord, client_key, client_keys, lists, partition, with_same_archiving, words};
use crate::{
    OfficeScope, Table, Transaction, TransactionError, Update,
    key::{Index, Key},
    members,
    record::text,
};

/// How many rows one transaction moves.
const AT_ONCE: usize = 80;

/// Archives a client that is as `client` was read, or brings it back: its own place in every list follows, and an archived
/// client is closed. The links of its contacts are to be closed in the same transaction. Refused as `client_changed`.
pub fn set_archived(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: &ClientRecord,
    archived_at: Option<Timestamp>,
) {
    let after = ClientRecord { archived_at, portal_is_open: false, ..client.clone() };
    let keys = client_keys(scope, &after);
    let update = Update::new(&client_key(scope, client.id))
        .at_version(client.v)
        .when_equal("contact_count", client.contact_count)
        .set("portal_is_open", false);
    // The place by deadline is made of the deadline that was read.
    let update = match client.earliest_due {
        Some(due) => update.when_equal("earliest_due", due),
        None => update.when_lacks("earliest_due"),
    };
    let update = match archived_at {
        Some(at) => update.set("archived_at", at),
        None => update.remove("archived_at"),
    };
    let update = keys.index_attributes().fold(update, |update, (name, value)| match value {
        Some(value) => update.set(name, value),
        None => update.remove(name),
    });
    transaction.update("client_changed", update);
    lists::write(transaction, scope, &after, &lists::ROWS);
}

/// Moves the words by which a client is found to where such clients are searched. Refused as `client_changed` when it was
/// archived or brought back, or lost a word, meanwhile; doing it again changes nothing.
///
/// # Errors
/// [`TransactionError`]
pub async fn move_words(
    table: &Table,
    scope: &OfficeScope,
    client: &ClientRecord,
) -> Result<(), TransactionError> {
    let wanted = words::index_pk(scope, client.archived_at.is_some());
    let rows = table.query(partition(scope, client.id)).begins_with("W#").all().await?;
    let stale = rows.iter().filter(|row| text(row, Index::Gsi1.pk()) != Some(&wanted));
    let stale = stale.filter_map(Key::of).collect::<Vec<_>>();
    for some in stale.chunks(AT_ONCE) {
        let mut transaction = table.transaction();
        let current = with_same_archiving(Update::new(&client_key(scope, client.id)), client);
        transaction.check("client_changed", current);
        for key in some {
            let update = Update::new(key).set(Index::Gsi1.pk(), &wanted).when_exists();
            transaction.update("client_changed", update);
        }
        transaction.commit().await?;
    }
    Ok(())
}

/// Puts a client where its name and its being archived say in the lists of those who answer for it. Refused as
/// `client_changed` when it changed meanwhile; doing it again changes nothing.
///
/// # Errors
/// [`TransactionError`]
pub async fn place_relations(
    table: &Table,
    scope: &OfficeScope,
    client: &ClientRecord,
) -> Result<(), TransactionError> {
    if client.responsible.is_empty() {
        return Ok(());
    }
    let mut transaction = table.transaction();
    let current = Update::new(&client_key(scope, client.id)).when_equal("v", client.v);
    transaction.check("client_changed", current);
    for member in &client.responsible {
        members::place_relation(&mut transaction, scope, member.id, client);
    }
    transaction.commit().await
}
