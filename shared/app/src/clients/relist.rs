//! Keeping the lists of clients true: jobs after what moves a client in them.

use sild_domain::{ClientId, ContactId, OfficeId};
use sild_store::{OfficeScope, TransactionError, clients, contacts};

use crate::{Conflict, Context, Failure, series};

/// How often a client is tried again that changes at the same time.
const TRIES: usize = 5;

/// Brings the places of a client in lists up to date. Doing it again changes nothing.
pub async fn relist_client(cx: &Context, office: OfficeId, client: ClientId) -> Result<(), Failure> {
    Ok(clients::refresh_lists(&cx.table, &OfficeScope::for_job(office), client).await?)
}

/// The same for the clients that a contact can enter, who has logged in.
pub async fn relist_clients_of(cx: &Context, office: OfficeId, contact: ContactId) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let Some(found) = contacts::get_with_clients(&cx.table, &scope, contact).await? else { return Ok(()) };
    for link in found.clients.iter().filter(|link| link.can_enter()) {
        clients::refresh_lists(&cx.table, &scope, link.client_id).await?;
    }
    Ok(())
}

/// Lets everything follow what the client is now, archived or not: its places in lists, the words by which it is found, its
/// series. Doing it again changes nothing; archived and brought back meanwhile, the last one counts.
pub async fn follow_archiving(cx: &Context, office: OfficeId, client: ClientId) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    for _ in 0..TRIES {
        let Some(found) = clients::get(&cx.table, &scope, client).await? else { return Ok(()) };
        if let Err(error) = clients::move_words(&cx.table, &scope, &found).await {
            passing(error)?;
            continue;
        }
        if let Err(error) = clients::place_relations(&cx.table, &scope, &found).await {
            passing(error)?;
            continue;
        }
        clients::refresh_lists(&cx.table, &scope, client).await?;
        return series::follow_client(cx, &scope, client).await;
    }
    Err(Conflict::Busy.into())
}

/// Whether reading the client again shows how it goes on.
pub(super) fn passing(error: TransactionError) -> Result<(), Failure> {
    match error {
        TransactionError::Refused { label: "client_changed", .. } => Ok(()),
        error => Err(error.into()),
    }
}
