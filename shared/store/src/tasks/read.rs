//! Reading tasks, one by one with their threads and in lists.

use jiff::civil::Date;
use sild_domain::{ClientId, MemberId, PortalState, TaskId};

use super::{PortalTaskEntry, TaskEntry, TaskRecord, partition, portal_task_key, task_key};
use crate::{
    ClientScope, OfficeScope, Page, PageRequest, StoreError, Table,
    key::{Index, Key},
    record::from_item,
    threads::{Thread, head_and_thread},
};

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
    OfMember(MemberId),
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
    Ok(head_and_thread::<TaskRecord>(&items)?.filter(|(task, _)| scope.reaches(task.client_id)))
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
    Ok(found.filter(|task| is_in_portal(task.client_id, &task.state.portal, scope)))
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
    let found = head_and_thread::<TaskRecord>(&items)?;
    Ok(found.filter(|(task, _)| is_in_portal(task.client_id, &task.state.portal, scope)))
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

/// Whether a contact sees a task of this client: it is their client's, and assigned to it.
pub(crate) fn is_in_portal(client: ClientId, portal: &PortalState, scope: ClientScope) -> bool {
    client == scope.client() && matches!(portal, PortalState::Assigned { .. })
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
) -> Result<Page<TaskEntry>, StoreError> {
    let office = scope.partition();
    let query = match list {
        TaskList::OfClient(client) if !scope.reaches(client) => {
            return Ok(Page { items: Vec::new(), next: None });
        }
        TaskList::OfClient(client) => table.query_index(Index::Gsi2, format!("{office}#C#{}", client.key())),
        TaskList::OfMember(member) => table.query_index(Index::Gsi1, format!("{office}#M#{}", member.key())),
    };
    let query = query.begins_with(half.prefix()).only(&TaskEntry::ATTRIBUTES);
    let query = if half == TaskHalf::Finished { query.newest_first() } else { query };
    let page = query.page(request, |place| key_in_place(&office, place)).await?;
    let mut items = Vec::with_capacity(page.items.len());
    for item in page.items {
        let task = from_item::<TaskEntry>(item)?;
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

/// How many open tasks of a client have a deadline before `today`; counted up to `most`.
///
/// # Errors
/// [`StoreError`]
pub async fn count_late(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
    today: Date,
    most: u16,
) -> Result<usize, StoreError> {
    let open = TaskHalf::Open.prefix();
    let list = table.query_index(Index::Gsi2, format!("{}#C#{}", scope.partition(), client.key()));
    let late = list.between(format!("{open}0"), format!("{open}{today}")).only(&["id"]).top(most).await?;
    Ok(late.len())
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
