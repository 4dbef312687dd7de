//! Copying a renamed member's name to what shows it now; what they wrote stays under the name that they had.

use futures::future::try_join_all;
use sild_domain::{ClientId, MemberId, OfficeId, PersonName};
use sild_store::{
    OfficeScope, PageRequest, clients,
    members::{self, MemberRecord},
    series,
    tasks::{self, TaskHalf, TaskList},
};

use crate::{Conflict, Context, Failure};

/// How many records are read, and then written side by side, at once.
const AT_ONCE: u16 = 50;
/// How often a client is tried again that somebody else changes at the same time.
const TRIES: usize = 5;

/// Copies the name that a member has now to their clients, tasks and series. Doing it again changes nothing; where they
/// were renamed again meanwhile, the newest name is the one that stays.
pub async fn copy_member_name(cx: &Context, office: OfficeId, id: MemberId) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let mut copied: Option<PersonName> = None;
    while let Some(member) = members::get(&cx.table, &scope, id).await? {
        if copied.as_ref() == Some(&member.name) {
            break;
        }
        for relation in members::all_clients_of(&cx.table, &scope, id).await? {
            let client = relation.client_id;
            members::copy_name_to_relation(&cx.table, &scope, id, client, &member.name).await?;
            to_client(cx, &scope, &member, client).await?;
        }
        to_tasks(cx, &scope, &member).await?;
        to_series(cx, &scope, &member).await?;
        copied = Some(member.name);
    }
    Ok(())
}

async fn to_client(
    cx: &Context,
    scope: &OfficeScope,
    member: &MemberRecord,
    client: ClientId,
) -> Result<(), Failure> {
    for _ in 0..TRIES {
        let Some(before) = clients::get(&cx.table, scope, client).await? else { return Ok(()) };
        let mut after = before.clone();
        for named in after.responsible.iter_mut().chain(&mut after.added) {
            if named.id == member.id {
                named.name = member.name.clone();
            }
        }
        let is_same = after.responsible == before.responsible && after.added == before.added;
        if is_same || clients::copy_member_names(&cx.table, scope, &before, &after).await? {
            return Ok(());
        }
    }
    Err(Conflict::Busy.into())
}

async fn to_tasks(cx: &Context, scope: &OfficeScope, member: &MemberRecord) -> Result<(), Failure> {
    for half in [TaskHalf::Open, TaskHalf::Finished] {
        let mut request = PageRequest::first(AT_ONCE);
        loop {
            let page = tasks::list(&cx.table, scope, TaskList::OfMember(member.id), half, &request).await?;
            let copies = page
                .items
                .iter()
                .map(|task| tasks::copy_assignee_name(&cx.table, scope, task.id, member.id, &member.name));
            try_join_all(copies).await?;
            match page.next {
                Some(next) => request.after = Some(next),
                None => break,
            }
        }
    }
    Ok(())
}

async fn to_series(cx: &Context, scope: &OfficeScope, member: &MemberRecord) -> Result<(), Failure> {
    let mut request = PageRequest::first(AT_ONCE);
    loop {
        let page = series::list(&cx.table, scope, None, &request).await?;
        let is_theirs = |series: &&sild_store::series::SeriesRecord| {
            series.assignee.as_ref().is_some_and(|assignee| assignee.id == member.id)
        };
        let copies =
            page.items.iter().filter(is_theirs).map(|series| {
                series::copy_assignee_name(&cx.table, scope, series.id, member.id, &member.name)
            });
        try_join_all(copies).await?;
        match page.next {
            Some(next) => request.after = Some(next),
            None => return Ok(()),
        }
    }
}
