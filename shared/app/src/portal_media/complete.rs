//! Completing a picture or the video: what arrived is what was declared, and a job looks at what is in it.

use sild_domain::FileId;
use sild_store::{
    media::{self, MediaCheck, MediaSlot, MediaStage, MediaUploadRecord, upload_object_key},
    outbox::{self, Effect},
    sessions::MemberSession,
};

use super::{PortalMedia, look_after::LOOK_AFTER};
use crate::{Conflict, Context, Failure, files, tasks::refused_by};

/// Lets what arrived be checked. A repeat gives the state that it has by then.
pub async fn complete_portal_media(
    cx: &Context,
    session: &MemberSession,
    upload: FileId,
    is_for: impl Fn(MediaSlot) -> bool,
) -> Result<PortalMedia, Failure> {
    let office = &session.office;
    let key = upload_object_key(office.id, upload);
    let read = async { Ok(media::get_upload(&cx.table, &session.scope, upload).await?) };
    let (declared, arrived) = tokio::try_join!(read, files::head(cx, &key))?;
    let declared = match declared {
        Some(declared) if !is_for(declared.slot) => return Err(Failure::NotFound),
        Some(declared) if declared.stage == MediaStage::Declared => declared,
        _ => return repeated(session, upload, is_for),
    };
    if !arrived.is_some_and(|arrived| arrived.is(declared.size_bytes, &declared.content_type)) {
        return Err(Conflict::FileNotUploaded.into());
    }
    let now = cx.now();
    let look_at = now.checked_add(LOOK_AFTER).map_err(Failure::internal)?;
    let declared = MediaUploadRecord { look_at, ..declared };
    let effect = Effect::CheckMedia { office_id: office.id, upload_id: upload };
    let mut transaction = cx.table.transaction();
    media::begin_check(&mut transaction, &declared, now);
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    match transaction.commit().await {
        Ok(()) => {}
        Err(error) if refused_by(&error, "file_gone") => return Err(Conflict::Busy.into()),
        Err(error) => return Err(error.into()),
    }
    let mut after = office.media.clone();
    let check = Some(MediaCheck { id: upload, refusal: None, at: now });
    match declared.slot {
        MediaSlot::Icon => after.icon_check = check,
        MediaSlot::Logo => after.logo_check = check,
        MediaSlot::WelcomeVideo => after.welcome_video_check = check,
    }
    Ok(PortalMedia::of(office.id, &after, declared.slot))
}

/// One that was completed before is in use, being checked or refused, unless a newer one took its place.
fn repeated(
    session: &MemberSession,
    upload: FileId,
    is_for: impl Fn(MediaSlot) -> bool,
) -> Result<PortalMedia, Failure> {
    let media = &session.office.media;
    let slot = media.slot_of(upload).filter(|slot| is_for(*slot)).ok_or(Failure::NotFound)?;
    Ok(PortalMedia::of(session.office.id, media, slot))
}
