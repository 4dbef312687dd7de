//! Copying a renamed client's name to what shows it.

use futures::future::try_join_all;
use sild_domain::{ClientId, CompanyName, OfficeId};
use sild_store::{
    OfficeScope, PageRequest,
    clients::{self, ClientRecord},
    contacts,
    requests::{self, RequestHalf},
    series,
    tasks::{self, TaskHalf, TaskList},
};

use super::relist::passing;
use crate::{Context, Failure};

/// How many records are read, and then written side by side, at once.
const AT_ONCE: u16 = 50;

/// Copies the name that the client has now to its contacts' links, its tasks, its series and its requests. Doing it again changes
/// nothing; where it was renamed again meanwhile, the newest name is the one that stays.
pub async fn copy_client_name(cx: &Context, office: OfficeId, client: ClientId) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let mut copied: Option<CompanyName> = None;
    while let Some(client) = clients::get(&cx.table, &scope, client).await? {
        if copied.as_ref() == Some(&client.name) {
            break;
        }
        to_links(cx, &scope, &client).await?;
        to_tasks(cx, &scope, &client).await?;
        to_series(cx, &scope, &client).await?;
        to_requests(cx, &scope, &client).await?;
        clients::refresh_lists(&cx.table, &scope, client.id).await?;
        if let Err(error) = clients::place_relations(&cx.table, &scope, &client).await {
            passing(error)?;
            continue;
        }
        copied = Some(client.name);
    }
    Ok(())
}

async fn to_links(cx: &Context, scope: &OfficeScope, client: &ClientRecord) -> Result<(), Failure> {
    let pairs = client.contact_ids().into_iter().map(|contact| (contact, client.id));
    let links = contacts::get_links(&cx.table, scope, pairs).await?;
    let mut transaction = cx.table.transaction();
    for link in links.iter().filter(|link| link.client_name != client.name) {
        contacts::set_link_client_name(&mut transaction, scope, link.contact_id, client.id, &client.name);
    }
    if transaction.is_empty() { Ok(()) } else { Ok(transaction.commit().await?) }
}

async fn to_tasks(cx: &Context, scope: &OfficeScope, client: &ClientRecord) -> Result<(), Failure> {
    for half in [TaskHalf::Open, TaskHalf::Finished] {
        let mut request = PageRequest::first(AT_ONCE);
        loop {
            let page = tasks::list(&cx.table, scope, TaskList::OfClient(client.id), half, &request).await?;
            let stale = page.items.iter().filter(|task| task.client_name != client.name);
            try_join_all(stale.map(|task| tasks::copy_client_name(&cx.table, scope, task.id, &client.name)))
                .await?;
            match page.next {
                Some(next) => request.after = Some(next),
                None => break,
            }
        }
    }
    Ok(())
}

async fn to_series(cx: &Context, scope: &OfficeScope, client: &ClientRecord) -> Result<(), Failure> {
    let mut request = PageRequest::first(AT_ONCE);
    loop {
        let page = series::list(&cx.table, scope, Some(client.id), &request).await?;
        let stale = page.items.iter().filter(|series| series.client_name != client.name);
        try_join_all(stale.map(|series| series::copy_client_name(&cx.table, scope, series.id, &client.name)))
            .await?;
        match page.next {
            Some(next) => request.after = Some(next),
            None => return Ok(()),
        }
    }
}

async fn to_requests(cx: &Context, scope: &OfficeScope, client: &ClientRecord) -> Result<(), Failure> {
    for half in [RequestHalf::Open, RequestHalf::Finished] {
        let mut request = PageRequest::first(AT_ONCE);
        loop {
            let page = requests::list(&cx.table, scope, Some(client.id), half, &request).await?;
            let stale = page.items.iter().filter(|request| request.client_name != client.name);
            try_join_all(
                stale.map(|request| requests::copy_client_name(&cx.table, scope, request.id, &client.name)),
            )
            .await?;
            match page.next {
                Some(next) => request.after = Some(next),
                None => break,
            }
        }
    }
    Ok(())
}
