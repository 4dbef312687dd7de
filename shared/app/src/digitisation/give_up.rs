//! Giving a file up.

use sild_store::{
    TransactionError,
    digitisations::{self, DigitisationFailure, DigitisationRecord},
    outbox::{self, Effect, Happening},
};

use crate::{Context, Failure};

/// Marks a file as failed and has whoever ordered it told, in one transaction. One that came to another end meanwhile, or was
/// ordered again, stays as it is.
pub(super) async fn give_up(
    cx: &Context,
    record: &DigitisationRecord,
    reason: DigitisationFailure,
) -> Result<(), Failure> {
    let mut transaction = cx.table.transaction();
    digitisations::give_up(&mut transaction, record, reason, cx.now());
    let effect = Effect::Notify {
        office_id: record.office_id,
        thread: record.task_id.into(),
        happening: Happening::DigitisationFailed {
            member: record.by.id,
            digitisation: record.digitisation_id,
        },
    };
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    match transaction.commit().await {
        Ok(()) | Err(TransactionError::Refused { label: "ended_meanwhile", .. }) => Ok(()),
        Err(error) => Err(error.into()),
    }
}
