//! The files of a client, newest first: every one for the office, and apart from them those that the portal may see.
//!
//! A file stands in the list of its client by its id, which is in order of time, and by the thread that it belongs to. What
//! that is called is read with the page, so that it is what it is called now.

use std::collections::{BTreeSet, HashMap};

use serde::{Deserialize, Serialize};
use sild_domain::{
    ClientId, FileId, PortalState, RequestId, RequestState, TaskId, ThreadId, Title, Visibility,
};

use crate::{
    ClientScope, Item, OfficeScope, Page, PageRequest, Record, StoreError, Table,
    key::{Index, Key, Keys},
    record::{from_item, from_item_of_kind, text},
    tasks::is_in_portal,
    threads::{FileRecord, file_key, head_key},
};

/// The largest page: with what its files belong to, it is one `BatchGetItem`.
pub const FILES_MAX: u16 = 50;

/// What the sort keys of files begin with in the lists of a client.
const PREFIX: &str = "F#";
/// What a page needs of the task or the request that a file belongs to, and of a file for the portal.
const READ: [&str; 13] = [
    "id",
    "client_id",
    "title",
    "portal",
    "subject",
    "state",
    "visibility",
    "name",
    "size_bytes",
    "content_type",
    "author",
    "at",
    "object_key",
];

/// A file in a list, and what it belongs to.
#[derive(Debug, Clone)]
pub struct ListedFile {
    /// The file.
    pub file: FileRecord,
    /// Its task or its request.
    pub of: ThreadId,
    /// What that is called.
    pub title: Title,
}

/// What a page needs of a task.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct TaskHead {
    id: TaskId,
    client_id: ClientId,
    title: Title,
    portal: PortalState,
}

impl Record for TaskHead {
    const ENT: &'static str = "task";
}

/// What a page needs of a request.
#[derive(Debug, Clone, Serialize, Deserialize)]
struct RequestHead {
    id: RequestId,
    client_id: ClientId,
    subject: Title,
    state: RequestState,
}

impl Record for RequestHead {
    const ENT: &'static str = "request";
}

/// The keys of a file that becomes visible: it is listed for the office, and for the portal unless it is internal.
pub(crate) fn file_keys(office: &str, client: ClientId, thread: ThreadId, file: &FileRecord) -> Keys {
    let keys = copied_file_keys(office, client, thread, file);
    match file.visibility {
        Visibility::Portal => keys.indexed(Index::Gsi3, portal_pk(office, client), place(file, thread)),
        Visibility::Internal => keys,
    }
}

/// The keys of a file that a request hands on to its task: the portal lists it once, with the request that it was sent with.
pub(crate) fn copied_file_keys(office: &str, client: ClientId, thread: ThreadId, file: &FileRecord) -> Keys {
    Keys::new(file_key(office, thread, file.id, file.visibility)).indexed(
        Index::Gsi2,
        office_pk(office, client),
        place(file, thread),
    )
}

fn office_pk(office: &str, client: ClientId) -> String {
    format!("{office}#C#{}", client.key())
}

fn portal_pk(office: &str, client: ClientId) -> String {
    format!("{}#P", office_pk(office, client))
}

fn place(file: &FileRecord, thread: ThreadId) -> String {
    let of = match thread {
        ThreadId::Task(task) => format!("T#{}", task.key()),
        ThreadId::Request(request) => format!("R#{}", request.key()),
    };
    let end = match file.visibility {
        Visibility::Portal => "",
        Visibility::Internal => "#X",
    };
    format!("{PREFIX}{}#{of}{end}", file.id.key())
}

/// What a place in a list says of the file that stands there: enough for its key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Place {
    file: FileId,
    thread: ThreadId,
    visibility: Visibility,
}

impl Place {
    fn read(place: &str) -> Option<Self> {
        let mut parts = place.strip_prefix(PREFIX)?.split('#');
        let file = FileId::from_key(parts.next()?).ok()?;
        let thread = match (parts.next()?, parts.next()?) {
            ("T", task) => ThreadId::Task(TaskId::from_key(task).ok()?),
            ("R", request) => ThreadId::Request(RequestId::from_key(request).ok()?),
            _ => return None,
        };
        let visibility = match parts.next() {
            None => Visibility::Portal,
            Some(_) => Visibility::Internal,
        };
        Some(Self { file, thread, visibility })
    }

    fn of(item: &Item, index: Index) -> Option<Self> {
        Self::read(text(item, index.sk())?)
    }

    fn key(self, office: &str) -> Key {
        file_key(office, self.thread, self.file, self.visibility)
    }
}

fn key_in_place(office: &str, place: &str) -> Key {
    Place::read(place).map_or_else(|| Key::new(office, place), |place| place.key(office))
}

/// A page of the files of a client, newest first, internal ones too. What the scope may not see is left out, and so is a file
/// at the request that handed it on to a task, which has it: a page may hold fewer than asked for and still have a next one.
///
/// # Errors
/// [`StoreError`]
pub async fn list(
    table: &Table,
    scope: &OfficeScope,
    client: ClientId,
    request: &PageRequest,
) -> Result<Page<ListedFile>, StoreError> {
    if !scope.reaches(client) {
        return Ok(Page { items: Vec::new(), next: None });
    }
    let office = scope.partition();
    let page = table
        .query_index(Index::Gsi2, office_pk(&office, client))
        .begins_with(PREFIX)
        .newest_first()
        .page(request, |place| key_in_place(&office, place))
        .await?;
    let mut files = Vec::with_capacity(page.items.len());
    for item in page.items {
        if let Some(place) = Place::of(&item, Index::Gsi2) {
            files.push((from_item::<FileRecord>(item)?, place.thread));
        }
    }
    let keys = head_keys(&office, files.iter().map(|(_, thread)| *thread));
    let items = table.get_items(&keys, &READ).await?;
    let titles = titles(
        &items,
        |task| scope.reaches(task.client_id),
        |request| scope.may_see_requests(request.client_id) && request.state.task().is_none(),
    )?;
    Ok(Page { items: listed(files, &titles), next: page.next })
}

/// A page of the files that a client sees in the portal, newest first. Those of a task that it does not have now are left out:
/// a page may hold fewer than asked for and still have a next one.
///
/// # Errors
/// [`StoreError`]
pub async fn list_for_contact(
    table: &Table,
    scope: ClientScope,
    request: &PageRequest,
) -> Result<Page<ListedFile>, StoreError> {
    let office = scope.partition();
    let page = table
        .query_index(Index::Gsi3, portal_pk(&office, scope.client()))
        .begins_with(PREFIX)
        .newest_first()
        .page(request, |place| key_in_place(&office, place))
        .await?;
    let places = page.items.iter().filter_map(|item| Place::of(item, Index::Gsi3)).collect::<Vec<_>>();
    let mut keys = head_keys(&office, places.iter().map(|place| place.thread));
    keys.extend(places.iter().map(|place| place.key(&office)));
    let items = table.get_items(&keys, &READ).await?;
    let titles = titles(
        &items,
        |task| is_in_portal(task.client_id, &task.portal, scope),
        |request| request.client_id == scope.client(),
    )?;
    let mut found = HashMap::new();
    for item in &items {
        if let Some(file) = from_item_of_kind::<FileRecord>(item)? {
            found.insert(file.id, file);
        }
    }
    let files = places.into_iter().filter_map(|place| Some((found.remove(&place.file)?, place.thread)));
    Ok(Page { items: listed(files, &titles), next: page.next })
}

/// The keys of what threads belong to, each once.
fn head_keys(office: &str, threads: impl Iterator<Item = ThreadId>) -> Vec<Key> {
    let threads = threads.collect::<BTreeSet<_>>();
    threads.into_iter().map(|thread| head_key(office, thread)).collect()
}

/// What those tasks and requests are called that pass.
fn titles(
    items: &[Item],
    task_passes: impl Fn(&TaskHead) -> bool,
    request_passes: impl Fn(&RequestHead) -> bool,
) -> Result<HashMap<ThreadId, Title>, StoreError> {
    let mut titles = HashMap::new();
    for item in items {
        if let Some(task) = from_item_of_kind::<TaskHead>(item)?.filter(&task_passes) {
            titles.insert(task.id.into(), task.title);
        } else if let Some(request) = from_item_of_kind::<RequestHead>(item)?.filter(&request_passes) {
            titles.insert(request.id.into(), request.subject);
        }
    }
    Ok(titles)
}

/// The files whose task or request is among those.
fn listed(
    files: impl IntoIterator<Item = (FileRecord, ThreadId)>,
    titles: &HashMap<ThreadId, Title>,
) -> Vec<ListedFile> {
    let with_title = files.into_iter().map(|(file, of)| {
        let title = titles.get(&of)?.clone();
        Some(ListedFile { file, of, title })
    });
    with_title.flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_the_file_and_what_it_belongs_to() {
        let file = FileId::from_key("01jnb000000000000000000001").unwrap();
        let task = ThreadId::Task(TaskId::from_key("01jnb000000000000000000002").unwrap());
        let request = ThreadId::Request(RequestId::from_key("01jnb000000000000000000003").unwrap());
        for (thread, visibility, written) in [
            (task, Visibility::Portal, "F#01jnb000000000000000000001#T#01jnb000000000000000000002"),
            (task, Visibility::Internal, "F#01jnb000000000000000000001#T#01jnb000000000000000000002#X"),
            (request, Visibility::Portal, "F#01jnb000000000000000000001#R#01jnb000000000000000000003"),
        ] {
            assert_eq!(Place::read(written), Some(Place { file, thread, visibility }));
        }
        for other in ["", "F#", "F#x#T#y", "T#o#2026-03-01#01jnb000000000000000000001"] {
            assert_eq!(Place::read(other), None, "{other}");
        }
    }
}
