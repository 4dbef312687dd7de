//! Inviting people to the office.

use sild_domain::{
    AddressState, Email, Language, MemberId, PersonName, Role, SwitchedOff, may_change_member,
};
use sild_store::{
    TransactionError, logins as store_logins,
    members::{self, MemberRecord},
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::Member;
use crate::{Conflict, Context, Creation, Failure, logins, tasks::refused_by};

/// Who is invited, and as what.
#[derive(Debug, Clone)]
pub struct NewMember {
    /// Their name.
    pub name: PersonName,
    /// Their login; it may belong to a member of another office as well.
    pub email: Email,
    /// What they may do; never the owner.
    pub role: Role,
    /// The language of their app and mails: the office's unless told.
    pub language: Option<Language>,
}

/// Makes a member and mails them a link to sign in with. They can be given work at once.
pub async fn invite_member(
    cx: &Context,
    session: &MemberSession,
    new: NewMember,
    creation: &Creation,
) -> Result<Member, Failure> {
    require_role(session, new.role)?;
    let now = cx.now();
    let member = MemberRecord {
        id: MemberId::new(now, cx.random()),
        name: new.name,
        email: new.email,
        role: new.role,
        language: new.language.unwrap_or(session.office.language),
        is_active: true,
        is_leaving: false,
        invited_at: Some(now),
        last_seen_at: None,
        unread_notifications: 0,
        address_state: AddressState::Ok,
        switched_off: SwitchedOff::default(),
        mail_key: None,
        created_at: now,
        v: 1,
    };
    let mut transaction = cx.table.transaction();
    // First, so that somebody who is a member is refused before they are counted.
    members::create(&mut transaction, session.office.id, &member);
    add_invitation(cx, &mut transaction, session, &member);
    let answer = Member::of(&member);
    creation.commit_or(cx, session.office.id, session.scope.actor(), transaction, answer, refusal).await
}

/// Mails the invitation again to a member who has never signed in.
pub async fn resend_member_invitation(
    cx: &Context,
    session: &MemberSession,
    id: MemberId,
) -> Result<Member, Failure> {
    let found = members::get(&cx.table, &session.scope, id).await?.ok_or(Failure::NotFound)?;
    if !found.is_active {
        return Err(Conflict::MemberInactive.into());
    }
    if found.last_seen_at.is_some() || found.invited_at.is_none() {
        return Err(Conflict::AlreadyJoined.into());
    }
    let mut member = MemberRecord { invited_at: Some(cx.now()), ..found };
    let mut transaction = cx.table.transaction();
    members::save(&mut transaction, &session.scope, &member);
    add_invitation(cx, &mut transaction, session, &member);
    transaction.commit().await.map_err(|error| refusal(&error).unwrap_or_else(|| error.into()))?;
    member.v = member.v.saturating_add(1);
    Ok(Member::of(&member))
}

fn add_invitation(
    cx: &Context,
    transaction: &mut sild_store::Transaction<'_>,
    session: &MemberSession,
    member: &MemberRecord,
) {
    for limit in logins::mail_limits(cx, session.office.id, &member.email) {
        store_logins::count(transaction, &limit, cx.now());
    }
    let effect = Effect::SendMemberInvitation {
        office_id: session.office.id,
        member_id: member.id,
        invited_by: session.member.id,
    };
    outbox::add(transaction, &cx.outbox_row(effect));
}

/// Refuses a role that the member who acts cannot give: the owner's changes hands only by handing it over.
pub(super) fn require_role(session: &MemberSession, role: Role) -> Result<(), Failure> {
    if may_change_member(session.member.role, role) {
        Ok(())
    } else {
        Err(Failure::field("/role", "handed_over_only"))
    }
}

fn refusal(error: &TransactionError) -> Option<Failure> {
    if refused_by(error, "address_taken") {
        return Some(Conflict::AlreadyExists.into());
    }
    if refused_by(error, "version_mismatch") {
        return Some(Conflict::Busy.into());
    }
    logins::too_many_mails(error)
}
