//! Starting a bulk task.

use jiff::civil::Date;
use sild_domain::{BulkTaskId, Checklist, Description, ShortText, Title};
use sild_store::{
    bulk::{self, BulkRun as _},
    bulk_tasks::BulkTaskRecord,
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::BulkTask;
use crate::{
    Conflict, Context, Creation, Failure,
    bulk::{KEPT, WhichClients, choose},
};

/// The task, and whose it becomes.
#[derive(Debug, Clone)]
pub struct NewBulkTask {
    /// Which clients get one.
    pub clients: WhichClients,
    /// What it is called.
    pub title: Title,
    /// What is to be done, in full.
    pub description: Description,
    /// The deadline.
    pub due: Option<Date>,
    /// The lines of its checklist.
    pub checklist: Vec<ShortText>,
    /// Whether contacts may tick it (S37).
    pub client_may_tick: bool,
    /// Whether the client's done completes it (S43).
    pub auto_complete: bool,
    /// Whether each client gets it at once (S30); one whose portal is closed is passed over.
    pub assigns: bool,
    /// Whether the first of those who answer for the client works on it.
    pub to_responsible: bool,
}

/// Writes down which clients are to get which task; a job makes them. Clients that do not exist for the member are named in
/// the result and counted, and otherwise left alone.
pub async fn start_bulk_task(
    cx: &Context,
    session: &MemberSession,
    new: NewBulkTask,
    creation: &Creation,
) -> Result<BulkTask, Failure> {
    if new.checklist.len() > Checklist::MAX_ITEMS {
        return Err(Failure::field("/checklist", "too_many_items"));
    }
    if new.assigns && !session.office.portal_is_reachable() {
        return Err(Conflict::PortalInactive.into());
    }
    let chosen = choose(cx, session, new.clients).await?;
    let now = cx.now();
    let task = BulkTaskRecord {
        id: BulkTaskId::new(now, cx.random()),
        started_by: session.member.id,
        missing: chosen.missing_count(),
        selection: chosen.selection,
        title: new.title,
        description: new.description,
        due: new.due,
        checklist: new.checklist,
        client_may_tick: new.client_may_tick,
        auto_complete: new.auto_complete,
        assigns: new.assigns,
        to_responsible: new.to_responsible,
        done: 0,
        created: 0,
        started_at: now,
        ttl: now.checked_add(KEPT).map_err(Failure::internal)?.as_second(),
    };
    let scope = &session.scope;
    let mut transaction = cx.table.transaction();
    bulk::create(&mut transaction, scope, &task, &chosen.clients, &chosen.missing);
    if !task.is_finished() {
        let effect = Effect::MakeTasks { office_id: session.office.id, bulk_task_id: task.id, done: 0 };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    let answer = BulkTask::of(&task, &chosen.missing);
    creation.commit(cx, session.office.id, scope.actor(), transaction, answer).await
}
