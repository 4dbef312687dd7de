//! Opening and closing the portal of one client (S24).

use sild_domain::ClientId;
use sild_store::{
    TransactionError, clients, contacts,
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::{Client, read::ContactsOfClient};
use crate::{Conflict, Context, Failure};

/// How often it is tried again when the client's contacts change at the same time.
const TRIES: usize = 3;

/// Opens or closes the portal of a client in silence: no mail, no sample task (S22). What it is already stays so.
///
/// Every contact's copy of the flag is written in the same transaction, so closing shuts all of them out at once.
pub async fn set_client_portal(
    cx: &Context,
    session: &MemberSession,
    client: ClientId,
    is_open: bool,
) -> Result<Client, Failure> {
    let scope = &session.scope;
    for _ in 0..TRIES {
        let mut found = clients::get(&cx.table, scope, client).await?.ok_or(Failure::NotFound)?;
        if is_open && found.archived_at.is_some() {
            return Err(Conflict::ClientArchived.into());
        }
        if is_open && !session.office.portal_is_reachable() {
            return Err(Conflict::PortalInactive.into());
        }
        if found.portal_is_open == is_open {
            return Ok(ContactsOfClient::read(cx, scope, &found).await?.shown_with(&found, cx, session));
        }
        let mut transaction = cx.table.transaction();
        clients::set_portal_open(&mut transaction, scope, &found, is_open);
        for contact in found.contact_ids() {
            contacts::set_link_open(&mut transaction, scope, contact, client, is_open);
        }
        let effect = Effect::RelistClient { office_id: session.office.id, client_id: client };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
        let (written, people) = tokio::join!(transaction.commit(), ContactsOfClient::read(cx, scope, &found));
        match written {
            Ok(()) => {
                found.portal_is_open = is_open;
                found.v = found.v.saturating_add(1);
                return Ok(people?.shown_with(&found, cx, session));
            }
            Err(TransactionError::Refused { label: "client_changed" | "contact_gone", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
