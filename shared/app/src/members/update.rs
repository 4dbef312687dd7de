//! Changing a member: their name and what they may do.

use sild_domain::{MemberId, PersonName, Role, may_change_member, sees_all_clients};
use sild_store::{
    Version,
    members::{self, MemberRecord},
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::{Member, invite::require_role};
use crate::{Conflict, Context, Failure};

/// What is to change of a member.
#[derive(Debug, Clone, Default)]
pub struct MemberEdit {
    /// Their name.
    pub name: Option<PersonName>,
    /// What they may do; never the owner's role.
    pub role: Option<Role>,
}

/// Changes a member from `version`. What they may do follows with their next request; somebody who is no admin any more is
/// added to the clients of their open tasks. The owner is touched by nobody but themselves.
pub async fn update_member(
    cx: &Context,
    session: &MemberSession,
    id: MemberId,
    version: Version,
    edit: MemberEdit,
) -> Result<Member, Failure> {
    let scope = &session.scope;
    let before = members::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
    if !may_change_member(session.member.role, before.role) {
        return Err(Failure::RoleRequired);
    }
    if let Some(role) = edit.role {
        require_role(session, role)?;
    }
    if !before.is_active {
        return Err(Conflict::MemberInactive.into());
    }
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let mut after = MemberRecord {
        name: edit.name.unwrap_or_else(|| before.name.clone()),
        role: edit.role.unwrap_or(before.role),
        ..before.clone()
    };
    let mut transaction = cx.table.transaction();
    members::save(&mut transaction, scope, &after);
    let (office_id, member_id) = (session.office.id, id);
    if after.name != before.name {
        outbox::add(&mut transaction, &cx.outbox_row(Effect::CopyMemberName { office_id, member_id }));
    }
    if sees_all_clients(before.role) && !sees_all_clients(after.role) {
        outbox::add(&mut transaction, &cx.outbox_row(Effect::KeepInReach { office_id, member_id }));
    }
    transaction.commit().await?;
    after.v = before.v.saturating_add(1);
    Ok(Member::of(&after))
}
