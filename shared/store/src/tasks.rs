//! Tasks, and the lists that hold them: of a client for the office, of a client for the portal, of a member.

use std::collections::BTreeMap;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{
    ClientId, ClientState, CompanyName, ContactId, Description, OfficeState, PersonName, PortalState,
    SeriesId, TaskId, TaskState, Title,
};

use crate::{
    ClientScope, Item, OfficeScope, Page, PageRequest, Record, StoreError, Table, Transaction, Update,
    Version,
    clients::{NamedMember, TaskCounts},
    key::{Index, Key, Keys},
    record::{from_item, from_item_of_kind},
    threads::{Thread, ThreadEntry},
};

/// Sorts after every date.
const NO_DATE: &str = "9999-99-99";

/// A task of a client.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct TaskRecord {
    /// Its id.
    pub id: TaskId,
    /// Whose it is.
    pub client_id: ClientId,
    /// Copy of the client's name.
    pub client_name: CompanyName,
    /// What it is called.
    pub title: Title,
    /// What is to be done, in full.
    pub description: Description,
    /// What decisions depend on: both sides' words, the checklist, the deadline.
    #[serde(flatten)]
    pub state: TaskState,
    /// How many lines of the checklist are done; kept by [`TaskRecord::set_state`].
    pub checklist_done: u32,
    /// How many lines it has.
    pub checklist_total: u32,
    /// The member who works on it.
    pub assignee: Option<NamedMember>,
    /// The series that made it.
    pub series_id: Option<SeriesId>,
    /// Made at.
    pub created_at: Timestamp,
    /// Made by: a member's name, or nobody where a job made it.
    pub created_by: Option<PersonName>,
    /// Copy of the name of who completed it for the office.
    pub completed_by_name: Option<PersonName>,
    /// When its announcement is due, while it waits (S33).
    pub announce_at: Option<Timestamp>,
    /// When it was last announced by mail.
    pub announced_at: Option<Timestamp>,
    /// The assignment that was announced last. An announcement is no edit: it leaves the version alone, so it is kept
    /// beside the state, and reading brings the two together.
    pub announced_generation: Option<u32>,
    /// Copy of the name of the contact who said that it is done.
    pub done_by_name: Option<PersonName>,
    /// Rises with each change that makes it unread for contacts again (S31).
    pub activity: u32,
    /// The activity that each contact has seen, by bare contact id.
    pub seen: BTreeMap<String, u32>,
    /// How many portal messages its thread has.
    pub portal_messages: u32,
    /// How many portal files its thread has.
    pub portal_files: u32,
    /// Whether a contact wrote, uploaded or finished since a member last looked.
    pub has_client_news: bool,
    /// Rises with each edit.
    pub v: Version,
}

impl TaskRecord {
    /// Takes over what a decision made of the task's state.
    pub fn set_state(&mut self, state: TaskState) {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        self.checklist_done = count(state.checklist.done_count());
        self.checklist_total = count(state.checklist.len());
        self.state = state;
    }

    /// What the task counts for at its client: open for the office, waiting for the client.
    #[must_use]
    pub fn counts(&self) -> TaskCounts {
        TaskCounts {
            open: i64::from(!self.state.is_completed()),
            waiting: i64::from(self.state.is_assigned() && !self.state.is_done_for_client()),
        }
    }
}

impl Record for TaskRecord {
    const ENT: &'static str = "task";

    fn reconciled(mut self) -> Self {
        if let PortalState::Assigned { generation, is_announced, .. } = &mut self.state.portal {
            *is_announced = self.announced_generation == Some(*generation);
        }
        self
    }
}

/// What changes apart from an edit of the task; [`save`] leaves it alone.
const OWN_LIFE: [&str; 10] = [
    "v",
    "id",
    "created_at",
    "activity",
    "seen",
    "portal_messages",
    "portal_files",
    "has_client_news",
    "announced_at",
    "announced_generation",
];

/// A task as the portal's list holds it: only what the index projects.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PortalTaskEntry {
    /// Its id.
    pub id: TaskId,
    /// What it is called.
    pub title: Title,
    /// The deadline.
    pub due: Option<Date>,
    /// The office's side.
    pub office: OfficeState,
    /// Since when the client has it.
    pub portal: PortalState,
    /// The client's side.
    pub client: ClientState,
    /// How much has happened.
    pub activity: u32,
    /// How much of it each contact has seen.
    pub seen: BTreeMap<String, u32>,
    /// Shown first.
    pub is_sample: bool,
    /// Lines of the checklist that are done.
    pub checklist_done: u32,
    /// Lines of the checklist.
    pub checklist_total: u32,
    /// Portal messages.
    pub portal_messages: u32,
    /// Portal files.
    pub portal_files: u32,
}

impl Record for PortalTaskEntry {
    const ENT: &'static str = "task";
}

impl PortalTaskEntry {
    /// Whether there is something that this contact has not seen (S31).
    #[must_use]
    pub fn is_unread_by(&self, contact: ContactId) -> bool {
        self.seen.get(&contact.key()).is_none_or(|seen| *seen < self.activity)
    }
}

pub(crate) fn partition(office: &str, task: TaskId) -> String {
    format!("{office}#T#{}", task.key())
}

pub(crate) fn task_key(scope: &OfficeScope, task: TaskId) -> Key {
    Key::new(partition(&scope.partition(), task), "A")
}

pub(crate) fn portal_task_key(scope: ClientScope, task: TaskId) -> Key {
    Key::new(partition(&scope.partition(), task), "A")
}

fn task_keys(scope: &OfficeScope, task: &TaskRecord) -> Keys {
    let id = task.id.key();
    let office = scope.partition();
    let due = task.state.due.map_or_else(|| NO_DATE.to_owned(), |due| due.to_string());
    let place = match task.state.office {
        OfficeState::Open => format!("T#o#{due}#{id}"),
        OfficeState::Completed { at, .. } => format!("T#x#{at}#{id}"),
    };
    let client = format!("{office}#C#{}", task.client_id.key());
    let mut keys = Keys::new(task_key(scope, task.id)).indexed(Index::Gsi2, &client, &place);
    if let Some(assignee) = &task.assignee {
        keys = keys.indexed(Index::Gsi1, format!("{office}#M#{}", assignee.id.key()), &place);
    }
    if task.state.is_assigned() {
        let finished = match (task.state.office, task.state.client) {
            (OfficeState::Completed { at, .. }, _) | (OfficeState::Open, ClientState::Done { at, .. }) => {
                Some(at)
            }
            (OfficeState::Open, ClientState::Open) => None,
        };
        let place = finished.map_or_else(
            || format!("T#o#{}#{due}#{id}", u8::from(!task.state.is_sample)),
            |at| format!("T#x#{at}#{id}"),
        );
        keys = keys.indexed(Index::Gsi3, format!("{client}#P"), place);
    }
    keys
}

/// Which half of a list of tasks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskHalf {
    /// By deadline, undated last.
    Open,
    /// Newest first.
    Finished,
}

impl TaskHalf {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Open => "T#o#",
            Self::Finished => "T#x#",
        }
    }
}

/// Whose tasks an office lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TaskList {
    /// Of one client.
    OfClient(ClientId),
    /// Of the member who asks.
    OfMember(sild_domain::MemberId),
}

/// Reads one task, if the scope reaches its client.
///
/// # Errors
/// [`StoreError`]
pub async fn get(table: &Table, scope: &OfficeScope, task: TaskId) -> Result<Option<TaskRecord>, StoreError> {
    let found = table.get::<TaskRecord>(&task_key(scope, task)).await?;
    Ok(found.filter(|task| scope.reaches(task.client_id)))
}

/// Reads one task with its whole thread, internal and portal, if the scope reaches its client.
///
/// # Errors
/// [`StoreError`]
pub async fn get_with_thread(
    table: &Table,
    scope: &OfficeScope,
    task: TaskId,
) -> Result<Option<(TaskRecord, Thread)>, StoreError> {
    let items = table.query(partition(&scope.partition(), task)).all().await?;
    Ok(split(&items)?.filter(|(task, _)| scope.reaches(task.client_id)))
}

/// Reads one task as a contact may: assigned to their client.
///
/// # Errors
/// [`StoreError`]
pub async fn get_for_contact(
    table: &Table,
    scope: ClientScope,
    task: TaskId,
) -> Result<Option<TaskRecord>, StoreError> {
    let found = table.get::<TaskRecord>(&portal_task_key(scope, task)).await?;
    Ok(found.filter(|task| is_in_portal(task, scope)))
}

/// Reads one task with the portal's part of its thread: internal entries are outside the range that is read.
///
/// # Errors
/// [`StoreError`]
pub async fn get_with_thread_for_contact(
    table: &Table,
    scope: ClientScope,
    task: TaskId,
) -> Result<Option<(TaskRecord, Thread)>, StoreError> {
    let items = table.query(partition(&scope.partition(), task)).between("A", "W").all().await?;
    Ok(split(&items)?.filter(|(task, _)| is_in_portal(task, scope)))
}

/// Reads several tasks for a job; those that do not exist are missing.
///
/// # Errors
/// [`StoreError`]
pub async fn get_many(
    table: &Table,
    scope: &OfficeScope,
    tasks: &[TaskId],
) -> Result<Vec<TaskRecord>, StoreError> {
    let keys = tasks.iter().map(|task| task_key(scope, *task)).collect::<Vec<_>>();
    if keys.is_empty() {
        return Ok(Vec::new());
    }
    let found = table.get_many::<TaskRecord>(&keys).await?;
    Ok(found.into_iter().filter(|task| scope.reaches(task.client_id)).collect())
}

fn is_in_portal(task: &TaskRecord, scope: ClientScope) -> bool {
    task.client_id == scope.client() && task.state.is_assigned()
}

fn split(items: &[Item]) -> Result<Option<(TaskRecord, Thread)>, StoreError> {
    let mut task = None;
    let mut thread = Thread::default();
    for item in items {
        if let Some(record) = from_item_of_kind::<TaskRecord>(item)? {
            task = Some(record);
        } else if let Some(entry) = ThreadEntry::read(item)? {
            thread.push(entry);
        }
    }
    Ok(task.map(|task| (task, thread)))
}

/// A page of tasks as the office sees them.
///
/// # Errors
/// [`StoreError`]
pub async fn list(
    table: &Table,
    scope: &OfficeScope,
    list: TaskList,
    half: TaskHalf,
    request: &PageRequest,
) -> Result<Page<TaskRecord>, StoreError> {
    let office = scope.partition();
    let query = match list {
        TaskList::OfClient(client) if !scope.reaches(client) => {
            return Ok(Page { items: Vec::new(), next: None });
        }
        TaskList::OfClient(client) => table.query_index(Index::Gsi2, format!("{office}#C#{}", client.key())),
        TaskList::OfMember(member) => table.query_index(Index::Gsi1, format!("{office}#M#{}", member.key())),
    };
    let query = query.begins_with(half.prefix());
    let query = if half == TaskHalf::Finished { query.newest_first() } else { query };
    let page = query.page(request, |place| key_in_place(&office, place)).await?;
    let mut items = Vec::with_capacity(page.items.len());
    for item in page.items {
        let task = from_item::<TaskRecord>(item)?;
        if scope.reaches(task.client_id) {
            items.push(task);
        }
    }
    Ok(Page { items, next: page.next })
}

/// A page of the tasks that a client has in the portal: the sample first, then by deadline; or the finished, newest first.
///
/// # Errors
/// [`StoreError`]
pub async fn list_for_contact(
    table: &Table,
    scope: ClientScope,
    half: TaskHalf,
    request: &PageRequest,
) -> Result<Page<PortalTaskEntry>, StoreError> {
    let office = scope.partition();
    let query = table
        .query_index(Index::Gsi3, format!("{office}#C#{}#P", scope.client().key()))
        .begins_with(half.prefix());
    let query = if half == TaskHalf::Finished { query.newest_first() } else { query };
    let page = query.page(request, |place| key_in_place(&office, place)).await?;
    let items = page.items.into_iter().map(from_item).collect::<Result<_, _>>()?;
    Ok(Page { items, next: page.next })
}

fn key_in_place(office: &str, place: &str) -> Key {
    let id = place.rsplit_once('#').map_or(place, |(_, id)| id);
    Key::new(format!("{office}#T#{id}"), "A")
}

/// The first open task of a client by deadline, as the index has it.
///
/// # Errors
/// [`StoreError`]
pub async fn earliest_open(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
    how_many: u16,
) -> Result<Vec<TaskRecord>, StoreError> {
    let pk = format!("{}#C#{}", scope.partition(), client.key());
    let items = table.query_index(Index::Gsi2, pk).begins_with(TaskHalf::Open.prefix()).top(how_many).await?;
    items.into_iter().map(from_item).collect()
}

/// Writes a task that must not exist yet.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, task: &TaskRecord) {
    transaction.put_new("task_exists", &task_keys(scope, task), task);
}

/// What a change of a task adds to what happens to it apart from edits.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TaskActivity {
    /// The task becomes unread for contacts again.
    pub is_news_for_client: bool,
    /// The task shows news for members; `Some(false)` clears them.
    pub client_news: Option<bool>,
    /// Portal messages more.
    pub portal_messages: u32,
    /// Portal files more.
    pub portal_files: u32,
}

impl TaskActivity {
    fn apply(self, update: Update) -> Update {
        let update = update
            .add("activity", i64::from(self.is_news_for_client))
            .add("portal_messages", i64::from(self.portal_messages))
            .add("portal_files", i64::from(self.portal_files));
        match self.client_news {
            Some(news) => update.set("has_client_news", news),
            None => update,
        }
    }
}

/// Writes a changed task, if it still has the version that it was read with, and its place in every list.
pub fn save(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: &TaskRecord,
    activity: TaskActivity,
) {
    let keys = task_keys(scope, task);
    let update = activity.apply(Update::new(&keys.primary).save(&keys, task, &OWN_LIFE));
    transaction.update("version_mismatch", update.at_version(task.v));
}

/// Writes a task that a contact changed.
pub fn save_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    task: &TaskRecord,
    activity: TaskActivity,
) {
    save(transaction, &OfficeScope::for_job(scope.office()), task, activity);
}

/// Notes what happened to a task without changing it: a message, a file. The task's version stays. Refused as `task_gone`.
pub fn note_activity(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: TaskId,
    activity: TaskActivity,
) {
    transaction.update("task_gone", activity.apply(Update::new(&task_key(scope, task)).when_exists()));
}

/// As [`note_activity`], by a contact: only while the client has the task.
pub fn note_activity_for_contact(
    transaction: &mut Transaction<'_>,
    scope: ClientScope,
    task: TaskId,
    activity: TaskActivity,
) {
    let update = Update::new(&portal_task_key(scope, task))
        .when_equal("client_id", scope.client())
        .when_equal("portal.state", "assigned");
    transaction.update("task_gone", activity.apply(update));
}

/// Remembers how much of a task a contact has seen; never less than before. `false` if the client does not have the task.
///
/// # Errors
/// [`StoreError`]
pub async fn mark_read(
    table: &Table,
    scope: ClientScope,
    task: TaskId,
    activity: u32,
) -> Result<bool, StoreError> {
    let seen = format!("seen.{}", scope.contact().key());
    let update = Update::new(&portal_task_key(scope, task))
        .set(&seen, activity)
        .when_equal("client_id", scope.client())
        .when_equal("portal.state", "assigned");
    table.update(update).await.map(|written| written.is_some())
}

/// Remembers that a member has looked at what the client did.
///
/// # Errors
/// [`StoreError`]
pub async fn clear_client_news(table: &Table, scope: &OfficeScope, task: TaskId) -> Result<(), StoreError> {
    let update = Update::new(&task_key(scope, task)).set("has_client_news", false).when_exists();
    table.update(update).await.map(|_| ())
}

/// Remembers that an assignment was announced, if it is still the task's latest one.
pub fn mark_announced(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    task: TaskId,
    generation: u32,
    now: Timestamp,
) {
    let update = Update::new(&task_key(scope, task))
        .set("announced_generation", generation)
        .set("announced_at", now)
        .when_equal("portal.generation", generation);
    transaction.update("assigned_again", update);
}
