//! What an office sees at a glance: what waits for its clients, what is late, and what goes out by itself on the next days.

use std::collections::BTreeMap;

use futures::future::try_join_all;
use jiff::{Timestamp, ToSpan as _, civil::Date};
use serde::{Deserialize, Serialize};
use sild_domain::{SeriesId, TaskId};
use sild_store::{
    OfficeScope, Soonest, notices,
    reminders::{self, ReminderRecord},
    series::{self, SeriesRecord},
    sessions::MemberSession,
    tasks,
};
use utoipa::ToSchema;

use crate::{
    Context, Failure,
    clients::{ClientFilter, ClientSort, Person, find_clients},
    tasks::waiting_generation,
};

/// How many clients each picture shows.
const CLIENTS: u16 = 8;
/// How far it looks ahead: today and six days more.
const DAYS_AHEAD: i64 = 6;
/// How many of what goes out are told, soonest first.
const COMING: u16 = 50;
/// Up to how many late tasks of a client are counted.
const COUNTED: u16 = 100;

/// An office at a glance. A plain member sees what is of their own clients.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct Overview {
    /// The date in the office's time zone.
    #[schema(value_type = String, format = Date)]
    pub today: Date,
    /// The last day of what is told as coming.
    #[schema(value_type = String, format = Date)]
    pub until: Date,
    /// The office's hour at which reminders leave, 0 to 23.
    pub reminder_hour: u8,
    /// The clients with most open tasks, the most first.
    pub busiest: Vec<BusyClient>,
    /// The clients whose deadlines passed, the longest ago first.
    pub overdue: Vec<LateClient>,
    /// The tasks that their clients are about to be told of, the soonest first; 50 at most.
    pub announcements: Vec<ComingAnnouncement>,
    /// The series that make a task, by day; 50 at most.
    pub series: Vec<ComingTask>,
    /// The reminders that leave, by day; 50 at most.
    pub reminders: Vec<ComingReminder>,
    /// Whether more is on its way than is told here.
    pub is_cut: bool,
}

/// What a client has to do, and what the office has to do for it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct BusyClient {
    /// Which one.
    pub client: Person,
    /// How many tasks the office has not completed.
    pub open_count: i64,
    /// How many of them wait for the client.
    pub waiting_count: i64,
}

/// What of a client is late.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct LateClient {
    /// Which one.
    pub client: Person,
    /// How many of its open tasks are past their deadline; counted up to 100.
    pub count: usize,
    /// The earliest of these deadlines.
    #[schema(value_type = String, format = Date)]
    pub earliest_due: Date,
}

/// A task that its client is about to be told of.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ComingAnnouncement {
    /// Which one.
    #[schema(value_type = String)]
    pub task_id: TaskId,
    /// What it is called.
    pub title: String,
    /// Whose it is.
    pub client: Person,
    /// When the mail leaves. Until then the task can be changed or withdrawn, and nobody hears of it.
    #[schema(value_type = String, format = DateTime)]
    pub at: Timestamp,
}

/// A task that a series makes by itself.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ComingTask {
    /// Which series.
    #[schema(value_type = String)]
    pub series_id: SeriesId,
    /// What the task will be called.
    pub title: String,
    /// Whose it will be.
    pub client: Person,
    /// The date by the rule alone, which names it among the dates of the series.
    #[schema(value_type = String, format = Date)]
    pub nominal: Date,
    /// When it is made, after the weekend rule.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// Whether the client is told of it at once.
    pub assign_to_client: bool,
}

/// A reminder that leaves by itself.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct ComingReminder {
    /// Of which task.
    #[schema(value_type = String)]
    pub task_id: TaskId,
    /// What that is called.
    pub title: String,
    /// Whose it is.
    pub client: Person,
    /// When it leaves, at the office's hour; one of a day that has passed leaves with the next run.
    #[schema(value_type = String, format = Date)]
    pub on: Date,
    /// The task's deadline.
    #[schema(value_type = Option<String>, format = Date)]
    pub due: Option<Date>,
}

/// The office at a glance, as the member may see it.
pub async fn get_overview(cx: &Context, session: &MemberSession) -> Result<Overview, Failure> {
    let (scope, office) = (&session.scope, &session.office);
    let today = office.time_zone.today(cx.now());
    let until = today.checked_add(DAYS_AHEAD.days()).unwrap_or(Date::MAX);
    let (busiest, overdue, announcements, series, reminders) = tokio::try_join!(
        busiest(cx, scope, today),
        overdue(cx, scope, today),
        coming_announcements(cx, scope),
        coming_tasks(cx, scope, until),
        coming_reminders(cx, scope, until),
    )?;
    Ok(Overview {
        today,
        until,
        reminder_hour: office.reminder_hour,
        busiest,
        overdue,
        is_cut: announcements.is_cut || series.is_cut || reminders.is_cut,
        announcements: announcements.items,
        series: series.items,
        reminders: reminders.items,
    })
}

async fn busiest(cx: &Context, scope: &OfficeScope, today: Date) -> Result<Vec<BusyClient>, Failure> {
    let filter = ClientFilter { sort: Some(ClientSort::OpenTasks), ..ClientFilter::default() };
    let page = find_clients(cx, scope, &filter, today, None, CLIENTS).await?;
    let with_tasks = page.items.into_iter().filter(|client| client.open_count > 0);
    let busy = with_tasks.map(|client| BusyClient {
        client: Person::of_client(client.id, &client.name),
        open_count: client.open_count,
        waiting_count: client.waiting_count.clamp(0, client.open_count),
    });
    Ok(busy.collect())
}

async fn overdue(cx: &Context, scope: &OfficeScope, today: Date) -> Result<Vec<LateClient>, Failure> {
    let filter = ClientFilter { is_overdue: true, ..ClientFilter::default() };
    let page = find_clients(cx, scope, &filter, today, None, CLIENTS).await?;
    let counted =
        page.items.iter().map(|client| tasks::count_late(&cx.table, scope, client.id, today, COUNTED));
    let counts = try_join_all(counted).await?;
    let late = page.items.iter().zip(counts).filter_map(|(client, count)| {
        let earliest_due = client.earliest_due?;
        Some(LateClient { client: Person::of_client(client.id, &client.name), count, earliest_due })
    });
    // A deadline that moved a moment ago may still stand in the list of clients.
    Ok(late.filter(|late| late.count > 0).collect())
}

async fn coming_announcements(
    cx: &Context,
    scope: &OfficeScope,
) -> Result<Soonest<ComingAnnouncement>, Failure> {
    let coming = notices::coming(&cx.table, scope, COMING).await?;
    let ids = coming.items.iter().map(|(_, task)| *task).collect::<Vec<_>>();
    let found = tasks::get_many(&cx.table, scope, &ids).await?;
    let mut told = found
        .into_iter()
        .filter(|task| waiting_generation(task).is_some())
        .filter_map(|task| {
            Some(ComingAnnouncement {
                task_id: task.id,
                title: task.title.to_string(),
                client: Person::of_client(task.client_id, &task.client_name),
                at: task.announce_at?,
            })
        })
        .collect::<Vec<_>>();
    told.sort_by_key(|task| (task.at, task.task_id));
    Ok(Soonest { items: told, is_cut: coming.is_cut })
}

async fn coming_tasks(
    cx: &Context,
    scope: &OfficeScope,
    until: Date,
) -> Result<Soonest<ComingTask>, Failure> {
    let coming = series::coming(&cx.table, scope, until, COMING).await?;
    let told = coming.items.into_iter().filter_map(
        |SeriesRecord {
             id, title, client_id, client_name, next_nominal, next_on, assign_to_client, ..
         }| {
            Some(ComingTask {
                series_id: id,
                title: title.to_string(),
                client: Person::of_client(client_id, &client_name),
                nominal: next_nominal?,
                on: next_on?,
                assign_to_client,
            })
        },
    );
    Ok(Soonest { items: told.collect(), is_cut: coming.is_cut })
}

async fn coming_reminders(
    cx: &Context,
    scope: &OfficeScope,
    until: Date,
) -> Result<Soonest<ComingReminder>, Failure> {
    let coming = reminders::coming(&cx.table, scope, until, COMING).await?;
    let ids = coming.items.iter().map(|reminder| reminder.task_id).collect::<Vec<_>>();
    let found = tasks::get_many(&cx.table, scope, &ids).await?;
    let found = found.into_iter().map(|task| (task.id, task)).collect::<BTreeMap<_, _>>();
    let told = coming.items.into_iter().filter_map(|ReminderRecord { task_id, on, .. }| {
        let task = found.get(&task_id)?;
        Some(ComingReminder {
            task_id,
            title: task.title.to_string(),
            client: Person::of_client(task.client_id, &task.client_name),
            on: on?,
            due: task.state.due,
        })
    });
    Ok(Soonest { items: told.collect(), is_cut: coming.is_cut })
}
