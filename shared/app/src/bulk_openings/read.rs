//! How far a bulk opening is.

use sild_domain::BulkOpeningId;
use sild_store::{bulk_openings, sessions::MemberSession};

use super::BulkOpening;
use crate::{Context, Failure, bulk::shown};

/// A bulk opening: for whoever started it and for who works with all of its clients.
pub async fn get_bulk_opening(
    cx: &Context,
    session: &MemberSession,
    id: BulkOpeningId,
) -> Result<BulkOpening, Failure> {
    let found = bulk_openings::get(&cx.table, &session.scope, id).await?;
    let (opening, skipped) = shown(cx, session, found).await?;
    Ok(BulkOpening::of(&opening, &skipped, cx.config.mails_per_second))
}
