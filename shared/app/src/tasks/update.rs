//! Editing a task.

use jiff::civil::Date;
use sild_domain::{Description, MemberId, ReminderChoice, TaskId, Title};
use sild_store::{
    TransactionError, Version,
    series::{self, Followed},
    sessions::MemberSession,
    tasks::{self, TaskRecord},
    threads::ThreadActivity,
};

use super::{
    Task, add_consequences,
    checklist::{ChecklistEdit, edited},
    find_assignee, refused_by,
    view::Surroundings,
};
use crate::{Context, Failure, Patch};

/// What an edit changes; what is `None` or kept stays.
#[derive(Debug, Clone, Default)]
pub struct TaskEdit {
    /// What it is called.
    pub title: Option<Title>,
    /// What is to be done, in full.
    pub description: Option<Description>,
    /// The deadline.
    pub due: Patch<Date>,
    /// The whole checklist.
    pub checklist: Option<Vec<ChecklistEdit>>,
    /// Whether contacts may tick it.
    pub client_may_tick: Option<bool>,
    /// Whether the client's done completes it.
    pub auto_complete: Option<bool>,
    /// What it says about its reminders.
    pub reminders: Option<ReminderChoice>,
    /// Who works on it.
    pub assignee_id: Patch<MemberId>,
    /// Whether the tasks that its series makes from now on change alike (S41); their deadlines follow the series.
    pub and_following: bool,
}

impl TaskEdit {
    /// What of it the series takes over.
    const fn followed(&self) -> Followed {
        Followed {
            title: self.title.is_some(),
            description: self.description.is_some(),
            checklist: self.checklist.is_some(),
            client_may_tick: self.client_may_tick.is_some(),
            auto_complete: self.auto_complete.is_some(),
            reminders: self.reminders.is_some(),
            assignee: !matches!(self.assignee_id, Patch::Keep),
        }
    }
}

/// Edits a task at the version that it was read with. Another deadline or description makes it unread for the client's
/// contacts again (S31).
pub async fn update_task(
    cx: &Context,
    session: &MemberSession,
    task: TaskId,
    version: Version,
    edit: TaskEdit,
) -> Result<Task, Failure> {
    let scope = &session.scope;
    let read = async { tasks::get_with_thread(&cx.table, scope, task).await.map_err(Failure::from) };
    let (read, assignee) =
        tokio::try_join!(read, find_assignee(cx, session, edit.assignee_id.value().copied()))?;
    let (before, thread) = read.ok_or(Failure::NotFound)?;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let following = edit.and_following.then(|| edit.followed());
    let mut after = before.clone();
    let mut state = before.state.clone();
    if let Some(checklist) = edit.checklist {
        state.checklist = edited(cx, &state.checklist, checklist)?;
    }
    state.due = edit.due.of(state.due);
    state.client_may_tick = edit.client_may_tick.unwrap_or(state.client_may_tick);
    state.is_auto_complete = edit.auto_complete.unwrap_or(state.is_auto_complete);
    after.set_state(state);
    after.title = edit.title.unwrap_or(after.title);
    after.description = edit.description.unwrap_or(after.description);
    after.reminders = edit.reminders.unwrap_or(after.reminders);
    match edit.assignee_id {
        Patch::Keep => {}
        Patch::Clear | Patch::Set(_) => {
            after.assignee = assignee.as_ref().map(|assignee| assignee.member.clone());
        }
    }

    let mut transaction = cx.table.transaction();
    tasks::save(&mut transaction, scope, &after, news(&before, &after));
    if let Some(following) = &following {
        let series = after.series_id.ok_or_else(|| Failure::field("/and_following", "not_recurring"))?;
        series::follow_task(&mut transaction, scope, series, *following, &after);
    }
    add_consequences(cx, &mut transaction, scope, &session.office, Some(&before), &after, false);
    if let Some(assignee) = &assignee {
        assignee.require_on(&mut transaction, session, after.client_id);
    }
    let (written, around) =
        tokio::join!(transaction.commit(), Surroundings::read(cx, session, after.client_id));
    written.map_err(|error| assignee_refusal(&error).unwrap_or_else(|| error.into()))?;
    after.v += 1;
    let today = session.office.time_zone.today(cx.now());
    Ok(Task::of(&after, &thread, &around?.ok_or(Failure::NotFound)?, scope.actor(), today))
}

/// What of an edit is news for the client, if the client has the task.
fn news(before: &TaskRecord, after: &TaskRecord) -> ThreadActivity {
    let is_changed = before.state.due != after.state.due || before.description != after.description;
    ThreadActivity {
        is_news_for_client: is_changed && after.state.is_assigned(),
        ..ThreadActivity::default()
    }
}

/// What it means that the member who is to work on it does not see the client, or that a series to change is not there.
pub(crate) fn assignee_refusal(error: &TransactionError) -> Option<Failure> {
    if refused_by(error, "series_gone") {
        return Some(Failure::field("/and_following", "not_recurring"));
    }
    refused_by(error, "not_on_client").then(|| Failure::field("/assignee_id", "not_on_client"))
}
