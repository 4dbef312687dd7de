//! Inviting one contact, for the first time or again.

use sild_domain::{ClientId, ContactId};
use sild_store::{
    clients,
    contacts::{self, ContactClientRecord, ContactWithClients},
    logins as store_logins,
    offices::OfficeRecord,
    outbox::{self, Effect},
    sessions::MemberSession,
};

use crate::{Conflict, Context, Creation, Failure, clients::Contact, logins};

/// Mails a contact of a client the invitation with a link of its own: on purpose, so each time again (S21). Samples are
/// given when a client is opened and not here.
pub async fn invite_contact(
    cx: &Context,
    session: &MemberSession,
    client: ClientId,
    contact: ContactId,
    creation: &Creation,
) -> Result<Contact, Failure> {
    let (scope, office) = (&session.scope, session.office.id);
    if !scope.reaches(client) {
        return Err(Failure::NotFound);
    }
    let found = contacts::get_with_clients(&cx.table, scope, contact).await?;
    let ContactWithClients { contact, clients: links } = found.ok_or(Failure::NotFound)?;
    let link = links.iter().find(|link| link.client_id == client).ok_or(Failure::NotFound)?;
    if let Err(conflict) = check(&session.office, link) {
        return creation.repeated_or(cx, office, scope.actor(), conflict.into()).await;
    }
    let mut transaction = cx.table.transaction();
    clients::mark_invited(&mut transaction, scope, client, cx.now());
    for limit in logins::mail_limits(cx, office, &contact.email) {
        store_logins::count(&mut transaction, &limit, cx.now());
    }
    for effect in [
        Effect::SendInvitation { office_id: office, client_id: client, contact_id: contact.id },
        Effect::RelistClient { office_id: office, client_id: client },
    ] {
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    let answer = Contact::of(&contact, link);
    creation.commit_or(cx, office, scope.actor(), transaction, answer, logins::too_many_mails).await
}

fn check(office: &OfficeRecord, link: &ContactClientRecord) -> Result<(), Conflict> {
    if !office.portal_is_reachable() {
        return Err(Conflict::PortalInactive);
    }
    if !link.client_is_open {
        return Err(Conflict::PortalClosed);
    }
    if !link.address_state.takes_mail() {
        return Err(Conflict::AddressUnreachable);
    }
    if !link.can_enter() {
        return Err(Conflict::NoAccess);
    }
    Ok(())
}
