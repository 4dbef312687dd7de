//! Starting to write the rows of a table.

use sild_domain::ImportId;
use sild_store::{
    TransactionError,
    imports::{self, Duplicates, ImportRecord, ImportState},
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::Import;
use crate::{Conflict, Context, Failure};

/// Lets a job write the rows that were found good; those with an error are left out.
pub async fn start_import(
    cx: &Context,
    session: &MemberSession,
    id: ImportId,
    duplicates: Duplicates,
) -> Result<Import, Failure> {
    let scope = &session.scope;
    let before = imports::get(&cx.table, scope, id).await?.ok_or(Failure::NotFound)?;
    match before.state {
        ImportState::Running | ImportState::Done => return Err(Conflict::ImportStarted.into()),
        ImportState::Declared | ImportState::Previewing => return Err(Conflict::ImportNotReady.into()),
        ImportState::Previewed => {}
    }
    let has_good_rows = before.found.as_ref().is_some_and(|found| found.rows > found.rows_with_errors);
    if before.problem.is_some() || !has_good_rows {
        return Err(Conflict::ImportNotReady.into());
    }
    let after = ImportRecord { state: ImportState::Running, duplicates, ..before.clone() };
    let mut transaction = cx.table.transaction();
    imports::save(&mut transaction, scope, &before, &after);
    let effect = Effect::ImportRows { office_id: session.office.id, import_id: id, done: 0 };
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    match transaction.commit().await {
        Ok(()) => Ok(Import::of(&after)),
        Err(TransactionError::Refused { label: "import_moved", .. }) => Err(Conflict::Busy.into()),
        Err(error) => Err(error.into()),
    }
}
