//! Which clients have their turn.

use std::collections::BTreeSet;

use sild_domain::ClientId;
use sild_store::{
    Cursor, OfficeScope, Page, TransactionError,
    bulk::{self, BulkRun, CLIENTS_AN_ITEM, NAMED_MAX, SelectedBy, Selection, Skipped},
    clients::{self, ClientRecord},
    offices::OfficeRecord,
    outbox::{self, Effect, OutboxRecord},
    sessions::MemberSession,
};

use crate::{
    Context, Failure,
    clients::{ClientFilter, find_clients},
};

/// How many clients are looked at in one part: about as many as one answer of the table holds.
const LOOKED_AT_AT_ONCE: u16 = 1_000;

/// Which clients are chosen.
#[derive(Debug, Clone)]
pub enum WhichClients {
    /// These, at most 1,000.
    These(Vec<ClientId>),
    /// All that a list of clients shows with these filters.
    Matching(SelectedBy),
}

/// What was chosen, as far as the request can say.
pub(crate) struct Chosen {
    /// The clients, or by what a job finds them.
    pub(crate) selection: Selection,
    /// Those that are known already.
    pub(crate) clients: Vec<ClientId>,
    /// Those that were named and do not exist for the member.
    pub(crate) missing: Vec<Skipped>,
}

impl Chosen {
    /// How many do not exist.
    pub(crate) fn missing_count(&self) -> u32 {
        u32::try_from(self.missing.len()).unwrap_or(u32::MAX)
    }
}

/// Chooses clients for a member. Those of an office are found by a job, as there may be thousands; a plain member's own are
/// known here, and only they are meant, even if the member works with more of them later.
pub(crate) async fn choose(
    cx: &Context,
    session: &MemberSession,
    which: WhichClients,
) -> Result<Chosen, Failure> {
    let scope = &session.scope;
    match which {
        WhichClients::These(ids) => {
            let wanted = named(ids)?;
            let ids = wanted.iter().copied().collect::<Vec<_>>();
            let found = clients::get_many(&cx.table, scope, &ids).await?;
            let clients = found.iter().map(|client| client.id).collect::<Vec<_>>();
            let missing = wanted.into_iter().filter(|id| !clients.contains(id)).map(Skipped::not_found);
            Ok(Chosen { selection: Selection::of_these(&clients), missing: missing.collect(), clients })
        }
        WhichClients::Matching(by) if scope.reaches_all_clients() => {
            Ok(Chosen { selection: Selection::by(by), clients: Vec::new(), missing: Vec::new() })
        }
        WhichClients::Matching(by) => {
            let page = find(cx, scope, &session.office, &by, None, u16::MAX).await?;
            let clients = page.map(|client| client.id).items;
            Ok(Chosen { selection: Selection::of_these(&clients), clients, missing: Vec::new() })
        }
    }
}

/// Writes down the next part of the clients that a job has to find for an office, settles the row of the outbox that asked for
/// it and writes the next one: `effect`, as no client had its turn yet. Refused as `progress_made`.
pub(crate) async fn select_more<R: BulkRun>(
    cx: &Context,
    scope: &OfficeScope,
    office: &OfficeRecord,
    row: &OutboxRecord,
    run: &R,
    effect: Effect,
) -> Result<Result<(), TransactionError>, Failure> {
    let before = run.selection();
    let by = before.by.clone().unwrap_or_default();
    let after = before.place().map_err(Failure::internal)?;
    let part = find(cx, scope, office, &by, after, CLIENTS_AN_ITEM).await?.map(|client| client.id);
    let after = before.with_part(part.items.len(), part.next.as_ref());
    let mut transaction = cx.table.transaction();
    bulk::select(&mut transaction, scope, run, &after, &part.items);
    outbox::settle(&mut transaction, row);
    if !after.is_through(run.done()) {
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    Ok(transaction.commit().await)
}

/// Whom a member would choose, as they are now; a part of those that match at a time.
pub(crate) async fn look(
    cx: &Context,
    session: &MemberSession,
    which: WhichClients,
) -> Result<Vec<ClientRecord>, Failure> {
    let by = match which {
        WhichClients::These(ids) => {
            let ids = named(ids)?.into_iter().collect::<Vec<_>>();
            return Ok(clients::get_many(&cx.table, &session.scope, &ids).await?);
        }
        WhichClients::Matching(by) => by,
    };
    let mut found = Vec::new();
    let mut after = None;
    loop {
        let page = find(cx, &session.scope, &session.office, &by, after, LOOKED_AT_AT_ONCE).await?;
        found.extend(page.items);
        after = page.next;
        if after.is_none() {
            return Ok(found);
        }
    }
}

fn named(ids: Vec<ClientId>) -> Result<BTreeSet<ClientId>, Failure> {
    let named = ids.into_iter().collect::<BTreeSet<_>>();
    if named.len() > NAMED_MAX {
        return Err(Failure::field("/client_ids", "too_many_items"));
    }
    Ok(named)
}

async fn find(
    cx: &Context,
    scope: &OfficeScope,
    office: &OfficeRecord,
    by: &SelectedBy,
    after: Option<Cursor>,
    at_once: u16,
) -> Result<Page<ClientRecord>, Failure> {
    let filter = ClientFilter {
        search: by.search.clone(),
        responsible: by.responsible,
        portal_state: by.portal_state,
        is_overdue: by.is_overdue,
        ..ClientFilter::default()
    };
    let today = office.time_zone.today(cx.now());
    find_clients(cx, scope, &filter, today, after, at_once).await
}
