//! What members and contacts have in common: what they switched off, the key of the links in their mails, and whether mail
//! reaches them.

use sild_domain::{AddressState, Language, OfficeId, SwitchedOff};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update, Version,
    contacts::{ContactRecord, ContactWithClients, contact_key, link_key},
    key::Key,
    members::MemberRecord,
    notifications::Recipient,
    record::text,
};

/// Of a person, what their notifications depend on.
#[derive(Debug, Clone)]
pub struct Told {
    /// The language that they read.
    pub language: Language,
    /// What they do not want to be told.
    pub switched_off: SwitchedOff,
    /// The key of the links in their mails; `None` before the first such mail, and once they are erased.
    pub mail_key: Option<String>,
    /// Rises with each edit.
    pub v: Version,
}

impl From<MemberRecord> for Told {
    fn from(member: MemberRecord) -> Self {
        let MemberRecord { language, switched_off, mail_key, v, .. } = member;
        Self { language, switched_off, mail_key, v }
    }
}

impl From<ContactRecord> for Told {
    fn from(contact: ContactRecord) -> Self {
        let ContactRecord { language, switched_off, mail_key, v, .. } = contact;
        Self { language, switched_off, mail_key, v }
    }
}

fn key_of(office: OfficeId, who: Recipient) -> Key {
    Key::new(who.partition(office), "A")
}

/// Reads what a person's notifications depend on.
///
/// # Errors
/// [`StoreError`]
pub async fn get(table: &Table, office: OfficeId, who: Recipient) -> Result<Option<Told>, StoreError> {
    let key = key_of(office, who);
    Ok(match who {
        Recipient::Member(_) => table.get::<MemberRecord>(&key).await?.map(Told::from),
        Recipient::Contact(_) => table.get::<ContactRecord>(&key).await?.map(Told::from),
    })
}

/// The key of the links in a person's mails: `fresh` where they had none. `None` when there is nobody to mail any more.
///
/// # Errors
/// [`StoreError`]
pub async fn mail_key(
    table: &Table,
    office: OfficeId,
    who: Recipient,
    fresh: &str,
) -> Result<Option<String>, StoreError> {
    let update = Update::new(&key_of(office, who)).set_once("mail_key", fresh);
    let update = match who {
        Recipient::Member(_) => update.when_equal("ent", MemberRecord::ENT).when_equal("is_active", true),
        Recipient::Contact(_) => update.when_equal("ent", ContactRecord::ENT).when_lacks("erased_at"),
    };
    let item = table.update(update).await?;
    Ok(item.and_then(|item| text(&item, "mail_key").map(str::to_owned)))
}

/// Writes what a person does not want to be told, if they still have this version. Refused as `version_mismatch`.
pub fn save_switches(
    transaction: &mut Transaction<'_>,
    office: OfficeId,
    who: Recipient,
    v: Version,
    switched_off: &SwitchedOff,
) {
    let update = Update::new(&key_of(office, who));
    let update = if *switched_off == SwitchedOff::default() {
        update.remove("switched_off")
    } else {
        update.set("switched_off", switched_off)
    };
    transaction.update("version_mismatch", update.at_version(v));
}

/// Remembers whether mail reaches a contact who still is as they were read, in all their links too. Refused as
/// `contact_changed`.
pub fn set_contact_address_state(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    found: &ContactWithClients,
    state: AddressState,
) {
    let key = contact_key(scope.office(), found.contact.id);
    let update = Update::new(&key).set("address_state", state).at_version(found.contact.v);
    transaction.update("contact_changed", update);
    for link in &found.clients {
        let update = Update::new(&link_key(scope, link)).set("address_state", state).when_exists();
        transaction.update("contact_changed", update);
    }
}

/// Remembers whether mail reaches a member who still is as they were read. Refused as `member_changed`.
pub fn set_member_address_state(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: &MemberRecord,
    state: AddressState,
) {
    let key = key_of(scope.office(), Recipient::Member(before.id));
    let update = Update::new(&key).set("address_state", state).at_version(before.v);
    transaction.update("member_changed", update);
}
