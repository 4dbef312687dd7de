//! Deleting objects that nothing names any more.

use sild_domain::OfficeId;
use sild_store::{OfficeScope, media::media_object_key, offices};

use crate::{Context, Failure, files};

/// Deletes objects of an office, but for files that are in use: names of uploads and of files are given once, so what is not
/// in use now never will be.
pub(crate) async fn forget_objects(cx: &Context, office: OfficeId, keys: &[String]) -> Result<(), Failure> {
    let record = offices::get(&cx.table, &OfficeScope::for_job(office)).await?;
    let in_use = record
        .iter()
        .flat_map(|office| office.media.names().map(|name| media_object_key(office.id, name)))
        .collect::<Vec<_>>();
    for key in keys.iter().filter(|key| !in_use.contains(key)) {
        files::delete(cx, key).await?;
    }
    Ok(())
}
