//! Looking through a table before its rows are written.

use std::collections::BTreeSet;

use sild_domain::{ImportId, OfficeId, import::ImportField};
use sild_store::{
    OfficeScope, TransactionError, clients, contacts,
    imports::{
        self, ERRORS_MAX, ImportChoices, ImportFound, ImportProblem, ImportRecord, ImportState, RowError,
    },
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::{Import, good_row::GoodRow, sheet::Sheet};
use crate::{Conflict, Context, Failure, files::object};

/// Asks a job to look through the uploaded file, with what was chosen in place of what it would guess; again as often as
/// something else is chosen.
pub async fn preview_import(
    cx: &Context,
    session: &MemberSession,
    id: ImportId,
    choices: ImportChoices,
) -> Result<Import, Failure> {
    let scope = &session.scope;
    let before = imports::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
    if matches!(before.state, ImportState::Running | ImportState::Done) {
        return Err(Conflict::ImportStarted.into());
    }
    let revision = before.revision.saturating_add(1);
    let after =
        ImportRecord { state: ImportState::Previewing, revision, choices, problem: None, ..before.clone() };
    let mut transaction = cx.table.transaction();
    imports::save(&mut transaction, scope, &before, &after);
    let effect = Effect::PreviewImport { office_id: session.office.id, import_id: id, revision };
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    match transaction.commit().await {
        Ok(()) => Ok(Import::of(&after)),
        Err(TransactionError::Refused { label: "import_moved", .. }) => Err(Conflict::Busy.into()),
        Err(error) => Err(error.into()),
    }
}

/// The job: says what is in the file, unless another preview was asked for meanwhile.
pub async fn read_import(cx: &Context, office: OfficeId, id: ImportId, revision: u32) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(office);
    let found = imports::get(&cx.table, &scope, id).await?;
    let is_wanted =
        |import: &ImportRecord| import.state == ImportState::Previewing && import.revision == revision;
    let Some(before) = found.filter(is_wanted) else { return Ok(()) };
    let mut after = ImportRecord { state: ImportState::Previewed, found: None, ..before.clone() };
    (after.errors, after.error_count) = (Vec::new(), 0);
    match load(cx, &before).await? {
        Ok(sheet) => look_through(cx, &scope, &sheet, &mut after).await?,
        Err(problem) => after.problem = Some(problem),
    }
    let mut transaction = cx.table.transaction();
    imports::save(&mut transaction, &scope, &before, &after);
    match transaction.commit().await {
        Ok(()) | Err(TransactionError::Refused { label: "import_moved", .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// The table as it was uploaded and chosen.
pub(super) async fn load(
    cx: &Context,
    import: &ImportRecord,
) -> Result<Result<Sheet, ImportProblem>, Failure> {
    let size = import.size_bytes.bytes();
    let bytes = object::read(cx, &import.object_key, size).await?;
    let is_whole = |bytes: &Vec<u8>| u64::try_from(bytes.len()).is_ok_and(|length| length == size);
    Ok(match bytes.filter(is_whole) {
        Some(bytes) => Sheet::read(&bytes, &import.choices),
        None => Err(ImportProblem::NotUploaded),
    })
}

async fn look_through(
    cx: &Context,
    scope: &OfficeScope,
    sheet: &Sheet,
    import: &mut ImportRecord,
) -> Result<(), Failure> {
    if sheet.column_of(ImportField::ClientName).is_none() {
        import.problem = Some(ImportProblem::NoNameColumn);
    }
    let mut good = Vec::new();
    let mut rows_with_errors = 0;
    let is_readable = import.problem.is_none();
    for row in sheet.rows.iter().filter(|_| is_readable) {
        match GoodRow::read(sheet, row) {
            Ok(row) => good.push(row),
            Err(errors) => {
                rows_with_errors += 1;
                note(import, errors);
            }
        }
    }
    let emails = good.iter().filter_map(|row| Some(row.contact.as_ref()?.email.clone())).collect::<Vec<_>>();
    let (codes, known) = tokio::try_join!(
        clients::by_code(&cx.table, scope),
        contacts::get_by_addresses(&cx.table, scope, &emails),
    )?;
    let is_known = |row: &&GoodRow| row.folded_code().is_some_and(|code| codes.contains_key(&code));
    let keys = |rows: Vec<&GoodRow>| rows.into_iter().map(GoodRow::client_key).collect::<BTreeSet<_>>().len();
    let (known_clients, new_clients): (Vec<_>, Vec<_>) = good.iter().partition(is_known);
    let addresses = emails.iter().map(sild_domain::Email::folded).collect::<BTreeSet<_>>();
    let known_addresses = known.iter().map(|contact| contact.email.folded()).collect::<BTreeSet<_>>();
    import.found = Some(ImportFound {
        separator: sheet.separator,
        encoding: sheet.encoding,
        columns: sheet.columns.clone(),
        sample: sheet.sample(),
        rows: count(sheet.rows.len()),
        rows_with_errors,
        new_clients: count(keys(new_clients)),
        known_clients: count(keys(known_clients)),
        new_contacts: count(addresses.difference(&known_addresses).count()),
        known_contacts: count(known_addresses.len()),
    });
    Ok(())
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

/// Keeps what is wrong, of too much as much as is kept.
pub(super) fn note(import: &mut ImportRecord, errors: Vec<RowError>) {
    for error in errors {
        import.error_count = import.error_count.saturating_add(1);
        if import.errors.len() < ERRORS_MAX {
            import.errors.push(error);
        }
    }
}
