//! Making a task.

use jiff::{Timestamp, civil::Date};
use sild_domain::{
    ClientId, CompanyName, Description, MemberId, ReminderChoice, RequestId, SeriesId, ShortText, TaskId,
    TaskState, Title, announcement_due,
};
use sild_store::{
    clients::{ClientRecord, NamedMember},
    sessions::MemberSession,
    tasks::{self, TaskRecord},
    threads::Thread,
};

use super::{
    Task, add_consequences, change::waiting_generation, find_assignee, new_checklist,
    update::assignee_refusal, view::Surroundings,
};
use crate::{Context, Creation, Failure};

/// What a new task is made of.
#[derive(Debug, Clone)]
pub struct NewTask {
    /// Whose it is.
    pub client_id: ClientId,
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
    /// What it says about its reminders (S62).
    pub reminders: ReminderChoice,
    /// Who works on it.
    pub assignee_id: Option<MemberId>,
}

/// Makes a task that the client does not have yet.
pub async fn create_task(
    cx: &Context,
    session: &MemberSession,
    new: NewTask,
    creation: &Creation,
) -> Result<Task, Failure> {
    let scope = &session.scope;
    if !scope.reaches(new.client_id) {
        return Err(Failure::NotFound);
    }
    let around = async { Surroundings::read(cx, session, new.client_id).await.map_err(Failure::from) };
    let (around, assignee) = tokio::try_join!(around, find_assignee(cx, session, new.assignee_id))?;
    let around = around.ok_or(Failure::NotFound)?;
    let now = cx.now();
    let state = TaskState {
        is_auto_complete: new.auto_complete,
        client_may_tick: new.client_may_tick,
        checklist: new_checklist(cx, new.checklist)?,
        due: new.due,
        ..TaskState::default()
    };
    let made = Making {
        title: new.title,
        description: new.description,
        state,
        reminders: new.reminders,
        series_id: None,
        request_id: None,
    };
    let worker = assignee.as_ref().map(|assignee| assignee.member.clone());
    let by = NamedMember { id: session.member.id, name: session.member.name.clone() };
    let task = record(TaskId::new(now, cx.random()), Whose::of(&around.client), made, worker, Some(by), now);

    let mut transaction = cx.table.transaction();
    tasks::create(&mut transaction, scope, &task);
    add_consequences(cx, &mut transaction, scope, &session.office, None, &task, false);
    if let Some(assignee) = &assignee {
        assignee.require_on(&mut transaction, session, task.client_id);
    }
    let today = session.office.time_zone.today(now);
    let answer = Task::of(&task, &Thread::default(), &around, scope.actor(), today);
    creation.commit_or(cx, session.office.id, scope.actor(), transaction, answer, assignee_refusal).await
}

/// What tells a task from another of the same client.
pub(crate) struct Making {
    pub(crate) title: Title,
    pub(crate) description: Description,
    pub(crate) state: TaskState,
    pub(crate) reminders: ReminderChoice,
    pub(crate) series_id: Option<SeriesId>,
    pub(crate) request_id: Option<RequestId>,
}

/// Whose a new task is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Whose<'c> {
    pub(crate) id: ClientId,
    pub(crate) name: &'c CompanyName,
}

impl<'c> Whose<'c> {
    pub(crate) const fn of(client: &'c ClientRecord) -> Self {
        Self { id: client.id, name: &client.name }
    }
}

/// The record of a new task; one that is assigned from the start waits for its announcement, unless it is a sample.
pub(crate) fn record(
    id: TaskId,
    whose: Whose<'_>,
    made: Making,
    assignee: Option<NamedMember>,
    created_by: Option<NamedMember>,
    now: Timestamp,
) -> TaskRecord {
    let client = (whose.id, whose.name.clone());
    let mut task = TaskRecord {
        activity: u32::from(made.state.is_assigned()),
        assignee,
        series_id: made.series_id,
        request_id: made.request_id,
        created_by_id: created_by.as_ref().map(|member| member.id),
        created_by: created_by.map(|member| member.name),
        reminders: made.reminders,
        ..TaskRecord::new(id, client, made.title, made.description, now)
    };
    task.set_state(made.state);
    task.announce_at = waiting_generation(&task).map(|_| announcement_due(now));
    task
}
