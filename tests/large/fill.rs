//! `fill-office DATA OFFICE TASKS`: gives every client of an office on one machine so many open tasks, past the API, which
//! would take an hour for half a million. What lists read is as the product writes it: counters, deadlines, places.
//!
//! Used by `tools/bench_office.py`; the machine must not run meanwhile.

use std::{path::PathBuf, sync::Arc};

use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use jiff::{Span, Timestamp, civil::Date};
use sild_app::{Context, portal_page::PortalPageFiles};
use sild_domain::{Description, OfficeId, TaskId, TaskState, Title};
use sild_local::{ClockMode, Cloud, StreamDelivery, product};
use sild_store::{
    OfficeScope, PageRequest,
    clients::{self, ClientList, ClientRecord, NamedMember, TaskCounts},
    members::{self, MemberRecord},
    tasks::{self, TaskRecord},
};

type Outcome<T = ()> = Result<T, Box<dyn std::error::Error + Send + Sync>>;

/// How many clients are filled side by side.
const SIDE_BY_SIDE: usize = 4;
/// How many tasks one transaction takes beside the client's counters.
const TASKS_AT_ONCE: usize = 90;

#[tokio::main]
async fn main() -> Outcome {
    let mut arguments = std::env::args().skip(1);
    let (Some(data), Some(office), Some(each)) = (arguments.next(), arguments.next(), arguments.next())
    else {
        return Err("fill-office DATA OFFICE TASKS".into());
    };
    let (_cloud, cx) = open(data.into()).await?;
    let scope = OfficeScope::for_job(office.parse::<OfficeId>()?);
    let each = each.parse()?;
    let owner =
        members::list(&cx.table, &scope).await?.into_iter().next().ok_or("the office has no member")?;
    let mut request = PageRequest::first(1_000);
    loop {
        let page = clients::find(&cx.table, &scope, &ClientList::ByName, &request, 1_000, |_| true).await?;
        stream::iter(&page.items)
            .map(|client| fill(&cx, &scope, client, &owner, each))
            .buffer_unordered(SIDE_BY_SIDE)
            .try_collect::<Vec<_>>()
            .await?;
        match page.next {
            Some(next) => request.after = Some(next),
            None => return Ok(()),
        }
    }
}

/// The table of a machine that does not run, for as long as its cloud is held; nothing that is written here is carried on.
async fn open(data: PathBuf) -> Outcome<(Cloud, Context)> {
    let options = product::cloud_options(Some(data), ClockMode::Wall, StreamDelivery::OnSettle)?;
    let cloud = Cloud::start(options).await?;
    let config =
        product::config(&cloud, String::new(), String::new(), PortalPageFiles::default(), String::new());
    let cx = product::context(&cloud, config, Arc::new(sild_runtime::OsEntropy), None).await;
    Ok((cloud, cx))
}

async fn fill(
    cx: &Context,
    scope: &OfficeScope,
    client: &ClientRecord,
    owner: &MemberRecord,
    each: usize,
) -> Outcome {
    let now = cx.now();
    let first = jiff::tz::TimeZone::UTC.to_datetime(now).date().checked_sub(Span::new().days(3))?;
    let made =
        (0..each).map(|number| task(cx, client, owner, number, first, now)).collect::<Outcome<Vec<_>>>()?;
    for some in made.chunks(TASKS_AT_ONCE) {
        let mut transaction = cx.table.transaction();
        for task in some {
            tasks::create(&mut transaction, scope, task);
        }
        let open = i64::try_from(some.len())?;
        clients::count_tasks(&mut transaction, scope, client.id, TaskCounts { open, waiting: 0 }, false);
        transaction.commit().await?;
    }
    let earliest = made.iter().filter_map(|task| task.state.due).min();
    clients::set_earliest_due(&cx.table, scope, client, earliest).await?;
    clients::refresh_lists(&cx.table, scope, client.id).await?;
    Ok(())
}

/// Deadlines over two years; those of one client in a hundred begin before today. One task of a client is the owner's.
fn task(
    cx: &Context,
    client: &ClientRecord,
    owner: &MemberRecord,
    number: usize,
    first: Date,
    now: Timestamp,
) -> Outcome<TaskRecord> {
    let id = TaskId::new(now, cx.random());
    let spread = client.name.as_str().bytes().map(usize::from).sum::<usize>() % 100;
    let due = first.checked_add(Span::new().days(i64::try_from(number * 29 + spread)?))?;
    let state = TaskState { due: Some(due), ..TaskState::default() };
    let assignee = (number == 0).then(|| NamedMember { id: owner.id, name: owner.name.clone() });
    let mut task = TaskRecord::new(
        id,
        (client.id, client.name.clone()),
        Title::parse(&format!("Documents of month {number}"))?,
        Description::parse("Bank statements, invoices and receipts of the month.")?,
        now,
    );
    task.set_state(state);
    task.assignee = assignee;
    Ok(task)
}
