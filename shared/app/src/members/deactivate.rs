//! Deactivating a member, and letting them back in.

use sild_domain::{MemberId, Role};
use sild_store::{
    OfficeScope, PageRequest, StoreError, TransactionError,
    members::{self, MemberRecord},
    outbox::{self, Effect},
    sessions::MemberSession,
    tasks::{self, TaskHalf, TaskList},
};

use super::Member;
use crate::{Conflict, Context, Failure};

/// Deactivates a member: their sessions end with this, and a job gives their clients, open tasks and series to the member
/// `reassign_to`, who must be named if there is anything to give. The owner cannot be deactivated: they hand the office
/// over first.
pub async fn deactivate_member(
    cx: &Context,
    session: &MemberSession,
    id: MemberId,
    reassign_to: Option<MemberId>,
) -> Result<Member, Failure> {
    let (table, scope) = (&cx.table, &session.scope);
    let asked = unique([Some(id), reassign_to].into_iter().flatten().collect());
    let (found, has_work) =
        tokio::try_join!(members::get_many(table, scope, &asked), has_work(cx, scope, id))?;
    let before = found.iter().find(|member| member.id == id).ok_or(Failure::NotFound)?;
    if before.role == Role::Owner {
        return Err(Conflict::OwnerStays.into());
    }
    if !before.is_active {
        return Err(Conflict::MemberInactive.into());
    }
    check_heir(&found, id, reassign_to, has_work)?;
    let mut after = MemberRecord { is_active: false, is_leaving: true, ..before.clone() };
    let mut transaction = table.transaction();
    members::save(&mut transaction, scope, &after);
    if let Some(heir) = reassign_to {
        members::require_active(&mut transaction, scope, heir);
    }
    let effect = Effect::HandOverWork { office_id: session.office.id, member_id: id, to: reassign_to };
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    commit(transaction).await?;
    after.v = before.v.saturating_add(1);
    Ok(Member::of(&after))
}

fn unique(mut ids: Vec<MemberId>) -> Vec<MemberId> {
    ids.sort();
    ids.dedup();
    ids
}

/// Whether clients or open tasks are left with nobody when the member goes.
async fn has_work(cx: &Context, scope: &OfficeScope, id: MemberId) -> Result<bool, StoreError> {
    let first = PageRequest::first(1);
    let (clients, tasks) = tokio::try_join!(
        members::clients_of(&cx.table, scope, id, 1),
        tasks::list(&cx.table, scope, TaskList::OfMember(id), TaskHalf::Open, &first),
    )?;
    Ok(!clients.is_empty() || !tasks.items.is_empty())
}

fn check_heir(
    found: &[MemberRecord],
    id: MemberId,
    heir: Option<MemberId>,
    has_work: bool,
) -> Result<(), Failure> {
    match heir {
        None if has_work => Err(Failure::field("/reassign_to", "required")),
        None => Ok(()),
        Some(heir) => {
            let is_usable = heir != id && found.iter().any(|member| member.id == heir && member.is_active);
            if is_usable { Ok(()) } else { Err(Failure::field("/reassign_to", "invalid_id")) }
        }
    }
}

/// Lets a deactivated member sign in again, as what they were. What they worked on stays with those who took it on.
pub async fn reactivate_member(
    cx: &Context,
    session: &MemberSession,
    id: MemberId,
) -> Result<Member, Failure> {
    let scope = &session.scope;
    let before = members::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
    if before.is_active {
        return Err(Conflict::MemberActive.into());
    }
    if before.is_leaving {
        return Err(Conflict::Busy.into());
    }
    let mut after = MemberRecord { is_active: true, ..before.clone() };
    let mut transaction = cx.table.transaction();
    members::save(&mut transaction, scope, &after);
    commit(transaction).await?;
    after.v = before.v.saturating_add(1);
    Ok(Member::of(&after))
}

/// Nobody read a version, so that one which moved on is no mistake of theirs.
async fn commit(transaction: sild_store::Transaction<'_>) -> Result<(), Failure> {
    transaction.commit().await.map_err(|error| match error {
        TransactionError::Refused { label: "version_mismatch", .. } => Conflict::Busy.into(),
        TransactionError::Refused { label: "member_inactive", .. } => {
            Failure::field("/reassign_to", "invalid_id")
        }
        error => error.into(),
    })
}
