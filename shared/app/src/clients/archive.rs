//! Archiving a client, and bringing it back (S65).

use sild_domain::ClientId;
use sild_store::{
    TransactionError, clients, contacts,
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::{Client, read::ContactsOfClient};
use crate::{Conflict, Context, Failure};

/// How often it is tried again when the client changes at the same time.
const TRIES: usize = 3;

/// Archives a client: its portal closes for all contacts in this transaction, no task and no series is made for it any
/// more, and lists leave it out. A job lets its series rest. One that is archived already stays so.
pub async fn archive_client(
    cx: &Context,
    session: &MemberSession,
    client: ClientId,
) -> Result<Client, Failure> {
    set_archived(cx, session, client, true).await
}

/// Brings an archived client back, closed as it was; its series go on from today.
pub async fn restore_client(
    cx: &Context,
    session: &MemberSession,
    client: ClientId,
) -> Result<Client, Failure> {
    set_archived(cx, session, client, false).await
}

async fn set_archived(
    cx: &Context,
    session: &MemberSession,
    client: ClientId,
    is_archived: bool,
) -> Result<Client, Failure> {
    let scope = &session.scope;
    for _ in 0..TRIES {
        let mut found = clients::get(&cx.table, scope, client).await?.ok_or(Failure::NotFound)?;
        if found.archived_at.is_some() == is_archived {
            return Ok(ContactsOfClient::read(cx, scope, &found).await?.shown_with(&found, cx, session));
        }
        let archived_at = is_archived.then(|| cx.now());
        let mut transaction = cx.table.transaction();
        clients::set_archived(&mut transaction, scope, &found, archived_at);
        for contact in found.contact_ids().into_iter().filter(|_| is_archived) {
            contacts::set_link_open(&mut transaction, scope, contact, client, false);
        }
        let effect = Effect::FollowArchiving { office_id: session.office.id, client_id: client };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
        let (written, people) = tokio::join!(transaction.commit(), ContactsOfClient::read(cx, scope, &found));
        match written {
            Ok(()) => {
                found.archived_at = archived_at;
                found.portal_is_open = false;
                found.v = found.v.saturating_add(1);
                return Ok(people?.shown_with(&found, cx, session));
            }
            Err(TransactionError::Refused { label: "client_changed" | "contact_gone", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
