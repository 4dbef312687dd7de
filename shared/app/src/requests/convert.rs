//! Changing a request into a task, once (S47): subject and text become its title and description unless the member says
//! otherwise, the thread comes along, and both know each other. The client keeps the request as it was; the task is not
//! assigned to it by this.

use jiff::civil::Date;
use sild_domain::{
    ClientId, Description, MemberId, ReminderChoice, RequestId, ShortText, TaskId, TaskState, Title,
};
use sild_store::{
    OfficeScope, Transaction,
    clients::NamedMember,
    outbox::{self, Effect},
    requests::{self, RequestRecord},
    sessions::MemberSession,
    tasks,
    threads::{self, Thread},
};

use super::Request;
use crate::{
    Conflict, Context, Creation, Failure,
    tasks::{
        Assignee, Making, Whose, add_consequences, assignee_refusal, find_assignee, new_checklist, record,
    },
};

/// How many entries of a thread come along in the transaction itself; a longer thread is brought by a job.
const AT_ONCE: usize = 80;
/// How often it is tried again when somebody else changed the request between reading and writing.
const TRIES: u32 = 3;

/// What the task is made of; what is left out comes from the request.
#[derive(Debug, Clone)]
pub struct Conversion {
    /// What it is called.
    pub title: Option<Title>,
    /// What is to be done, in full.
    pub description: Option<Description>,
    /// The deadline.
    pub due: Option<Date>,
    /// The lines of its checklist.
    pub checklist: Vec<ShortText>,
    /// Whether contacts may tick it (S37).
    pub client_may_tick: bool,
    /// Whether the client's done completes it (S43).
    pub auto_complete: bool,
    /// Who works on it.
    pub assignee_id: Option<MemberId>,
}

/// Changes a request into a task.
pub async fn convert_request(
    cx: &Context,
    session: &MemberSession,
    request: RequestId,
    new: Conversion,
    creation: &Creation,
) -> Result<Request, Failure> {
    let scope = &session.scope;
    for _ in 0..TRIES {
        let read =
            async { requests::get_with_thread(&cx.table, scope, request).await?.ok_or(Failure::NotFound) };
        let (read, assignee) = tokio::try_join!(read, find_assignee(cx, session, new.assignee_id))?;
        match write(cx, session, read, new.clone(), assignee.as_ref(), creation).await {
            Err(Failure::VersionMismatch) => {}
            converted => return converted,
        }
    }
    Err(Conflict::Busy.into())
}

async fn write(
    cx: &Context,
    session: &MemberSession,
    (before, thread): (RequestRecord, Thread),
    new: Conversion,
    assignee: Option<&Assignee>,
    creation: &Creation,
) -> Result<Request, Failure> {
    let scope = &session.scope;
    let now = cx.now();
    let id = TaskId::new(now, cx.random());
    let by = NamedMember { id: session.member.id, name: session.member.name.clone() };
    let state = match before.state.converted(id, now) {
        Ok(state) => state,
        // A repeat finds it converted by the first time.
        Err(error) => return creation.repeated_or(cx, session.office.id, scope.actor(), error.into()).await,
    };
    let description = match new.description {
        Some(description) => description,
        None => Description::parse(before.text.as_str()).map_err(Failure::internal)?,
    };
    let making = Making {
        title: new.title.unwrap_or_else(|| before.subject.clone()),
        description,
        state: TaskState {
            is_auto_complete: new.auto_complete,
            client_may_tick: new.client_may_tick,
            checklist: new_checklist(cx, new.checklist)?,
            due: new.due,
            ..TaskState::default()
        },
        reminders: ReminderChoice::Inherit,
        series_id: None,
        request_id: Some(before.id),
    };
    let whose = Whose { id: before.client_id, name: &before.client_name };
    let worker = assignee.map(|assignee| assignee.member.clone());
    let mut task = record(id, whose, making, worker, Some(by.clone()), now);
    task.portal_messages = before.portal_messages;
    task.portal_files = before.portal_files;
    let after = RequestRecord { state, ended_by: Some(by.name), ended_by_id: Some(by.id), ..before };

    let mut transaction = cx.table.transaction();
    requests::save(&mut transaction, scope, &after);
    tasks::create(&mut transaction, scope, &task);
    add_consequences(cx, &mut transaction, scope, &session.office, None, &task, false);
    if let Some(assignee) = assignee {
        assignee.require_on(&mut transaction, session, task.client_id);
    }
    bring(&mut transaction, scope, (task.client_id, task.id), &thread);
    if thread.files.len() + thread.messages.len() > AT_ONCE {
        let effect =
            Effect::CopyThread { office_id: session.office.id, request_id: after.id, task_id: task.id };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    let answer = Request::of(&after, &thread, scope.actor());
    creation.commit_or(cx, session.office.id, scope.actor(), transaction, answer, assignee_refusal).await
}

/// Writes entries of a request's thread into that of the task: files first, and [`AT_ONCE`] at the most.
pub(super) fn bring(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    (client, task): (ClientId, TaskId),
    thread: &Thread,
) {
    for file in thread.files.iter().take(AT_ONCE) {
        threads::hand_on_file(transaction, scope, client, task, file);
    }
    for message in thread.messages.iter().take(AT_ONCE.saturating_sub(thread.files.len())) {
        threads::add_message(transaction, scope, task.into(), message);
    }
}
