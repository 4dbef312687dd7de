//! That mail does not reach a contact any more.

use std::collections::BTreeMap;

use sild_domain::{ContactId, NotificationId, OfficeId};
use sild_store::{
    OfficeScope,
    contacts::{self, ContactClientRecord},
    notifications::{NotificationKind, NotificationRecord, Recipient},
    outbox::OutboxRecord,
};

use super::{
    KEPT,
    fan_out::{answering, write},
};
use crate::{Context, Failure, secrets};

/// Tells who answers for the contact's clients, in the app, once each; for a client for whom nobody answers the admins and
/// the owner. Told again, it is the same.
pub async fn tell_of_unreachable(
    cx: &Context,
    row: &OutboxRecord,
    office: OfficeId,
    contact: ContactId,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let Some(found) = contacts::get_with_clients(&cx.table, &scope, contact).await? else { return Ok(()) };
    // A new address has come meanwhile, or they are gone.
    if found.contact.address_state.takes_mail() || found.contact.erased_at.is_some() {
        return Ok(());
    }
    let mut links = found.clients.iter().collect::<Vec<_>>();
    links.sort_by_key(|link| (&link.client_name, link.client_id));
    let mut told = BTreeMap::<_, &ContactClientRecord>::new();
    for link in links {
        for member in answering(cx, &scope, link.client_id).await? {
            told.entry(member).or_insert(link);
        }
    }
    for (member, link) in told {
        let recipient = Recipient::Member(member);
        let determined = secrets::derived_bytes(&[&row.id.key(), &recipient.name()]);
        let notification = NotificationRecord {
            id: NotificationId::new(row.created_at, determined),
            office_id: office,
            recipient,
            kind: NotificationKind::AddressBounced,
            thread: None,
            title: None,
            client_id: link.client_id,
            client_name: link.client_name.clone(),
            actor: found.contact.name.clone(),
            actor_is: Some(Recipient::Contact(contact)),
            at: row.created_at,
            is_in_app: true,
            is_read: false,
            mail_at: None,
            leased_until: None,
            ttl: cx.now().checked_add(KEPT).unwrap_or(jiff::Timestamp::MAX).as_second(),
        };
        write(cx, &scope, notification).await?;
    }
    Ok(())
}
