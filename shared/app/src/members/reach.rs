//! Seeing to it that who works on something can reach it.

use sild_domain::{ClientId, ClientRelation, MemberId, OfficeId, sees_all_clients};
use sild_store::{
    OfficeScope, PageRequest, Transaction, TransactionError,
    clients::{self, ClientRecord, NamedMember},
    members::{self, MemberClientRecord, MemberRecord},
    series,
    tasks::{self, TaskHalf, TaskList},
};

use crate::{Conflict, Context, Failure};

/// How often a client is tried again that somebody else changes at the same time.
const TRIES: usize = 5;
/// How many tasks or series are read at once.
const AT_ONCE: u16 = 100;

/// Adds a plain member to the clients of their open tasks and of their series. Doing it again changes nothing.
pub async fn keep_in_reach(cx: &Context, office: OfficeId, id: MemberId) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let Some(member) = members::get(&cx.table, &scope, id).await? else { return Ok(()) };
    let mut request = PageRequest::first(AT_ONCE);
    loop {
        let page = tasks::list(&cx.table, &scope, TaskList::OfMember(id), TaskHalf::Open, &request).await?;
        for task in &page.items {
            let_in(cx, &scope, &member, task.client_id).await?;
        }
        match page.next {
            Some(next) => request.after = Some(next),
            None => break,
        }
    }
    let mut request = PageRequest::first(AT_ONCE);
    loop {
        let page = series::list(&cx.table, &scope, None, &request).await?;
        for series in &page.items {
            if series.assignee.as_ref().is_some_and(|assignee| assignee.id == id) {
                let_in(cx, &scope, &member, series.client_id).await?;
            }
        }
        match page.next {
            Some(next) => request.after = Some(next),
            None => return Ok(()),
        }
    }
}

/// Adds a member who does not see all clients to one, unless they reach it.
pub(super) async fn let_in(
    cx: &Context,
    scope: &OfficeScope,
    member: &MemberRecord,
    client: ClientId,
) -> Result<(), Failure> {
    if sees_all_clients(member.role) || !member.is_active {
        return Ok(());
    }
    for _ in 0..TRIES {
        let (relation, client) = tokio::try_join!(
            members::get_relation(&cx.table, scope, member.id, client),
            clients::get(&cx.table, scope, client),
        )?;
        let (None, Some(client)) = (relation, client) else { return Ok(()) };
        let mut transaction = cx.table.transaction();
        give(&mut transaction, scope, &client, None, member, ClientRelation::Added);
        match transaction.commit().await {
            Ok(()) => return Ok(()),
            Err(TransactionError::Refused { label: "version_mismatch", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}

/// Gives a client to a member as `relation` says, and takes it from whom `from` names.
pub(super) fn give(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    client: &ClientRecord,
    from: Option<MemberId>,
    to: &MemberRecord,
    relation: ClientRelation,
) {
    let others = |members: &[NamedMember]| {
        let others = members.iter().filter(|one| Some(one.id) != from && one.id != to.id);
        others.cloned().collect::<Vec<_>>()
    };
    let mut after = ClientRecord {
        responsible: others(&client.responsible),
        added: others(&client.added),
        ..client.clone()
    };
    let named = NamedMember { id: to.id, name: to.name.clone() };
    let list = match relation {
        ClientRelation::Responsible => &mut after.responsible,
        ClientRelation::Added => &mut after.added,
    };
    list.push(named);
    list.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
    clients::save(transaction, scope, client, &after);
    if let Some(from) = from {
        members::unrelate(transaction, scope, from, client.id);
    }
    let relation =
        MemberClientRecord { member_id: to.id, member_name: to.name.clone(), client_id: client.id, relation };
    members::relate(transaction, scope, &relation, &after);
}
