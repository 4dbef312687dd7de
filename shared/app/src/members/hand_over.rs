//! Handing the office over to another owner.

use sild_domain::{MemberId, Role, may_hand_over_office};
use sild_store::{
    TransactionError,
    members::{self, MemberRecord},
    sessions::MemberSession,
};

use super::Member;
use crate::{Conflict, Context, Failure};

/// How often it is tried again when one of the two is changed at the same time.
const TRIES: usize = 3;

/// Makes an active admin the owner and the owner an admin, in one transaction: at every instant there is exactly one
/// owner. Answers the new one.
pub async fn hand_over_ownership(
    cx: &Context,
    session: &MemberSession,
    to: MemberId,
) -> Result<Member, Failure> {
    let scope = &session.scope;
    for _ in 0..TRIES {
        let ids = if to == session.member.id { vec![to] } else { vec![session.member.id, to] };
        let found = members::get_many(&cx.table, scope, &ids).await?;
        let of = |id: MemberId| found.iter().find(|member| member.id == id);
        let owner = of(session.member.id).filter(|member| member.role == Role::Owner && member.is_active);
        let owner = owner.ok_or(Failure::RoleRequired)?;
        let heir = of(to).ok_or_else(|| Failure::field("/member_id", "invalid_id"))?;
        if !heir.is_active || !may_hand_over_office(owner.role, heir.role) {
            return Err(Conflict::NotAnAdmin.into());
        }
        let mut new_owner = MemberRecord { role: Role::Owner, ..heir.clone() };
        let mut transaction = cx.table.transaction();
        members::save(&mut transaction, scope, &MemberRecord { role: Role::Admin, ..owner.clone() });
        members::save(&mut transaction, scope, &new_owner);
        match transaction.commit().await {
            Ok(()) => {
                new_owner.v = heir.v.saturating_add(1);
                return Ok(Member::of(&new_owner));
            }
            Err(TransactionError::Refused { label: "version_mismatch", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
