//! What every change of a task brings with it, whoever makes it: the counters of the client, the announcement and the
//! reminder that wait, and the client's earliest deadline.

use jiff::{Timestamp, civil::Date};
use sild_domain::{Change, ClientState, PersonName, PortalState, Transition, announcement_due};
use sild_store::{
    OfficeScope, Transaction, TransactionError,
    clients::{self, TaskCounts},
    notices::{self, NoticeRecord},
    offices::OfficeRecord,
    outbox::{self, Effect},
    tasks::TaskRecord,
};

use crate::{Context, reminders::add_reminder};

/// How often a command is tried again when somebody else changed the task between reading and writing.
pub(super) const TRIES: u32 = 3;

/// The task after a decision that `who` made.
pub(crate) fn decided(
    before: &TaskRecord,
    transition: Transition,
    who: &PersonName,
    now: Timestamp,
) -> TaskRecord {
    let mut after = before.clone();
    after.set_state(transition.state);
    match transition.change {
        Change::Completed => after.completed_by_name = Some(who.clone()),
        Change::ClientDone { is_completed_too } => {
            after.done_by_name = Some(who.clone());
            after.completed_by_name = is_completed_too.then(|| who.clone());
        }
        _ => {}
    }
    if !after.state.is_completed() {
        after.completed_by_name = None;
    }
    if after.state.client == ClientState::Open {
        after.done_by_name = None;
    }
    after.announce_at = match (waiting_generation(before), waiting_generation(&after)) {
        (_, None) => None,
        (was, is) if was == is => before.announce_at,
        // Whoever was not told while it was done is told once it waits again.
        _ => Some(announcement_due(now)),
    };
    after
}

/// The assignment whose announcement has something to tell (S33).
pub(crate) fn waiting_generation(task: &TaskRecord) -> Option<u32> {
    match task.state.portal {
        PortalState::Assigned { generation, .. } if task.state.awaits_announcement(generation) => {
            Some(generation)
        }
        _ => None,
    }
}

/// Adds what follows from a task's change: `before` is `None` for a new one. With `must_be_open` it is refused as
/// `portal_closed` while the client's portal is (S30).
pub(crate) fn add_consequences(
    cx: &Context,
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    office: &OfficeRecord,
    before: Option<&TaskRecord>,
    after: &TaskRecord,
    must_be_open: bool,
) {
    let moved = moved_counts(before, after);
    if must_be_open || moved != TaskCounts::default() {
        clients::count_tasks(transaction, scope, after.client_id, moved, must_be_open);
    }
    add_notice(cx, transaction, scope, before, after);
    add_reminder(transaction, scope, office, before, after, cx.now());
    if moved.open != 0 || before.and_then(open_due) != open_due(after) {
        let effect = Effect::RefreshEarliestDue {
            office_id: scope.office(),
            client_id: after.client_id,
            task_id: after.id,
        };
        outbox::add(transaction, &cx.outbox_row(effect));
    }
}

fn moved_counts(before: Option<&TaskRecord>, after: &TaskRecord) -> TaskCounts {
    let (old, new) = (before.map(TaskRecord::counts).unwrap_or_default(), after.counts());
    TaskCounts { open: new.open - old.open, waiting: new.waiting - old.waiting }
}

/// The deadline that counts among those of the client's open tasks.
fn open_due(task: &TaskRecord) -> Option<Date> {
    task.state.due.filter(|_| !task.state.is_completed())
}

fn add_notice(
    cx: &Context,
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    before: Option<&TaskRecord>,
    after: &TaskRecord,
) {
    let (was, is) = (before.and_then(waiting_generation), waiting_generation(after));
    let is_as_planned = before.and_then(|before| before.announce_at) == after.announce_at;
    if was == is && (is.is_none() || is_as_planned) {
        return;
    }
    let (Some(generation), Some(fire_at)) = (is, after.announce_at) else {
        notices::disarm(transaction, scope, after.id);
        return;
    };
    let notice = NoticeRecord {
        office_id: scope.office(),
        client_id: after.client_id,
        task_id: after.id,
        generation,
        fire_at,
        leased_until: None,
        told: Vec::new(),
    };
    notices::arm(transaction, scope, &notice);
    let effect = Effect::ArmAnnouncement { office_id: scope.office(), client_id: after.client_id, fire_at };
    outbox::add(transaction, &cx.outbox_row(effect));
}

/// Whether the transaction was refused by the condition of this name.
pub(crate) fn refused_by(error: &TransactionError, name: &str) -> bool {
    matches!(error, TransactionError::Refused { label, .. } if *label == name)
}
