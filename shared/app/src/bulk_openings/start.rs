//! Starting a bulk opening.

use sild_domain::BulkOpeningId;
use sild_store::{
    bulk::{self, BulkRun as _},
    bulk_openings::BulkOpeningRecord,
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::BulkOpening;
use crate::{
    Conflict, Context, Creation, Failure,
    bulk::{KEPT, WhichClients, choose},
};

/// What to open.
#[derive(Debug, Clone)]
pub struct NewBulkOpening {
    /// Which clients.
    pub clients: WhichClients,
    /// Whether their contacts are invited by mail (S17).
    pub with_invitations: bool,
    /// Whether the contacts of clients that are open already are invited again (S21).
    pub send_again: bool,
}

/// Writes down which clients are to be opened; a job opens them. Clients that do not exist for the member are named in
/// the result and counted, and otherwise left alone.
pub async fn start_bulk_opening(
    cx: &Context,
    session: &MemberSession,
    new: NewBulkOpening,
    creation: &Creation,
) -> Result<BulkOpening, Failure> {
    if new.send_again && !new.with_invitations {
        return Err(Failure::field("/send_again", "invalid_format"));
    }
    if !session.office.portal_is_reachable() {
        return Err(Conflict::PortalInactive.into());
    }
    let chosen = choose(cx, session, new.clients).await?;
    let now = cx.now();
    let opening = BulkOpeningRecord {
        id: BulkOpeningId::new(now, cx.random()),
        started_by: session.member.id,
        missing: chosen.missing_count(),
        selection: chosen.selection,
        with_invitations: new.with_invitations,
        send_again: new.send_again,
        done: 0,
        after: None,
        opened: 0,
        already_open: 0,
        invited: 0,
        started_at: now,
        ttl: now.checked_add(KEPT).map_err(Failure::internal)?.as_second(),
    };
    let scope = &session.scope;
    let mut transaction = cx.table.transaction();
    bulk::create(&mut transaction, scope, &opening, &chosen.clients, &chosen.missing);
    if !opening.is_finished() {
        let effect =
            Effect::OpenClients { office_id: session.office.id, bulk_opening_id: opening.id, done: 0 };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    let answer = BulkOpening::of(&opening, &chosen.missing, cx.config.mails_per_second);
    creation.commit(cx, session.office.id, scope.actor(), transaction, answer).await
}
