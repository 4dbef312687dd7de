//! The mail job's side of a new address: the link to it, and what the old one is told.

use jiff::Timestamp;
use sild_domain::{ContactId, Email, OfficeId};
use sild_store::{
    OfficeScope,
    contacts::{self, ContactClientRecord, ContactWithClients},
    logins::{LinkFor, LinkRecord},
    offices::{self, OfficeRecord},
    outbox::OutboxRecord,
};

use crate::{
    Context, Failure,
    logins::mint_link,
    mail::{self, Brand, Letter, Outgoing},
};

/// Mails the link to the address that a contact wants, if this row still is their last word and they can enter the portal.
/// A retry mints a new secret.
pub(crate) async fn send_email_confirmation(
    cx: &Context,
    row: &OutboxRecord,
    office: OfficeId,
    contact: ContactId,
) -> Result<(), Failure> {
    let Some((office, found)) = read(cx, office, contact).await? else { return Ok(()) };
    let is_let_in = found.clients.iter().any(ContactClientRecord::can_enter);
    let contact = found.contact;
    let change = contact.email_change.filter(|change| is_let_in && change.asked == row.id);
    let (Some(change), Some(slug)) = (change, &office.slug) else { return Ok(()) };
    let link_for = LinkFor::EmailChange { office_id: office.id, contact_id: contact.id, asked: row.id };
    let link = LinkRecord::issued(link_for, change.email.clone(), None, cx.now());
    let minted = mint_link(cx, link, None).await?;
    let outgoing = Outgoing {
        to: change.email,
        to_name: contact.name,
        language: contact.language,
        brand: Brand::of_office(&cx.config, &office),
        letter: Letter::EmailChange,
        url: format!("{}/email#e={}", cx.config.portal_url_of(slug), minted.token),
        about: None,
        reply_to: None,
        settings_url: None,
    };
    mail::send_or_settle(cx, outgoing, "new address").await.map(|_| ())
}

/// Tells the address that a contact had that another one counts since `at`, and what to do if it was not them.
pub(crate) async fn send_email_changed(
    cx: &Context,
    office: OfficeId,
    contact: ContactId,
    email: &Email,
    masked: &str,
    at: Timestamp,
) -> Result<(), Failure> {
    let Some((office, found)) = read(cx, office, contact).await? else { return Ok(()) };
    let (contact, Some(slug)) = (found.contact, &office.slug) else { return Ok(()) };
    if contact.erased_at.is_some() {
        return Ok(());
    }
    let at = office.time_zone.zone().to_datetime(at);
    let outgoing = Outgoing {
        to: email.clone(),
        to_name: contact.name,
        language: contact.language,
        brand: Brand::of_office(&cx.config, &office),
        letter: Letter::EmailChanged { new_email: masked.to_owned(), at },
        url: format!("{}/", cx.config.portal_url_of(slug)),
        about: None,
        reply_to: None,
        settings_url: None,
    };
    mail::send_or_settle(cx, outgoing, "address changed").await.map(|_| ())
}

async fn read(
    cx: &Context,
    office: OfficeId,
    contact: ContactId,
) -> Result<Option<(OfficeRecord, ContactWithClients)>, Failure> {
    let scope = OfficeScope::for_job(office);
    let (office, found) = tokio::try_join!(
        offices::get(&cx.table, &scope),
        contacts::get_with_clients(&cx.table, &scope, contact),
    )?;
    Ok(office.filter(OfficeRecord::portal_is_reachable).zip(found))
}
