//! Letting the series of a client rest while it is archived (S65).

use sild_domain::{ClientId, SeriesId};
use sild_store::{
    OfficeScope, PageRequest, TransactionError, clients, offices,
    series::{self, SeriesRecord},
};

use super::plan::{first_from, move_to};
use crate::{Conflict, Context, Failure};

/// How many series are read at once.
const AT_ONCE: u16 = 50;
/// How often a series is tried again that somebody else changes at the same time.
const TRIES: usize = 5;

/// Lets every series of a client rest while the client is archived, and go on from today once it is back, passing over what
/// came meanwhile. Doing it again changes nothing.
pub async fn follow_client(cx: &Context, scope: &OfficeScope, client: ClientId) -> Result<(), Failure> {
    let mut request = PageRequest::first(AT_ONCE);
    loop {
        let page = series::list(&cx.table, scope, Some(client), &request).await?;
        for series in &page.items {
            follow(cx, scope, client, series.id).await?;
        }
        match page.next {
            Some(next) => request.after = Some(next),
            None => return Ok(()),
        }
    }
}

async fn follow(
    cx: &Context,
    scope: &OfficeScope,
    client: ClientId,
    series: SeriesId,
) -> Result<(), Failure> {
    for _ in 0..TRIES {
        let (office, client, before) = tokio::try_join!(
            offices::get(&cx.table, scope),
            clients::get(&cx.table, scope, client),
            series::get(&cx.table, scope, series),
        )?;
        let (Some(office), Some(client), Some(before)) = (office, client, before) else { return Ok(()) };
        let client_is_archived = client.archived_at.is_some();
        if before.client_is_archived == client_is_archived {
            return Ok(());
        }
        let mut after = SeriesRecord { client_is_archived, ..before.clone() };
        if !client_is_archived {
            let today = office.time_zone.today(cx.now());
            let next = first_from(&after, today);
            move_to(&mut after, next);
        }
        let mut transaction = cx.table.transaction();
        series::save(&mut transaction, scope, &after);
        match transaction.commit().await {
            Ok(()) => return Ok(()),
            Err(TransactionError::Refused { label: "version_mismatch", .. }) => {}
            Err(error) => return Err(error.into()),
        }
    }
    Err(Conflict::Busy.into())
}
