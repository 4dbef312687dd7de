//! Changing a contact.

use sild_domain::{ClientId, ContactId, Language, PersonName, Phone};
use sild_store::{
    Version, contacts,
    contacts::ContactWithClients,
    outbox::{self, Effect},
    sessions::MemberSession,
};

use crate::{Context, Failure, Patch, clients::Contact};

/// What is to change of a contact.
#[derive(Debug, Clone, Default)]
pub struct ContactEdit {
    /// Their name.
    pub name: Option<PersonName>,
    /// Where they can be called.
    pub phone: Patch<Phone>,
    /// The language of their portal and mails.
    pub language: Option<Language>,
    /// Whether they may act for this client.
    pub has_access: Option<bool>,
}

/// Changes a contact of a client from `version`. A new name is copied to all their clients in the same transaction;
/// access that is taken away ends with their next request (S29).
pub async fn update_contact(
    cx: &Context,
    session: &MemberSession,
    client: ClientId,
    contact: ContactId,
    version: Version,
    edit: ContactEdit,
) -> Result<Contact, Failure> {
    let scope = &session.scope;
    if !scope.reaches(client) {
        return Err(Failure::NotFound);
    }
    let found = contacts::get_with_clients(&cx.table, scope, contact).await?;
    let ContactWithClients { contact: before, clients } = found.ok_or(Failure::NotFound)?;
    let own = clients.iter().find(|link| link.client_id == client).ok_or(Failure::NotFound)?;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let mut after = before.clone();
    after.name = edit.name.unwrap_or(after.name);
    after.phone = edit.phone.of(after.phone);
    after.language = edit.language.unwrap_or(after.language);
    let is_renamed = after.name != before.name;

    let mut transaction = cx.table.transaction();
    contacts::save(&mut transaction, scope, &after);
    for link in &clients {
        let has_access = edit.has_access.filter(|_| link.client_id == client);
        if is_renamed || has_access.is_some() {
            contacts::set_link(&mut transaction, scope, link, &after.name, has_access);
        }
    }
    if is_renamed {
        let effect = Effect::CopyContactName { office_id: session.office.id, contact_id: contact };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    transaction.commit().await?;
    after.v = before.v.saturating_add(1);
    let mut link = own.clone();
    link.has_access = edit.has_access.unwrap_or(link.has_access);
    Ok(Contact::of(&after, &link))
}
