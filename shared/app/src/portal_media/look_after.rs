//! Seeing to it that every upload comes to an end: the job that checks it is armed, armed again, or given up.

use jiff::SignedDuration;
use serde_json::json;
use sild_domain::{FileId, MediaRefusal, OfficeId};
use sild_store::media::{self, MediaStage, MediaUploadRecord};

use super::check::end_with;
use crate::{Context, Failure, files, schedules};

/// After how long a check that was armed is looked after.
pub(super) const LOOK_AFTER: SignedDuration = SignedDuration::from_mins(10);
/// How often a check is armed again before it is given up.
const TRIES: u32 = 3;

/// Arms the job that checks an upload. A shard of the stream serves two readers well, and it has two: so this job is called
/// by a schedule of its own.
pub(crate) async fn arm_check(cx: &Context, office: OfficeId, upload: FileId) -> Result<(), Failure> {
    let name = format!("m-{}", upload.key());
    let input = json!({ "office_id": office, "upload_id": upload });
    schedules::fire_once(cx, &name, cx.now(), "check_portal_media", &input).await
}

/// What the sweep does with an upload whose time has come.
pub(crate) async fn look_after(cx: &Context, upload: &MediaUploadRecord) -> Result<(), Failure> {
    match upload.stage {
        MediaStage::Declared | MediaStage::Abandoned => {
            if media::abandon(&cx.table, upload).await? {
                files::delete(cx, &upload.object_key).await?;
                media::forget_abandoned(&cx.table, upload).await?;
            }
            Ok(())
        }
        MediaStage::Checking if upload.tries < TRIES => {
            let look_at = cx.now().checked_add(LOOK_AFTER).map_err(Failure::internal)?;
            if media::try_again(&cx.table, upload, look_at).await? {
                arm_check(cx, upload.office_id, upload.id).await?;
            }
            Ok(())
        }
        MediaStage::Checking => end_with(cx, upload, Err(MediaRefusal::NotChecked)).await,
    }
}
