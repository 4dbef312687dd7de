//! A reminder because a member asks for it.

use jiff::{SignedDuration, Timestamp};
use sild_domain::{ClientState, OfficeId, PortalState, TaskId};
use sild_store::{
    OfficeScope, TransactionError, clients,
    offices::{self, OfficeRecord},
    outbox::{self, Effect, OutboxRecord},
    sessions::MemberSession,
    tasks::{self, TaskRecord},
};

use super::{
    TaskReminders,
    send::{add_mails, recipients},
};
use crate::{Conflict, Context, Creation, Failure, tasks::refused_by};

/// How long a member waits before they can ask for another reminder of the same task.
const PAUSE: SignedDuration = SignedDuration::from_hours(1);
/// How often the task is read again when somebody changes it at the same time.
const TRIES: u32 = 3;

/// Lets every contact of the task's client who can enter its portal be reminded of the task, once an hour at the most.
pub async fn remind_now(
    cx: &Context,
    session: &MemberSession,
    task: TaskId,
    creation: &Creation,
) -> Result<TaskReminders, Failure> {
    let (scope, office) = (&session.scope, &session.office);
    for _ in 0..TRIES {
        let before = tasks::get(&cx.table, scope, task).await?.ok_or(Failure::NotFound)?;
        let now = cx.now();
        let since = now.checked_sub(PAUSE).unwrap_or(Timestamp::MIN);
        if let Err(conflict) = check(office, &before, now, since) {
            return creation.repeated_or(cx, office.id, scope.actor(), conflict.into()).await;
        }
        let mut transaction = cx.table.transaction();
        tasks::ask_reminder(&mut transaction, scope, task, now, since);
        clients::require_portal_open(&mut transaction, scope, before.client_id);
        let effect = Effect::RemindNow { office_id: office.id, task_id: task, asked_at: now };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
        let after = TaskRecord { reminder_asked_at: Some(now), ..before };
        let answer = TaskReminders::of(&after, office, now);
        let refusal = |error: &TransactionError| {
            refused_by(error, "cannot_be_reminded").then_some(Failure::VersionMismatch)
        };
        match creation.commit_or(cx, office.id, scope.actor(), transaction, answer, refusal).await {
            Err(Failure::VersionMismatch) => {}
            outcome => return outcome,
        }
    }
    Err(Conflict::Busy.into())
}

fn check(office: &OfficeRecord, task: &TaskRecord, now: Timestamp, since: Timestamp) -> Result<(), Conflict> {
    if !office.portal_is_reachable() {
        return Err(Conflict::PortalInactive);
    }
    let PortalState::Assigned { generation, .. } = task.state.portal else {
        return Err(Conflict::NotAssigned);
    };
    if task.state.is_completed() {
        return Err(Conflict::TaskCompleted);
    }
    if matches!(task.state.client, ClientState::Done { .. }) {
        return Err(Conflict::TaskDone);
    }
    // Until an assignment is announced no other mail tells of its task (S33).
    if task.state.awaits_announcement(generation) && task.announce_at.is_some_and(|at| at > now) {
        return Err(Conflict::NotAnnounced);
    }
    if task.reminder_asked_at.is_some_and(|asked| asked >= since) {
        return Err(Conflict::RemindedRecently);
    }
    Ok(())
}

/// Writes the mails of a reminder that a member asked for, and settles the row that wanted them. It counts only if there is
/// somebody to remind.
pub async fn send_asked_reminder(
    cx: &Context,
    row: &OutboxRecord,
    office: OfficeId,
    task: TaskId,
    asked_at: Timestamp,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let (office, task) =
        tokio::try_join!(offices::get(&cx.table, &scope), tasks::get(&cx.table, &scope, task))?;
    let task = task.filter(|task| task.state.is_assigned() && !task.state.is_done_for_client());
    let (Some(office), Some(task)) = (office, task) else { return Ok(()) };
    let recipients = recipients(cx, &scope, &office, task.client_id).await?;
    if recipients.is_empty() {
        tracing::info!("there is nobody to remind");
        return Ok(());
    }
    let mut transaction = cx.table.transaction();
    tasks::note_asked_reminder(&mut transaction, &scope, task.id, asked_at, cx.now());
    outbox::settle(&mut transaction, row);
    add_mails(cx, &mut transaction, office.id, task.client_id, &recipients, &[task.id]);
    match transaction.commit().await {
        Ok(()) | Err(TransactionError::Refused { label: "reminded_already", .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
