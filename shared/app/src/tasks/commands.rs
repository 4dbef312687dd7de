//! What members do to a task: assign, withdraw, complete, reopen, tick.

use jiff::Timestamp;
use sild_domain::{Change, ChecklistItemId, TaskError, TaskId, TaskState, Transition};
use sild_store::{
    Transaction,
    outbox::{self, Effect, Happening},
    sessions::MemberSession,
    tasks::{self, TaskRecord},
    threads::{Thread, ThreadActivity},
};

use super::{
    Task, add_consequences,
    change::{TRIES, decided},
    refused_by,
    view::Surroundings,
};
use crate::{Conflict, Context, Failure};

/// Directs a task to its client (S30). The client sees it at once (S32), and its contacts are told after the wait (S33).
pub async fn assign_task(cx: &Context, session: &MemberSession, task: TaskId) -> Result<Task, Failure> {
    // That the client's portal is open is a condition of the writing.
    let command = Command { cx, session, task, needs_portal: true };
    command.run(|state, now| state.assign(true, now)).await
}

/// Takes a task back from its client. Before the announcement nobody is told (S33), afterwards the contacts are (S54).
pub async fn withdraw_task(cx: &Context, session: &MemberSession, task: TaskId) -> Result<Task, Failure> {
    let command = Command { cx, session, task, needs_portal: false };
    command.run(TaskState::withdraw).await
}

/// Completes a task for the office (S42).
pub async fn complete_task(cx: &Context, session: &MemberSession, task: TaskId) -> Result<Task, Failure> {
    let command = Command { cx, session, task, needs_portal: false };
    command.run(|state, now| state.complete(session.member.id, now)).await
}

/// Opens a completed task again.
pub async fn reopen_task(cx: &Context, session: &MemberSession, task: TaskId) -> Result<Task, Failure> {
    let command = Command { cx, session, task, needs_portal: false };
    command.run(|state, _| state.reopen()).await
}

/// Ticks or unticks a line of the checklist.
pub async fn tick_checklist(
    cx: &Context,
    session: &MemberSession,
    task: TaskId,
    item: ChecklistItemId,
    is_done: bool,
) -> Result<Task, Failure> {
    let actor = sild_domain::Actor::Member(session.member.id);
    let command = Command { cx, session, task, needs_portal: false };
    command.run(|state, _| state.tick(actor, item, is_done)).await
}

struct Command<'c> {
    cx: &'c Context,
    session: &'c MemberSession,
    task: TaskId,
    needs_portal: bool,
}

impl Command<'_> {
    /// Reads the task, decides, and writes; again when somebody else changed it in between.
    async fn run(
        &self,
        decide: impl Fn(TaskState, Timestamp) -> Result<Transition, TaskError>,
    ) -> Result<Task, Failure> {
        let Self { cx, session, task, .. } = *self;
        let scope = &session.scope;
        for _ in 0..TRIES {
            let read = tasks::get_with_thread(&cx.table, scope, task).await?;
            let (before, thread) = read.ok_or(Failure::NotFound)?;
            if self.needs_portal && !session.office.portal_is_reachable() {
                return Err(Conflict::PortalInactive.into());
            }
            let now = cx.now();
            let transition = decide(before.state.clone(), now)?;
            let change = transition.change;
            let mut after = decided(&before, transition, &session.member.name, now);
            if change == Change::Nothing {
                let around = Surroundings::read(cx, session, after.client_id).await?;
                return answer(cx, session, &after, &thread, around);
            }
            let mut transaction = cx.table.transaction();
            let is_news_for_client = matches!(change, Change::Assigned { .. });
            let activity = ThreadActivity { is_news_for_client, ..ThreadActivity::default() };
            tasks::save(&mut transaction, scope, &after, activity);
            let office = &session.office;
            add_consequences(cx, &mut transaction, scope, office, Some(&before), &after, self.needs_portal);
            self.tell(&mut transaction, change);
            let (written, around) =
                tokio::join!(transaction.commit(), Surroundings::read(cx, session, after.client_id));
            match written {
                Ok(()) => {
                    after.v += 1;
                    return answer(cx, session, &after, &thread, around?);
                }
                Err(error) if refused_by(&error, "version_mismatch") => {}
                Err(error) => return Err(error.into()),
            }
        }
        Err(Conflict::Busy.into())
    }

    fn tell(&self, transaction: &mut Transaction<'_>, change: Change) {
        if !matches!(change, Change::Withdrawn { was_announced: true, .. }) {
            return;
        }
        let effect = Effect::Notify {
            office_id: self.session.office.id,
            thread: self.task.into(),
            happening: Happening::Withdrawn { member: self.session.member.id },
        };
        outbox::add(transaction, &self.cx.outbox_row(effect));
    }
}

/// The task as the member sees it now.
pub(super) fn answer(
    cx: &Context,
    session: &MemberSession,
    task: &TaskRecord,
    thread: &Thread,
    around: Option<Surroundings>,
) -> Result<Task, Failure> {
    let around = around.ok_or(Failure::NotFound)?;
    let today = session.office.time_zone.today(cx.now());
    Ok(Task::of(task, thread, &around, session.scope.actor(), today))
}
