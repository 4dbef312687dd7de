//! Bringing the search for clients up to date with a contact.

use sild_domain::{ClientId, ContactId, OfficeId};
use sild_store::{OfficeScope, TransactionError, clients, contacts};

use crate::{Conflict, Context, Failure};

/// How often a client is tried again that somebody else changes at the same time.
const TRIES: usize = 5;

/// Makes the contact and each of their clients be found by the name and address that the contact has now. Doing it again changes
/// nothing.
pub async fn copy_contact_name(cx: &Context, office: OfficeId, contact: ContactId) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    contacts::refresh_words(&cx.table, &scope, contact).await?;
    let Some(found) = contacts::get_with_clients(&cx.table, &scope, contact).await? else { return Ok(()) };
    for link in &found.clients {
        copy_to(cx, &scope, contact, link.client_id).await?;
    }
    Ok(())
}

async fn copy_to(
    cx: &Context,
    scope: &OfficeScope,
    contact: ContactId,
    client: ClientId,
) -> Result<(), Failure> {
    for _ in 0..TRIES {
        // Both are read after the event that asks for it, so whatever comes later has an event of its own.
        let (client, contact) = tokio::try_join!(
            clients::get(&cx.table, scope, client),
            contacts::get(&cx.table, scope, contact),
        )?;
        let (Some(client), Some(contact)) = (client, contact) else { return Ok(()) };
        let mut transaction = cx.table.transaction();
        if !clients::set_contact_words(&mut transaction, scope, &client, &contact) {
            return Ok(());
        }
        match transaction.commit().await {
            Ok(()) => return Ok(()),
            Err(TransactionError::Refused { label: "client_changed", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
