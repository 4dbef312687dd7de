//! Taking a contact from a client.

use sild_domain::{ClientId, ContactId};
use sild_store::{TransactionError, clients, contacts, sessions::MemberSession};

use crate::{Conflict, Context, Failure};

/// How often it is tried again when the client or the contact changes at the same time.
const TRIES: usize = 4;

/// Takes a contact from a client: what they have open there ends with their next request. At their other clients they stay
/// who they are; without any they stay in the office's list of contacts.
pub async fn remove_contact(
    cx: &Context,
    session: &MemberSession,
    client: ClientId,
    contact: ContactId,
) -> Result<(), Failure> {
    let scope = &session.scope;
    for _ in 0..TRIES {
        let (found, person) = tokio::try_join!(
            clients::get(&cx.table, scope, client),
            contacts::get(&cx.table, scope, contact),
        )?;
        let (found, person) = found.zip(person).ok_or(Failure::NotFound)?;
        if !found.contacts.contains_key(&contact.key()) {
            return Err(Failure::NotFound);
        }
        let mut transaction = cx.table.transaction();
        contacts::unlink(&mut transaction, scope, contact, client);
        contacts::uncount_client(&mut transaction, scope, &person);
        clients::remove_contact(&mut transaction, scope, &found, contact);
        match transaction.commit().await {
            Ok(()) => return Ok(()),
            Err(TransactionError::Refused {
                label: "client_changed" | "contact_changed" | "contact_gone",
                ..
            }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
