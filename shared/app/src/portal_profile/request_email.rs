//! Asking for another address.

use sild_domain::Email;
use sild_store::{
    TransactionError,
    contacts::{self, EmailChange},
    logins::{self, Limit},
    outbox::{self, Effect},
    sessions::ContactSession,
};

use crate::{
    Context, Failure,
    logins::{mail_limits, too_many_mails},
};

const CONTACT_LIMIT: &str = "email_change_limit";

/// Asks for a mail to `email` whose button makes it the address of the contact who is signed in (S55). It takes the place of
/// what they asked for before; their own address ends that and brings no mail.
///
/// Whose the address is nobody looks up here, so that the answer is the same for every one. Too often for one contact is
/// said; too often for one address or the office is silence, as with login links.
pub async fn request_email_change(
    cx: &Context,
    session: &ContactSession,
    email: Email,
) -> Result<(), Failure> {
    let (office, contact) = (session.office.id, &session.contact);
    let mut transaction = cx.table.transaction();
    if email.folded() == contact.email.folded() {
        contacts::forget_email_change(&mut transaction, office, contact.id);
        return Ok(transaction.commit().await?);
    }
    let limit = Limit {
        what: logins::counted_email_changes(office, contact.id),
        per_hour: cx.config.rates.email_changes_per_contact,
        label: CONTACT_LIMIT,
    };
    for limit in [limit].iter().chain(&mail_limits(cx, office, &email)) {
        logins::count(&mut transaction, limit, cx.now());
    }
    let effect = Effect::SendEmailConfirmation { office_id: office, contact_id: contact.id };
    let row = cx.outbox_row(effect);
    let change = EmailChange { email, asked: row.id, asked_at: cx.now() };
    contacts::ask_for_email(&mut transaction, office, contact.id, &change);
    outbox::add(&mut transaction, &row);
    match transaction.commit().await {
        Err(TransactionError::Refused { label: CONTACT_LIMIT, .. }) => Err(Failure::next_hour(cx.now())),
        Err(error) if too_many_mails(&error).is_some() => Ok(()),
        outcome => Ok(outcome?),
    }
}
