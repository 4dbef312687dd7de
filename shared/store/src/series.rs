//! Recurring tasks (S41).

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{
    ClientId, CompanyName, Description, MemberId, PersonName, Recurrence, ReminderChoice, SeriesId,
    ShortText, Title,
};

use crate::{
    OfficeScope, Page, PageRequest, Record, Soonest, StoreError, Table, Transaction, Update, Version,
    clients::NamedMember,
    key::{Index, Key, Keys},
    record::from_item,
    tasks::TaskRecord,
};

/// A rule that makes tasks.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct SeriesRecord {
    /// Its id.
    pub id: SeriesId,
    /// Whose tasks it makes.
    pub client_id: ClientId,
    /// Copy of the client's name.
    pub client_name: CompanyName,
    /// The title of each task.
    pub title: Title,
    /// The description of each task.
    pub description: Description,
    /// The checklist of each task.
    pub checklist: Vec<ShortText>,
    /// When it makes one.
    pub recurrence: Recurrence,
    /// Whether each task is given to the client.
    pub assign_to_client: bool,
    /// Whether contacts may tick the checklist.
    pub client_may_tick: bool,
    /// Whether the client's done completes each task.
    pub auto_complete: bool,
    /// Who works on each task.
    pub assignee: Option<NamedMember>,
    /// What each task says about its reminders (S62).
    #[serde(default)]
    pub reminders: ReminderChoice,
    /// Whether it rests.
    pub is_paused: bool,
    /// Whether it rests because its client is archived.
    #[serde(default)]
    pub client_is_archived: bool,
    /// The nominal date of the next task; none at the end.
    pub next_nominal: Option<Date>,
    /// The day on which that task is made, after the weekend rule.
    pub next_on: Option<Date>,
    /// The nominal date of the task that it made last on its day.
    pub last_nominal: Option<Date>,
    /// What was decided before its day, in the order in which it was.
    #[serde(default)]
    pub ahead: Vec<Decided>,
    /// The date that somebody left out last: for the audit trail.
    #[serde(default)]
    pub skipped_on: Option<Date>,
    /// How many tasks it has made.
    pub created_count: u32,
    /// Since when.
    pub created_at: Timestamp,
    /// Rises with each edit, with each task made and with each date left out.
    pub v: Version,
}

/// An occurrence that was dealt with before its day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Decided {
    /// Its nominal date.
    pub nominal: Date,
    /// Whether it was left out; otherwise its task was made.
    pub is_skipped: bool,
}

impl Record for SeriesRecord {
    const ENT: &'static str = "series";
}

impl SeriesRecord {
    /// Whether it makes nothing for now.
    #[must_use]
    pub const fn rests(&self) -> bool {
        self.is_paused || self.client_is_archived
    }
}

fn series_key(scope: &OfficeScope, series: SeriesId) -> Key {
    Key::new(scope.partition(), format!("SER#{}", series.key()))
}

/// The partition of the index that lists the series of an office by the day of their next task.
fn due_pk(scope: &OfficeScope) -> String {
    format!("{}#DUE", scope.partition())
}

fn series_keys(scope: &OfficeScope, series: &SeriesRecord) -> Keys {
    let id = series.id.key();
    let office = scope.partition();
    let keys = Keys::new(series_key(scope, series.id)).indexed(
        Index::Gsi2,
        format!("{office}#C#{}", series.client_id.key()),
        format!("S#{id}"),
    );
    match series.next_on.filter(|_| !series.rests()) {
        Some(next_on) => keys.indexed(Index::Gsi1, due_pk(scope), format!("{next_on}#{id}")),
        None => keys,
    }
}

/// Reads one series, if the scope reaches its client.
///
/// # Errors
/// [`StoreError`]
pub async fn get(
    table: &Table,
    scope: &OfficeScope,
    series: SeriesId,
) -> Result<Option<SeriesRecord>, StoreError> {
    let found = table.get::<SeriesRecord>(&series_key(scope, series)).await?;
    Ok(found.filter(|series| scope.reaches(series.client_id)))
}

/// The series of one client, or of all that the scope reaches; in order of their making.
///
/// # Errors
/// [`StoreError`]
pub async fn list(
    table: &Table,
    scope: &OfficeScope,
    client: Option<ClientId>,
    request: &PageRequest,
) -> Result<Page<SeriesRecord>, StoreError> {
    let office = scope.partition();
    let page = match client {
        Some(client) => {
            table
                .query_index(Index::Gsi2, format!("{office}#C#{}", client.key()))
                .begins_with("S#")
                .page(request, |place| {
                    Key::new(&office, format!("SER#{}", place.rsplit_once('#').map_or(place, |(_, id)| id)))
                })
                .await?
        }
        None => table.query(&office).begins_with("SER#").page(request, |sk| Key::new(&office, sk)).await?,
    };
    let mut items = Vec::with_capacity(page.items.len());
    for item in page.items {
        let series = from_item::<SeriesRecord>(item)?;
        if scope.reaches(series.client_id) {
            items.push(series);
        }
    }
    Ok(Page { items, next: page.next })
}

/// The series of an office that owe a task by `today`, the longest overdue first.
///
/// # Errors
/// [`StoreError`]
pub async fn due(table: &Table, scope: &OfficeScope, today: Date) -> Result<Vec<SeriesRecord>, StoreError> {
    let items =
        table.query_index(Index::Gsi1, due_pk(scope)).between("0", format!("{today}#~")).all().await?;
    items.into_iter().map(from_item).collect()
}

/// The soonest of those that make a task by `until`, as far as the scope reaches their clients: the first `limit` of the
/// office's are looked at.
///
/// # Errors
/// [`StoreError`]
pub async fn coming(
    table: &Table,
    scope: &OfficeScope,
    until: Date,
    limit: u16,
) -> Result<Soonest<SeriesRecord>, StoreError> {
    let list = table.query_index(Index::Gsi1, due_pk(scope));
    let items = list.between("0", format!("{until}#~")).top(limit + 1).await?;
    let all = items.into_iter().map(from_item::<SeriesRecord>).collect::<Result<Vec<_>, _>>()?;
    Ok(Soonest::of(all, limit).keep(|series| scope.reaches(series.client_id)))
}

/// Writes a new series.
pub fn create(transaction: &mut Transaction<'_>, scope: &OfficeScope, series: &SeriesRecord) {
    transaction.put_new("series_exists", &series_keys(scope, series), series);
}

/// Writes a changed series if it still has the version that it was read with.
pub fn save(transaction: &mut Transaction<'_>, scope: &OfficeScope, series: &SeriesRecord) {
    let keys = series_keys(scope, series);
    let update = Update::new(&keys.primary)
        .save(&keys, series, &["v", "id", "created_at", "client_name"])
        .at_version(series.v);
    transaction.update("version_mismatch", update);
}

/// What a series takes over from an edited task of its.
#[derive(Debug, Clone, Copy)]
pub struct Followed {
    /// What it is called.
    pub title: bool,
    /// What is to be done.
    pub description: bool,
    /// The lines of its checklist.
    pub checklist: bool,
    /// Whether contacts may tick it.
    pub client_may_tick: bool,
    /// Whether the client's done completes it.
    pub auto_complete: bool,
    /// What it says about its reminders.
    pub reminders: bool,
    /// Who works on it.
    pub assignee: bool,
}

/// Makes the tasks that a series makes from now on like one of its tasks, in what was edited. Refused as `series_gone`.
pub fn follow_task(
    transaction: &mut Transaction<'_>,
    scope: &OfficeScope,
    series: SeriesId,
    followed: Followed,
    task: &TaskRecord,
) {
    let mut update = Update::new(&series_key(scope, series)).when_equal("client_id", task.client_id);
    if followed.title {
        update = update.set("title", &task.title);
    }
    if followed.description {
        update = update.set("description", &task.description);
    }
    if followed.checklist {
        let lines = task.state.checklist.items().iter().map(|line| &line.text).collect::<Vec<_>>();
        update = update.set("checklist", lines);
    }
    if followed.client_may_tick {
        update = update.set("client_may_tick", task.state.client_may_tick);
    }
    if followed.auto_complete {
        update = update.set("auto_complete", task.state.is_auto_complete);
    }
    if followed.reminders {
        update = update.set("reminders", task.reminders);
    }
    if followed.assignee {
        update = match &task.assignee {
            Some(member) => update.set("assignee", member),
            None => update.remove("assignee"),
        };
    }
    transaction.update("series_gone", update.add("v", 1));
}

/// Copies the client's name into its series.
///
/// # Errors
/// [`StoreError`]
pub async fn copy_client_name(
    table: &Table,
    scope: &OfficeScope,
    series: SeriesId,
    name: &CompanyName,
) -> Result<(), StoreError> {
    let update = Update::new(&series_key(scope, series)).set("client_name", name).when_exists();
    table.update(update).await.map(|_| ())
}

/// Copies the name of a renamed member into a series whose tasks they work on.
///
/// # Errors
/// [`StoreError`]
pub async fn copy_assignee_name(
    table: &Table,
    scope: &OfficeScope,
    series: SeriesId,
    member: MemberId,
    name: &PersonName,
) -> Result<(), StoreError> {
    let update =
        Update::new(&series_key(scope, series)).set("assignee.name", name).when_equal("assignee.id", member);
    table.update(update).await.map(|_| ())
}
