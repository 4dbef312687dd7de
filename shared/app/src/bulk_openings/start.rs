//! Starting a bulk opening.

use std::collections::BTreeSet;

use jiff::SignedDuration;
use sild_domain::{BulkOpeningId, ClientId, search_words};
use sild_store::{
    bulk_openings::{self, BulkOpeningRecord, CLIENTS_MAX, SkipReason, Skipped},
    clients,
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::BulkOpening;
use crate::{Conflict, Context, Creation, Failure};

/// For how long the result can be read.
const KEPT: SignedDuration = SignedDuration::from_hours(24 * 90);

/// Which clients to open.
#[derive(Debug, Clone)]
pub enum WhichClients {
    /// These, at most 1,000.
    These(Vec<ClientId>),
    /// All that a search finds, as a list of clients does; an empty search finds all.
    Matching(String),
}

/// What to open.
#[derive(Debug, Clone)]
pub struct NewBulkOpening {
    /// Which clients.
    pub clients: WhichClients,
    /// Whether their contacts are invited by mail (S17).
    pub with_invitations: bool,
}

/// Writes down which clients are to be opened; a job opens them. Clients that do not exist for the member are named in
/// the result and counted, and otherwise left alone.
pub async fn start_bulk_opening(
    cx: &Context,
    session: &MemberSession,
    new: NewBulkOpening,
    creation: &Creation,
) -> Result<BulkOpening, Failure> {
    if !session.office.portal_is_reachable() {
        return Err(Conflict::PortalInactive.into());
    }
    let Chosen { found, missing } = choose(cx, session, new.clients).await?;
    let now = cx.now();
    let total = u32::try_from(found.len().saturating_add(missing.len())).map_err(Failure::internal)?;
    let opening = BulkOpeningRecord {
        id: BulkOpeningId::new(now, cx.random()),
        started_by: session.member.id,
        total,
        client_ids: found,
        with_invitations: new.with_invitations,
        done: 0,
        after: None,
        opened: 0,
        already_open: 0,
        invited: 0,
        started_at: now,
        ttl: now.checked_add(KEPT).map_err(Failure::internal)?.as_second(),
    };
    let skipped = missing.into_iter().map(not_found).collect::<Vec<_>>();
    let scope = &session.scope;
    let mut transaction = cx.table.transaction();
    bulk_openings::create(&mut transaction, scope, &opening, &skipped);
    if !opening.is_finished() {
        let effect =
            Effect::OpenClients { office_id: session.office.id, bulk_opening_id: opening.id, done: 0 };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    let answer = BulkOpening::of(&opening, &skipped, cx.config.mails_per_second);
    creation.commit(cx, session.office.id, scope.actor(), transaction, answer).await
}

struct Chosen {
    found: Vec<ClientId>,
    missing: Vec<ClientId>,
}

async fn choose(cx: &Context, session: &MemberSession, which: WhichClients) -> Result<Chosen, Failure> {
    match which {
        WhichClients::These(ids) => {
            let wanted = ids.into_iter().collect::<BTreeSet<_>>();
            if wanted.len() > CLIENTS_MAX {
                return Err(Failure::field("/client_ids", "too_many_items"));
            }
            let ids = wanted.iter().copied().collect::<Vec<_>>();
            let clients = clients::get_many(&cx.table, &session.scope, &ids).await?;
            let found = clients.iter().map(|client| client.id).collect::<Vec<_>>();
            let missing = wanted.into_iter().filter(|id| !found.contains(id)).collect();
            Ok(Chosen { found, missing })
        }
        WhichClients::Matching(search) => {
            let words = search_words(&search);
            let found = clients::find_ids(&cx.table, &session.scope, &words, CLIENTS_MAX).await?;
            if found.len() > CLIENTS_MAX {
                return Err(Failure::field("/search", "too_many_items"));
            }
            Ok(Chosen { found: found.into_iter().collect(), missing: Vec::new() })
        }
    }
}

const fn not_found(client_id: ClientId) -> Skipped {
    Skipped {
        client_id,
        client_name: None,
        contact_id: None,
        contact_name: None,
        reason: SkipReason::NotFound,
    }
}
