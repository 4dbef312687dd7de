//! The job that opens the clients.

use std::collections::{BTreeMap, BTreeSet};

use jiff::SignedDuration;
use sild_domain::{BulkOpeningId, ClientId, ContactId, OfficeId, TaskId, TemplateId};
use sild_store::{
    OfficeScope, Transaction, TransactionError,
    bulk::{self, BulkRun as _},
    bulk_openings::{self, BulkOpeningRecord},
    clients::{self, ClientRecord, Opening, TaskCounts},
    contacts::{self, ContactClientRecord},
    offices::{self, OfficeRecord},
    outbox::{self, Effect, OutboxRecord},
    tasks,
    templates::{self, SampleGivenRecord, TEMPLATES_GIVEN_MAX, TemplateRecord},
};

use super::plan::{Deed, Known, Opened, plan};
use crate::{Conflict, Context, Failure, bulk::select_more, tasks::sample_task};

/// How many clients one step reads; how many it opens is what fits into a transaction.
const READ_AT_ONCE: usize = 50;
/// How often a step is planned again when somebody changes one of its clients at the same time.
const TRIES: usize = 4;

/// Takes the step that `row` asks for: the one that begins when `done` clients are done. The row is settled, and the next
/// one written, in the step's own transaction; delivered again, it finds the step taken and does nothing.
pub async fn open_next_clients(
    cx: &Context,
    row: &OutboxRecord,
    office: OfficeId,
    bulk_opening: BulkOpeningId,
    done: u32,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    for _ in 0..TRIES {
        let found = bulk_openings::get_progress(&cx.table, &scope, bulk_opening).await?;
        let Some(opening) = found.filter(|opening| opening.done == done && !opening.is_finished()) else {
            return Ok(());
        };
        let step = if opening.selection.is_complete {
            take_step(cx, &scope, row, &opening).await
        } else {
            let Some(office) = offices::get(&cx.table, &scope).await? else { return Ok(()) };
            let effect = next_effect(&scope, &opening);
            select_more(cx, &scope, &office, row, &opening, effect).await?.map_err(failure_of)
        };
        match step {
            Ok(()) | Err(TransactionFailure::TakenAlready) => return Ok(()),
            Err(TransactionFailure::Changed) => {}
            Err(TransactionFailure::Other(failure)) => return Err(failure),
        }
    }
    Err(Conflict::Busy.into())
}

enum TransactionFailure {
    /// Another delivery took the step.
    TakenAlready,
    /// A client is not as it was read.
    Changed,
    Other(Failure),
}

impl<E: Into<Failure>> From<E> for TransactionFailure {
    fn from(error: E) -> Self {
        Self::Other(error.into())
    }
}

async fn take_step(
    cx: &Context,
    scope: &OfficeScope,
    row: &OutboxRecord,
    opening: &BulkOpeningRecord,
) -> Result<(), TransactionFailure> {
    let read = Read::of(cx, scope, opening).await?;
    let step = plan(&Known {
        opening,
        turn: &read.turn,
        clients: &read.clients,
        links: &read.links,
        templates: &read.templates,
        given: &read.given,
        portal_is_reachable: read.office.as_ref().is_some_and(OfficeRecord::portal_is_reachable),
    });
    let mut transaction = cx.table.transaction();
    for opened in &step.opened {
        open_client(cx, scope, &mut transaction, opening, opened)?;
    }
    bulk_openings::advance(&mut transaction, scope, opening, &step.progress);
    outbox::settle(&mut transaction, row);
    let after =
        BulkOpeningRecord { done: opening.done.saturating_add(step.progress.done), ..opening.clone() };
    if !after.is_finished() {
        outbox::add(&mut transaction, &cx.outbox_row(next_effect(scope, &after)));
    }
    transaction.commit().await.map_err(failure_of)
}

fn failure_of(error: TransactionError) -> TransactionFailure {
    match error {
        TransactionError::Refused { label: "progress_made", .. } => TransactionFailure::TakenAlready,
        TransactionError::Refused {
            label: "client_changed" | "portal_closed" | "contact_gone" | "sample_given",
            ..
        } => TransactionFailure::Changed,
        error => TransactionFailure::Other(error.into()),
    }
}

const fn next_effect(scope: &OfficeScope, opening: &BulkOpeningRecord) -> Effect {
    Effect::OpenClients { office_id: scope.office(), bulk_opening_id: opening.id, done: opening.done }
}

/// What a step is planned from.
struct Read {
    turn: Vec<ClientId>,
    office: Option<OfficeRecord>,
    clients: BTreeMap<ClientId, ClientRecord>,
    links: BTreeMap<ClientId, Vec<ContactClientRecord>>,
    templates: Vec<TemplateRecord>,
    given: BTreeSet<(ClientId, TemplateId)>,
}

impl Read {
    async fn of(cx: &Context, scope: &OfficeScope, opening: &BulkOpeningRecord) -> Result<Self, Failure> {
        let table = &cx.table;
        let turn = bulk::turn(table, scope, opening, READ_AT_ONCE).await?;
        let (office, clients, mut templates) = tokio::try_join!(
            offices::get(table, scope),
            clients::get_many(table, scope, &turn),
            templates::list(table, scope),
        )?;
        templates.truncate(if opening.with_invitations { TEMPLATES_GIVEN_MAX } else { 0 });
        let is_begun = |client: &ClientRecord| opening.after.is_some() && turn.first() == Some(&client.id);
        let is_concerned =
            |client: &&ClientRecord| opening.send_again || !client.portal_is_open || is_begun(client);
        let concerned = clients.iter().filter(is_concerned).collect::<Vec<_>>();
        let pairs = concerned
            .iter()
            .flat_map(|client| client.contact_ids().into_iter().map(|contact| (contact, client.id)));
        let ids = concerned.iter().map(|client| client.id).collect::<Vec<_>>();
        let (found, given) = tokio::try_join!(
            contacts::get_links(table, scope, pairs),
            templates::given_among(table, scope, &ids, &templates),
        )?;
        let mut links = BTreeMap::<ClientId, BTreeMap<ContactId, ContactClientRecord>>::new();
        for link in found {
            links.entry(link.client_id).or_default().insert(link.contact_id, link);
        }
        Ok(Self {
            turn,
            office,
            clients: clients.into_iter().map(|client| (client.id, client)).collect(),
            links: links.into_iter().map(|(client, links)| (client, links.into_values().collect())).collect(),
            templates,
            given: given.into_iter().map(|given| (given.client_id, given.template_id)).collect(),
        })
    }
}

fn open_client(
    cx: &Context,
    scope: &OfficeScope,
    transaction: &mut Transaction<'_>,
    opening: &BulkOpeningRecord,
    opened: &Opened<'_>,
) -> Result<(), Failure> {
    let client = opened.client;
    if opened.is_begun {
        clients::require_open(transaction, scope, client.id);
    } else {
        if opened.is_again {
            clients::mark_invited(transaction, scope, client.id, cx.now());
        } else {
            let counts = give_samples(cx, scope, transaction, opened)?;
            let invited_at = opening.with_invitations.then(|| cx.now());
            clients::open(transaction, scope, client, &Opening { invited_at, counts });
        }
        let effect = Effect::RelistClient { office_id: scope.office(), client_id: client.id };
        outbox::add(transaction, &cx.outbox_row(effect));
    }
    for link in opened.links {
        let deed = Deed::of(opening, link);
        if deed.opens {
            contacts::open_link(transaction, scope, link);
        }
        if deed.invites {
            let effect = Effect::SendInvitation {
                office_id: scope.office(),
                client_id: client.id,
                contact_id: link.contact_id,
            };
            outbox::add(transaction, &cx.outbox_row(effect));
        }
    }
    Ok(())
}

/// Gives the client its copy of each template (S21), and says what they count for.
fn give_samples(
    cx: &Context,
    scope: &OfficeScope,
    transaction: &mut Transaction<'_>,
    opened: &Opened<'_>,
) -> Result<TaskCounts, Failure> {
    let mut counts = TaskCounts::default();
    // Undated tasks are listed by their ids: a millisecond apart, they keep the order of the templates.
    let mut made_at = cx.now();
    for template in &opened.templates {
        let task = sample_task(cx, TaskId::new(made_at, cx.random()), opened.client, template)?;
        made_at = made_at.checked_add(SignedDuration::from_millis(1)).map_err(Failure::internal)?;
        let given =
            SampleGivenRecord { client_id: opened.client.id, template_id: template.id, task_id: task.id };
        templates::give(transaction, scope, &given);
        tasks::create(transaction, scope, &task);
        counts.open = counts.open.saturating_add(task.counts().open);
        counts.waiting = counts.waiting.saturating_add(task.counts().waiting);
    }
    Ok(counts)
}
