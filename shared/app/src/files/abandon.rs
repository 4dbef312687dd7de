//! Giving up an upload that was never completed: first it cannot be completed any more, then its object goes, then it is
//! forgotten. Whatever dies in between is taken up by the next sweep.

use jiff::SignedDuration;
use sild_store::uploads::{self, UploadRecord};

use super::object;
use crate::{Context, Failure};

/// How long after its declaration an upload may still be completed: a browser that was closed can come back the same day.
pub(crate) const UPLOAD_LIVES_FOR: SignedDuration = SignedDuration::from_hours(24);

/// Gives an upload up, unless it was completed meanwhile.
pub(crate) async fn abandon_upload(cx: &Context, upload: &UploadRecord) -> Result<(), Failure> {
    if uploads::abandon(&cx.table, upload, cx.now()).await? {
        object::delete(cx, &upload.file.object_key).await?;
        uploads::forget(&cx.table, upload).await?;
    }
    Ok(())
}
