//! What members do to a task: assign, announce, withdraw, complete, reopen, tick.

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
    change::{TRIES, decided, waiting_generation},
    refused_by,
    view::Surroundings,
};
use crate::{Conflict, Context, Failure, schedules};

/// Directs a task to its client (S30). The client sees it at once (S32), and its contacts are told after the wait (S33).
pub async fn assign_task(cx: &Context, session: &MemberSession, task: TaskId) -> Result<Task, Failure> {
    // That the client's portal is open is a condition of the writing.
    let command = Command { cx, session, task, needs_portal: true };
    command.run(|state, now| state.assign(true, now)).await
}

/// Ends the wait before a task's announcement (S33): it leaves with the next whole minute that a schedule reaches,
/// together with what else its client is told of then. One that has been announced, or is about to be, stays as it is.
pub async fn announce_now(cx: &Context, session: &MemberSession, task: TaskId) -> Result<Task, Failure> {
    let command = Command { cx, session, task, needs_portal: false };
    for _ in 0..TRIES {
        let (before, thread) = command.read().await?;
        if !before.state.is_assigned() {
            return Err(TaskError::NotAssigned.into());
        }
        let next = schedules::soonest_minute(cx.now());
        if waiting_generation(&before).is_none() || before.announce_at.is_none_or(|at| at <= next) {
            return command.as_it_is(&before, &thread).await;
        }
        let after = TaskRecord { announce_at: Some(next), ..before.clone() };
        if let Some(task) = command.write(&before, after, &thread, Change::Nothing).await? {
            return Ok(task);
        }
    }
    Err(Conflict::Busy.into())
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
        for _ in 0..TRIES {
            let (before, thread) = self.read().await?;
            if self.needs_portal && !self.session.office.portal_is_reachable() {
                return Err(Conflict::PortalInactive.into());
            }
            let now = self.cx.now();
            let transition = decide(before.state.clone(), now)?;
            let change = transition.change;
            let after = decided(&before, transition, &self.session.member.name, now);
            if change == Change::Nothing {
                return self.as_it_is(&after, &thread).await;
            }
            if let Some(task) = self.write(&before, after, &thread, change).await? {
                return Ok(task);
            }
        }
        Err(Conflict::Busy.into())
    }

    async fn read(&self) -> Result<(TaskRecord, Thread), Failure> {
        let read = tasks::get_with_thread(&self.cx.table, &self.session.scope, self.task).await?;
        read.ok_or(Failure::NotFound)
    }

    /// Writes what was decided; `None` when somebody else changed the task in between.
    async fn write(
        &self,
        before: &TaskRecord,
        mut after: TaskRecord,
        thread: &Thread,
        change: Change,
    ) -> Result<Option<Task>, Failure> {
        let Self { cx, session, .. } = *self;
        let mut transaction = cx.table.transaction();
        let is_news_for_client = matches!(change, Change::Assigned { .. });
        let activity = ThreadActivity { is_news_for_client, ..ThreadActivity::default() };
        tasks::save(&mut transaction, &session.scope, &after, activity);
        let office = &session.office;
        add_consequences(
            cx,
            &mut transaction,
            &session.scope,
            office,
            Some(before),
            &after,
            self.needs_portal,
        );
        self.tell(&mut transaction, change);
        let (written, around) =
            tokio::join!(transaction.commit(), Surroundings::read(cx, session, after.client_id));
        match written {
            Ok(()) => {
                after.v += 1;
                self.answer(&after, thread, around?).map(Some)
            }
            Err(error) if refused_by(&error, "version_mismatch") => Ok(None),
            Err(error) => Err(error.into()),
        }
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

    /// Where nothing is to be written.
    async fn as_it_is(&self, task: &TaskRecord, thread: &Thread) -> Result<Task, Failure> {
        let around = Surroundings::read(self.cx, self.session, task.client_id).await?;
        self.answer(task, thread, around)
    }

    fn answer(
        &self,
        task: &TaskRecord,
        thread: &Thread,
        around: Option<Surroundings>,
    ) -> Result<Task, Failure> {
        let around = around.ok_or(Failure::NotFound)?;
        let today = self.session.office.time_zone.today(self.cx.now());
        Ok(Task::of(task, thread, &around, self.session.scope.actor(), today))
    }
}
