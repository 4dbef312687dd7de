//! Reading series, and looking ahead.

use sild_domain::{ClientId, Recurrence, SeriesId};
use sild_store::{Page, PageRequest, clients, series, sessions::MemberSession};

use super::{RecurrencePreview, Series};
use crate::{Context, Failure};

/// A series.
pub async fn get_series(cx: &Context, session: &MemberSession, id: SeriesId) -> Result<Series, Failure> {
    let found = series::get(&cx.table, &session.scope, id).await?.ok_or(Failure::NotFound)?;
    Ok(Series::of(&found, session.office.time_zone.today(cx.now())))
}

/// The series of one client, or of all clients that the member sees, in the order of their making.
pub async fn list_series(
    cx: &Context,
    session: &MemberSession,
    client: Option<ClientId>,
    request: &PageRequest,
) -> Result<Page<Series>, Failure> {
    let scope = &session.scope;
    let page = match client {
        None => series::list(&cx.table, scope, None, request).await?,
        Some(client) => {
            let (found, page) = tokio::try_join!(
                clients::get(&cx.table, scope, client),
                series::list(&cx.table, scope, Some(client), request),
            )?;
            found.ok_or(Failure::NotFound)?;
            page
        }
    };
    let today = session.office.time_zone.today(cx.now());
    Ok(page.map(|found| Series::of(&found, today)))
}

/// The next dates of a recurrence that is not kept.
#[must_use]
pub fn preview_recurrence(
    cx: &Context,
    session: &MemberSession,
    recurrence: &Recurrence,
) -> RecurrencePreview {
    RecurrencePreview::of(recurrence, session.office.time_zone.today(cx.now()))
}
