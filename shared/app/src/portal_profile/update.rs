//! Changing what counts at once.

use jiff::Timestamp;
use sild_domain::{Language, PersonName, Phone, ProfileChange, ProfileField, kept_changes};
use sild_store::{
    OfficeScope, Version,
    contacts::{self, ContactRecord},
    outbox::{self, Effect},
    sessions::ContactSession,
};

use super::PortalProfile;
use crate::{Context, Failure, Patch};

/// What is to change.
#[derive(Debug, Clone, Default)]
pub struct PortalProfileEdit {
    /// Their name.
    pub name: Option<PersonName>,
    /// Where they can be called.
    pub phone: Patch<Phone>,
    /// The language of their portal and mails.
    pub language: Option<Language>,
}

/// Changes the contact who is signed in, from `version`. A new name is copied to all their clients in the same transaction
/// and to the words of searches by a job; what they wrote stays under the name that they had.
pub async fn update_portal_profile(
    cx: &Context,
    session: &ContactSession,
    version: Version,
    edit: PortalProfileEdit,
) -> Result<PortalProfile, Failure> {
    let (office, id) = (session.office.id, session.contact.id);
    let scope = OfficeScope::for_job(office);
    // The session has only those of their clients that they can enter.
    let found = contacts::get_with_clients(&cx.table, &scope, id).await?.ok_or(Failure::NotFound)?;
    let before = found.contact;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let mut after = before.clone();
    after.name = edit.name.unwrap_or(after.name);
    after.phone = edit.phone.of(after.phone);
    after.language = edit.language.unwrap_or(after.language);
    after.changes = kept_changes(changes(&before, &after, cx.now()), before.changes.clone());

    let mut transaction = cx.table.transaction();
    contacts::save(&mut transaction, &scope, &after);
    if after.name != before.name {
        for link in &found.clients {
            contacts::set_link(&mut transaction, &scope, link, &after.name, None);
        }
        let effect = Effect::CopyContactName { office_id: office, contact_id: id };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    transaction.commit().await?;
    after.v = before.v.saturating_add(1);
    Ok(PortalProfile::of(cx, &after))
}

fn changes(
    before: &ContactRecord,
    after: &ContactRecord,
    now: Timestamp,
) -> impl Iterator<Item = ProfileChange> {
    let phone = |contact: &ContactRecord| contact.phone.as_ref().map(ToString::to_string);
    let (old_phone, new_phone) = (phone(before), phone(after));
    [
        (ProfileField::Name, Some(before.name.as_str()), Some(after.name.as_str())),
        (ProfileField::Phone, old_phone.as_deref(), new_phone.as_deref()),
        (ProfileField::Language, Some(before.language.tag()), Some(after.language.tag())),
    ]
    .map(|(field, old, new)| ProfileChange::between(field, old, new, &before.name, now))
    .into_iter()
    .flatten()
}
