//! The click in the mail: the new address counts from now on.

use serde::Serialize;
use sild_domain::{
    ContactId, Email, OfficeId, OutboxId, ProfileChange, ProfileField, kept_changes,
    login::{is_valid_at, link_lifetime},
};
use sild_store::{
    OfficeScope, TransactionError, acting,
    contacts::{self, AddressState, ContactClientRecord, ContactRecord, ContactWithClients},
    holdings::PersonId,
    logins::{self, LinkFor},
    offices::{self, OfficeRecord},
    outbox::{self, Effect},
};
use utoipa::ToSchema;

use crate::{Conflict, Context, Failure, secrets};

/// How often it is tried again when the contact changes at the same time.
const TRIES: usize = 4;

/// The address that counts from now on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EmailChanged {
    /// The address: it was the mail to it that brought whoever reads this here.
    pub email: String,
}

/// The wish that a link belongs to.
#[derive(Debug, Clone, Copy)]
struct Wish {
    office: OfficeId,
    contact: ContactId,
    asked: OutboxId,
}

/// Spends the link of a mail and makes the address that it was sent to the contact's (S55): their login and where mails go,
/// in every copy. The old address is told. Sessions go on, as it is the same person; login links that went to the old
/// address let nobody in any more.
pub async fn confirm_email_change(cx: &Context, token: &str) -> Result<EmailChanged, Failure> {
    if !secrets::is_well_formed(token) {
        return Err(Failure::NotFound);
    }
    let hash = secrets::hash(&[token]);
    let link = logins::get_link(&cx.table, &hash).await?.ok_or(Failure::NotFound)?;
    let LinkFor::EmailChange { office_id: office, contact_id: contact, asked } = link.link_for else {
        return Err(Failure::NotFound);
    };
    acting::is(PersonId::Contact(contact));
    if link.spent_at.is_some() {
        return Err(Conflict::LinkSpent.into());
    }
    if !is_valid_at(link.issued_at, link_lifetime(cx.config.link_lifetime_hours), cx.now()) {
        return Err(Conflict::LinkExpired.into());
    }
    let wish = Wish { office, contact, asked };
    for _ in 0..TRIES {
        let found = read(cx, wish).await?;
        check(&found.contact, &link.email, asked)?;
        match change(cx, &hash, wish, &found, &link.email).await {
            Ok(()) => return Ok(EmailChanged { email: link.email.to_string() }),
            Err(TransactionError::Refused { label: "version_mismatch" | "contact_gone", .. }) => {}
            Err(TransactionError::Refused { label: "address_taken", .. }) => {
                return Err(Conflict::AddressTaken.into());
            }
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}

/// A contact who lost their access since the mail was sent changes nothing any more (S29).
async fn read(cx: &Context, wish: Wish) -> Result<ContactWithClients, Failure> {
    let scope = OfficeScope::for_job(wish.office);
    let (office, found) = tokio::try_join!(
        offices::get(&cx.table, &scope),
        contacts::get_with_clients(&cx.table, &scope, wish.contact),
    )?;
    let is_reachable = office.as_ref().is_some_and(OfficeRecord::portal_is_reachable);
    found
        .filter(|found| is_reachable && found.clients.iter().any(ContactClientRecord::can_enter))
        .ok_or(Failure::NotFound)
}

/// Only their last wish counts. A mail that was sent twice has two links, of which one is enough.
fn check(contact: &ContactRecord, email: &Email, asked: OutboxId) -> Result<(), Failure> {
    if contact.email.folded() == email.folded() {
        return Err(Conflict::LinkSpent.into());
    }
    let is_last = contact.email_change.as_ref().is_some_and(|change| change.asked == asked);
    if is_last { Ok(()) } else { Err(Conflict::LinkReplaced.into()) }
}

async fn change(
    cx: &Context,
    hash: &str,
    wish: Wish,
    found: &ContactWithClients,
    email: &Email,
) -> Result<(), TransactionError> {
    let (before, now) = (&found.contact, cx.now());
    let scope = OfficeScope::for_job(wish.office);
    let (old, new) = (before.email.as_str(), email.as_str());
    let news = ProfileChange::between(ProfileField::Email, Some(old), Some(new), &before.name, now);
    let after = ContactRecord {
        email: email.clone(),
        changes: kept_changes(news, before.changes.clone()),
        ..before.clone()
    };
    let mut transaction = cx.table.transaction();
    logins::spend_link(&mut transaction, hash, now);
    contacts::change_email(&mut transaction, &scope, before, &after, wish.asked);
    for link in &found.clients {
        contacts::set_link_email(&mut transaction, &scope, link, email);
    }
    let words = Effect::CopyContactName { office_id: wish.office, contact_id: wish.contact };
    outbox::add(&mut transaction, &cx.outbox_row(words));
    // An address that mail does not reach, or that wants none, gets none.
    if before.address_state == AddressState::Ok {
        let told = Effect::SendEmailChanged {
            office_id: wish.office,
            contact_id: wish.contact,
            email: before.email.clone(),
            masked: email.masked(),
            at: now,
        };
        outbox::add(&mut transaction, &cx.outbox_row(told));
    }
    transaction.commit().await
}
