//! Declaring a picture or the video: what it will be, and the one upload that the bucket takes for it.

use serde::{Deserialize, Serialize};
use sild_domain::FileId;
use sild_store::{
    media::{self, MediaSlot, MediaStage, MediaUploadRecord, upload_object_key},
    sessions::MemberSession,
};

use crate::{
    Context, Creation, Failure,
    files::{UPLOAD_LIVES_FOR, Upload, ticket},
};

/// What is to be uploaded.
#[derive(Debug, Clone)]
pub struct NewMedia {
    /// What it is for.
    pub slot: MediaSlot,
    /// Its exact size in bytes, within the limit of its slot.
    pub size_bytes: u64,
    /// What it says it is, one of the types of its slot.
    pub content_type: &'static str,
}

/// What a repeated declaration is answered from: its upload is signed anew, as a signature lasts minutes only.
#[derive(Debug, Serialize, Deserialize)]
struct Kept {
    id: FileId,
    size_bytes: u64,
    content_type: String,
    object_key: String,
}

/// Declares a picture or the video. What is in use stays so until the new one was checked.
pub async fn declare_portal_media(
    cx: &Context,
    session: &MemberSession,
    new: NewMedia,
    creation: &Creation,
) -> Result<Upload, Failure> {
    let now = cx.now();
    let office = session.office.id;
    let id = FileId::new(now, cx.random());
    let upload = MediaUploadRecord {
        id,
        office_id: office,
        slot: new.slot,
        size_bytes: new.size_bytes,
        content_type: new.content_type.to_owned(),
        object_key: upload_object_key(office, id),
        at: now,
        stage: MediaStage::Declared,
        tries: 0,
        look_at: now.checked_add(UPLOAD_LIVES_FOR).map_err(Failure::internal)?,
    };
    let mut transaction = cx.table.transaction();
    media::declare(&mut transaction, &upload);
    let answer = Kept {
        id,
        size_bytes: upload.size_bytes,
        content_type: upload.content_type,
        object_key: upload.object_key,
    };
    let kept = creation.commit(cx, office, session.scope.actor(), transaction, answer).await?;
    ticket(cx, kept.id, &kept.object_key, kept.size_bytes, &kept.content_type).await
}
