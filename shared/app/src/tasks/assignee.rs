//! The member who works on a task.

use sild_domain::{ClientId, MemberId, sees_all_clients};
use sild_store::{Transaction, clients::NamedMember, members, sessions::MemberSession};

use crate::{Context, Failure};

/// A member who is to work on something, and whether they see every client.
#[derive(Debug, Clone)]
pub(crate) struct Assignee {
    /// Who.
    pub(crate) member: NamedMember,
    sees_all: bool,
}

/// The active member with this id.
pub(crate) async fn find_assignee(
    cx: &Context,
    session: &MemberSession,
    id: Option<MemberId>,
) -> Result<Option<Assignee>, Failure> {
    let Some(id) = id else { return Ok(None) };
    let member = if id == session.member.id {
        Some(session.member.clone())
    } else {
        members::get(&cx.table, &session.scope, id).await?
    };
    let member = member
        .filter(|member| member.is_active)
        .ok_or_else(|| Failure::field("/assignee_id", "invalid_id"))?;
    let sees_all = sees_all_clients(member.role);
    Ok(Some(Assignee { member: NamedMember { id: member.id, name: member.name }, sees_all }))
}

impl Assignee {
    /// Only if they see the client. Refused as `not_on_client`.
    pub(crate) fn require_on(
        &self,
        transaction: &mut Transaction<'_>,
        session: &MemberSession,
        client: ClientId,
    ) {
        if !self.sees_all {
            members::require_relation(transaction, &session.scope, self.member.id, client);
        }
    }
}
