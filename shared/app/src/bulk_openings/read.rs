//! How far a bulk opening is.

use sild_domain::BulkOpeningId;
use sild_store::{
    bulk::{NAMED_MAX, SkipReason},
    bulk_openings::{self, BulkOpeningRecord},
    sessions::MemberSession,
};

use super::BulkOpening;
use crate::{Context, Failure};

/// A bulk opening: for whoever started it and for who works with all of its clients. A plain member who works with one of
/// its clients no more is not told of it.
pub async fn get_bulk_opening(
    cx: &Context,
    session: &MemberSession,
    id: BulkOpeningId,
) -> Result<BulkOpening, Failure> {
    let scope = &session.scope;
    let (opening, mut skipped) = bulk_openings::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
    if opening.started_by != session.member.id && !scope.reaches_all_clients() {
        let from_the_first = BulkOpeningRecord { done: 0, ..opening.clone() };
        let clients = bulk_openings::turn(&cx.table, scope, &from_the_first, NAMED_MAX).await?;
        if !opening.selection.is_reached(&clients, |client| scope.reaches(client)) {
            return Err(Failure::NotFound);
        }
    }
    skipped.retain(|skipped| skipped.reason == SkipReason::NotFound || scope.reaches(skipped.client_id));
    Ok(BulkOpening::of(&opening, &skipped, cx.config.mails_per_second))
}
