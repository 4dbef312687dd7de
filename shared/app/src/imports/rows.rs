//! The job that writes the rows of a table, some at a time.

use std::collections::BTreeMap;

use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use sild_domain::{ImportId, OfficeId};
use sild_store::{
    OfficeScope, TransactionError, clients, contacts,
    imports::{self, ImportOutcome, ImportProblem, ImportRecord, ImportState},
    offices,
    outbox::{self, Effect, OutboxRecord},
};

use super::{
    good_row::GoodRow,
    preview::{load, note},
    together::Together,
    write::{Firsts, Known, RowOutcome, Writer},
};
use crate::{Context, Failure, files::object};

/// How many rows one part takes.
const AT_ONCE: usize = 500;
/// How many transactions are under way side by side.
const SIDE_BY_SIDE: usize = 16;

/// Writes the part that begins when `done` rows are done. The progress, this row of the outbox and the next one are written
/// in one transaction at its end: delivered again, it finds the part done. If it dies before, the rows that it wrote are
/// found by their ids and count as made by it.
pub async fn import_next_rows(
    cx: &Context,
    row: &OutboxRecord,
    office: OfficeId,
    id: ImportId,
    done: u32,
) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let found = imports::get(&cx.table, &scope, id).await?;
    let is_next = |import: &ImportRecord| import.state == ImportState::Running && import.done == done;
    let Some(before) = found.filter(is_next) else { return Ok(()) };
    let Some(office) = offices::get(&cx.table, &scope).await? else { return Ok(()) };
    let mut after = before.clone();
    match load(cx, &before).await? {
        Ok(sheet) => {
            let skip = usize::try_from(done).map_err(Failure::internal)?;
            let part = sheet.rows.iter().skip(skip).take(AT_ONCE).collect::<Vec<_>>();
            // What is wrong with the others was said by the preview.
            let good = part.iter().filter_map(|row| GoodRow::read(&sheet, row).ok()).collect::<Vec<_>>();
            let known = read_known(cx, &scope, &good).await?;
            let firsts = Firsts::of(&sheet);
            let (import, known, firsts) = (&before, &known, &firsts);
            let writer = Writer { cx, scope: &scope, office: &office, import, known, firsts };
            for outcome in write_all(&writer, good).await? {
                add(&mut after, outcome);
            }
            after.done = done.saturating_add(u32::try_from(part.len()).map_err(Failure::internal)?);
            if sheet.rows.len() <= skip + part.len() {
                after.state = ImportState::Done;
            }
        }
        Err(problem) => (after.problem, after.state) = (Some(problem), ImportState::Done),
    }
    let is_done = after.state == ImportState::Done;
    if let Some(found) = after.found.as_mut().filter(|_| is_done) {
        found.sample = Vec::new();
    }
    let mut transaction = cx.table.transaction();
    imports::save(&mut transaction, &scope, &before, &after);
    outbox::settle(&mut transaction, row);
    if !is_done {
        let effect = Effect::ImportRows { office_id: scope.office(), import_id: id, done: after.done };
        outbox::add(&mut transaction, &cx.outbox_row(effect));
    }
    match transaction.commit().await {
        Ok(()) => {}
        Err(TransactionError::Refused { label: "import_moved", .. }) => return Ok(()),
        Err(error) => return Err(error.into()),
    }
    let was_there = after.problem != Some(ImportProblem::NotUploaded);
    if is_done && was_there { object::delete(cx, &after.object_key).await } else { Ok(()) }
}

async fn read_known(cx: &Context, scope: &OfficeScope, rows: &[GoodRow]) -> Result<Known, Failure> {
    let emails = rows.iter().filter_map(|row| Some(row.contact.as_ref()?.email.clone())).collect::<Vec<_>>();
    let (codes, contacts) = tokio::try_join!(
        clients::by_code(&cx.table, scope),
        contacts::get_by_addresses(&cx.table, scope, &emails),
    )?;
    let contacts = contacts.into_iter().map(|contact| (contact.email.folded(), contact)).collect();
    Ok(Known { codes, contacts })
}

/// Clients that are new first, many at once. Then rows of one client one after the other, different clients side by side.
async fn write_all(writer: &Writer<'_>, rows: Vec<GoodRow>) -> Result<Vec<RowOutcome>, Failure> {
    let mut groups = BTreeMap::<String, Vec<GoodRow>>::new();
    for row in rows {
        groups.entry(row.client_key()).or_default().push(row);
    }
    let new = groups.values().filter_map(|group| group.first()).filter(|row| writer.is_new(row)).collect();
    let made = stream::iter(Together::writes(writer, new)).buffer_unordered(SIDE_BY_SIDE);
    let made = made.try_collect::<Vec<_>>().await?.into_iter().flatten().collect::<BTreeMap<_, _>>();
    for group in groups.values_mut() {
        group.retain(|row| !made.contains_key(&row.number));
    }
    let groups = stream::iter(groups.into_values()).map(|group| async move {
        let mut outcomes = Vec::with_capacity(group.len());
        for row in &group {
            outcomes.push(Box::pin(writer.write(row)).await?);
        }
        Ok::<_, Failure>(outcomes)
    });
    let written = groups.buffer_unordered(SIDE_BY_SIDE).try_collect::<Vec<_>>().await?;
    Ok(written.into_iter().flatten().chain(made.into_values()).collect())
}

fn add(import: &mut ImportRecord, outcome: RowOutcome) {
    let one = |is: bool| u32::from(is);
    let before = import.outcome;
    import.outcome = ImportOutcome {
        clients_created: before.clients_created.saturating_add(one(outcome.client_created)),
        rows_updated: before.rows_updated.saturating_add(one(outcome.is_update)),
        rows_skipped: before.rows_skipped.saturating_add(one(outcome.is_skipped)),
        contacts_created: before.contacts_created.saturating_add(one(outcome.contact_created)),
        rows_failed: before.rows_failed.saturating_add(one(outcome.error.is_some())),
    };
    note(import, outcome.error.into_iter().collect());
}
