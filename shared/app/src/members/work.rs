//! The job that gives what a deactivated member worked on to somebody else, a bounded part at a time. Each part finds what
//! is left, so that one which is carried out twice, or dies midway, gives nothing twice and loses nothing.

use sild_domain::{ClientRelation, MemberId, OfficeId, Role};
use sild_store::{
    OfficeScope, PageRequest, TransactionError, clients,
    clients::NamedMember,
    members::{self, MemberClientRecord, MemberRecord},
    outbox::{self, Effect},
    series::{self, SeriesRecord},
    sessions,
    tasks::{self, TaskHalf, TaskList, TaskRecord},
    threads::ThreadActivity,
};

use super::reach::{give, let_in};
use crate::{Context, Failure};

/// How many clients, tasks or series one part gives away.
const AT_ONCE: u16 = 25;
/// How many entries of a list are looked through at once.
const READ_AT_ONCE: u16 = 100;

/// Gives the next part away, and asks for the part after it until one finds nothing. Somebody who is back keeps the rest.
pub async fn hand_over_work(
    cx: &Context,
    office: OfficeId,
    id: MemberId,
    to: Option<MemberId>,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let Some(leaver) = members::get(&cx.table, &scope, id).await? else { return Ok(()) };
    if leaver.is_active || !leaver.is_leaving {
        return Ok(());
    }
    for session in sessions::list_of_member(&cx.table, &scope, id).await? {
        sessions::end_one_of_member(&cx.table, &scope, id, &session.hash).await?;
    }
    let heir = heir(cx, &scope, id, to).await?;
    let part = Part { cx, scope: &scope, leaver: id, heir: &heir };
    if part.clients().await? || part.tasks().await? || part.series().await? {
        let effect = Effect::HandOverWork { office_id: office, member_id: id, to };
        outbox::put(&cx.table, &cx.outbox_row(effect)).await?;
    } else {
        members::finish_leaving(&cx.table, &scope, id).await?;
    }
    Ok(())
}

/// Who takes it on: whom the deactivation named, or the owner, who is always there.
async fn heir(
    cx: &Context,
    scope: &OfficeScope,
    leaver: MemberId,
    to: Option<MemberId>,
) -> Result<MemberRecord, Failure> {
    if let Some(to) = to {
        let named = members::get(&cx.table, scope, to).await?;
        if let Some(named) = named.filter(|member| member.is_active && member.id != leaver) {
            return Ok(named);
        }
    }
    let all = members::list(&cx.table, scope).await?;
    let owner = all.into_iter().find(|member| member.role == Role::Owner && member.is_active);
    owner.ok_or_else(|| Failure::internal("the office has no owner"))
}

struct Part<'p> {
    cx: &'p Context,
    scope: &'p OfficeScope,
    leaver: MemberId,
    heir: &'p MemberRecord,
}

impl Part<'_> {
    /// Whether there were clients to give away.
    async fn clients(&self) -> Result<bool, Failure> {
        let table = &self.cx.table;
        let relations = members::clients_of(table, self.scope, self.leaver, AT_ONCE).await?;
        for relation in &relations {
            self.client(relation).await?;
        }
        Ok(!relations.is_empty())
    }

    async fn client(&self, had: &MemberClientRecord) -> Result<(), Failure> {
        let (client, has) = tokio::try_join!(
            clients::get(&self.cx.table, self.scope, had.client_id),
            members::get_relation(&self.cx.table, self.scope, self.heir.id, had.client_id),
        )?;
        let mut transaction = self.cx.table.transaction();
        match client {
            Some(client) => {
                let is_responsible = had.relation == ClientRelation::Responsible
                    || has.is_some_and(|has| has.relation == ClientRelation::Responsible);
                let relation =
                    if is_responsible { ClientRelation::Responsible } else { ClientRelation::Added };
                members::require_active(&mut transaction, self.scope, self.heir.id);
                give(&mut transaction, self.scope, &client, Some(self.leaver), self.heir, relation);
            }
            None => members::unrelate(&mut transaction, self.scope, self.leaver, had.client_id),
        }
        passing(transaction.commit().await)
    }

    /// Whether there were open tasks to give away. The index may show some that were given away already.
    async fn tasks(&self) -> Result<bool, Failure> {
        let (table, scope) = (&self.cx.table, self.scope);
        let mut request = PageRequest::first(READ_AT_ONCE);
        loop {
            let list = TaskList::OfMember(self.leaver);
            let page = tasks::list(table, scope, list, TaskHalf::Open, &request).await?;
            let ids = page.items.iter().map(|task| task.id).collect::<Vec<_>>();
            let mut found = tasks::get_many(table, scope, &ids).await?;
            found.retain(|task| !task.state.is_completed() && self.is_leavers(task.assignee.as_ref()));
            for task in found.iter().take(usize::from(AT_ONCE)) {
                self.task(task).await?;
            }
            match page.next {
                Some(next) if found.is_empty() => request.after = Some(next),
                _ => return Ok(!found.is_empty()),
            }
        }
    }

    async fn task(&self, before: &TaskRecord) -> Result<(), Failure> {
        let_in(self.cx, self.scope, self.heir, before.client_id).await?;
        let after = TaskRecord { assignee: Some(self.named()), ..before.clone() };
        let mut transaction = self.cx.table.transaction();
        members::require_active(&mut transaction, self.scope, self.heir.id);
        tasks::save(&mut transaction, self.scope, &after, ThreadActivity::default());
        passing(transaction.commit().await)
    }

    /// Whether there were series to give away.
    async fn series(&self) -> Result<bool, Failure> {
        let mut request = PageRequest::first(READ_AT_ONCE);
        loop {
            let page = series::list(&self.cx.table, self.scope, None, &request).await?;
            let found = page.items.iter().filter(|series| self.is_leavers(series.assignee.as_ref()));
            let found = found.take(usize::from(AT_ONCE)).collect::<Vec<_>>();
            for series in &found {
                let_in(self.cx, self.scope, self.heir, series.client_id).await?;
                let after = SeriesRecord { assignee: Some(self.named()), ..SeriesRecord::clone(series) };
                let mut transaction = self.cx.table.transaction();
                members::require_active(&mut transaction, self.scope, self.heir.id);
                series::save(&mut transaction, self.scope, &after);
                passing(transaction.commit().await)?;
            }
            match page.next {
                Some(next) if found.is_empty() => request.after = Some(next),
                _ => return Ok(!found.is_empty()),
            }
        }
    }

    fn named(&self) -> NamedMember {
        NamedMember { id: self.heir.id, name: self.heir.name.clone() }
    }

    fn is_leavers(&self, member: Option<&NamedMember>) -> bool {
        member.is_some_and(|member| member.id == self.leaver)
    }
}

/// What somebody else changed at the same time, or who left at the same time, is seen by the next part.
fn passing(outcome: Result<(), TransactionError>) -> Result<(), Failure> {
    match outcome {
        Ok(())
        | Err(
            TransactionError::Busy
            | TransactionError::Refused { label: "version_mismatch" | "member_inactive", .. },
        ) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
