//! What members change about themselves.

use sild_domain::{Language, PersonName};
use sild_store::{
    Version,
    members::{self, MemberRecord},
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::Profile;
use crate::{Context, Failure};

/// What is to change.
#[derive(Debug, Clone, Default)]
pub struct ProfileEdit {
    /// Their name, as clients read it under messages.
    pub name: Option<PersonName>,
    /// The language of their app and mails.
    pub language: Option<Language>,
}

/// The member who is signed in: what the session was read with.
#[must_use]
pub fn get_own_profile(session: &MemberSession) -> Profile {
    Profile::of(&session.member)
}

/// Changes the member who is signed in, from `version`. A job copies a new name to what shows it.
pub async fn update_own_profile(
    cx: &Context,
    session: &MemberSession,
    version: Version,
    edit: ProfileEdit,
) -> Result<Profile, Failure> {
    let before = &session.member;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let mut after = MemberRecord {
        name: edit.name.unwrap_or_else(|| before.name.clone()),
        language: edit.language.unwrap_or(before.language),
        ..before.clone()
    };
    let mut transaction = cx.table.transaction();
    members::save(&mut transaction, &session.scope, &after);
    if after.name != before.name {
        let effect = Effect::CopyMemberName { office_id: session.office.id, member_id: before.id };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    transaction.commit().await?;
    after.v = before.v.saturating_add(1);
    Ok(Profile::of(&after))
}
