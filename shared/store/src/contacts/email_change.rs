//! A contact's new address: asked for, and in the place of the old one once it was confirmed (S55).

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{ContactId, Email, OfficeId, OutboxId};

use super::{
    AddressState, ContactAddressRecord, ContactClientRecord, ContactRecord, OWN_LIFE, address_key,
    contact_key, contact_keys, link_key,
};
use crate::{OfficeScope, Transaction, Update, key::Keys};

/// An address that counts once somebody presses the button of the mail that was sent to it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct EmailChange {
    /// The address.
    pub email: Email,
    /// The row of the outbox that wants the mail. The next one takes its place, and the link of this one counts no more.
    pub asked: OutboxId,
    /// When.
    pub asked_at: Timestamp,
}

/// Remembers the address that a contact wants, in place of one that they wanted before. Refused as `contact_gone`.
pub fn ask_for_email(
    transaction: &mut Transaction<'_>,
    office: OfficeId,
    contact: ContactId,
    change: &EmailChange,
) {
    let update = Update::new(&contact_key(office, contact))
        .set("email_change", change)
        .when_exists()
        .when_lacks("erased_at");
    transaction.update("contact_gone", update);
}

/// Forgets the address that a contact wanted. Refused as `contact_gone`.
pub fn forget_email_change(transaction: &mut Transaction<'_>, office: OfficeId, contact: ContactId) {
    let update = Update::new(&contact_key(office, contact)).remove("email_change").when_exists();
    transaction.update("contact_gone", update);
}

/// Gives a contact the address of `after`, to which mail came, and moves the claim. Refused as `address_taken` where
/// somebody else has it, and as `version_mismatch` where the contact, the number of their clients or what they want is not as
/// `before` was read.
pub fn change_email(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: &ContactRecord,
    after: &ContactRecord,
    asked: OutboxId,
) {
    let claim = ContactAddressRecord { contact_id: after.id };
    transaction.put_new("address_taken", &Keys::new(address_key(scope, &after.email)), &claim);
    transaction.delete(&address_key(scope, &before.email));
    let keys = contact_keys(scope, after);
    let update = Update::new(&keys.primary)
        .save(&keys, after, &OWN_LIFE)
        .set("address_state", AddressState::Ok)
        .remove("email_change")
        .when_equal("email_change.asked", asked)
        .when_equal("client_count", before.client_count)
        .at_version(before.v);
    transaction.update("version_mismatch", update);
}

/// Copies a contact's new address, to which mail came, into a link. Refused as `contact_gone`.
pub fn set_link_email(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    link: &ContactClientRecord,
    email: &Email,
) {
    let update = Update::new(&link_key(scope, link))
        .set("email", email)
        .set("address_state", AddressState::Ok)
        .when_exists();
    transaction.update("contact_gone", update);
}
