//! Archiving a contact, and bringing them back (S65).

use sild_domain::ContactId;
use sild_store::{
    TransactionError,
    contacts::{self, ContactRecord},
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::{ContactCard, list::reached};
use crate::{Conflict, Context, Failure};

/// How often it is tried again when the contact changes at the same time.
const TRIES: usize = 3;

/// Archives a contact: they can enter nowhere from their next request on, get no mail, and lists leave them out. What access
/// they had is kept for when they are brought back.
pub async fn archive_contact(
    cx: &Context,
    session: &MemberSession,
    id: ContactId,
) -> Result<ContactCard, Failure> {
    set_archived(cx, session, id, true).await
}

/// Brings an archived contact back, with the access that they had.
pub async fn restore_contact(
    cx: &Context,
    session: &MemberSession,
    id: ContactId,
) -> Result<ContactCard, Failure> {
    set_archived(cx, session, id, false).await
}

/// A member who does not work with all clients of the contact cannot decide for the others.
async fn set_archived(
    cx: &Context,
    session: &MemberSession,
    id: ContactId,
    is_archived: bool,
) -> Result<ContactCard, Failure> {
    let scope = &session.scope;
    for _ in 0..TRIES {
        let found = reached(cx, session, id).await?;
        if !found.clients.iter().all(|link| scope.reaches(link.client_id)) {
            return Err(Failure::RoleRequired);
        }
        if found.contact.archived_at.is_some() == is_archived {
            return Ok(ContactCard::of(scope, &found.contact, &found.clients));
        }
        let mut after = ContactRecord { archived_at: is_archived.then(|| cx.now()), ..found.contact.clone() };
        let mut transaction = cx.table.transaction();
        contacts::save(&mut transaction, scope, &after);
        for link in &found.clients {
            contacts::set_link_archived(&mut transaction, scope, link, is_archived);
        }
        let effect = Effect::CopyContactName { office_id: session.office.id, contact_id: id };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
        match transaction.commit().await {
            Ok(()) => {
                after.v = after.v.saturating_add(1);
                return Ok(ContactCard::of(scope, &after, &found.clients));
            }
            Err(TransactionError::Refused { label: "version_mismatch" | "contact_gone", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
