//! Seeing to it that every queued file comes to an end.

use jiff::SignedDuration;
use sild_store::digitisations::{self, DigitisationFailure, DigitisationRecord};

use super::{arm, give_up::give_up};
use crate::{Context, Failure};

/// After how long a queued file is looked after, and again.
pub(super) const LOOK_AFTER: SignedDuration = SignedDuration::from_mins(10);
/// How often it is: for a day.
const TRIES: u32 = 144;

/// What the sweep does with a file that was queued a while ago: the job is armed again, or the file is given up.
pub(crate) async fn look_after(cx: &Context, record: &DigitisationRecord) -> Result<(), Failure> {
    if record.tries >= TRIES {
        return give_up(cx, record, DigitisationFailure::NotSent).await;
    }
    let look_at = cx.now().checked_add(LOOK_AFTER).map_err(Failure::internal)?;
    if digitisations::try_again(&cx.table, record, look_at).await? {
        arm(cx, record.office_id, record.task_id, record.digitisation_id).await?;
    }
    Ok(())
}
