//! The job that looks at what is in an upload, and takes it into use or refuses it.

use aws_sdk_s3::{error::DisplayErrorContext, operation::get_object::GetObjectError, primitives::ByteStream};
use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};
use sild_domain::{FileId, MediaRefusal, OfficeId, PictureKind, PictureType};
use sild_store::{
    OfficeScope,
    media::{self, MediaFile, MediaSlot, MediaStage, MediaUploadRecord, StoredMedia, media_object_key},
    offices,
    outbox::{self, Effect},
};

use super::{picture, video};
use crate::{Context, Failure, tasks::refused_by};

/// For how long whoever has a file may keep it: it never changes.
const KEPT: &str = "public, max-age=31536000, immutable";

/// What the job `check_portal_media` is told.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckPortalMedia {
    /// The office.
    pub office_id: OfficeId,
    /// The upload.
    pub upload_id: FileId,
}

/// A file that is to be stored.
struct Made {
    file: MediaFile,
    bytes: Vec<u8>,
    content_type: &'static str,
}

/// Checks an upload, once: one that came to an end already is left alone.
pub async fn check_portal_media(cx: &Context, event: CheckPortalMedia) -> Result<(), Failure> {
    let scope = OfficeScope::for_job(event.office_id);
    let (upload, office) = tokio::try_join!(
        media::get_upload(&cx.table, &scope, event.upload_id),
        offices::get(&cx.table, &scope),
    )?;
    let upload = upload.filter(|upload| upload.stage == MediaStage::Checking);
    let (Some(upload), Some(office)) = (upload, office) else { return Ok(()) };
    if office.media.check(upload.slot).is_none_or(|check| check.id != upload.id) {
        return pass_over(cx, &upload, Vec::new()).await;
    }
    let Some(bytes) = fetch(cx, &upload.object_key).await? else {
        return end_with(cx, &upload, Err(MediaRefusal::Unreadable)).await;
    };
    let subject = upload.clone();
    // Unpacking takes a while, and a library that stumbles over a picture ends nothing but its own thread.
    let looked = tokio::task::spawn_blocking(move || look(&subject, bytes)).await;
    let made = match looked.unwrap_or(Err(MediaRefusal::Unreadable)) {
        Ok(made) => made,
        Err(refusal) => return end_with(cx, &upload, Err(refusal)).await,
    };
    for one in &made {
        store(cx, &upload, one).await?;
    }
    end_with(cx, &upload, Ok(made.into_iter().map(|one| one.file).collect())).await
}

fn look(upload: &MediaUploadRecord, bytes: Vec<u8>) -> Result<Vec<Made>, MediaRefusal> {
    let kind = match upload.slot {
        MediaSlot::Icon => PictureKind::Icon,
        MediaSlot::Logo => PictureKind::Logo,
        MediaSlot::WelcomeVideo => {
            let video = video::read(&bytes)?;
            let name = name(upload, &bytes, "mp4");
            let file = MediaFile { name, width: video.width, height: video.height };
            return Ok(vec![Made { file, bytes, content_type: "video/mp4" }]);
        }
    };
    let says = PictureType::try_from(upload.content_type.clone()).map_err(|_| MediaRefusal::WrongType)?;
    let made = picture::make(kind, says, &bytes)?;
    Ok(made
        .into_iter()
        .map(|one| Made {
            file: MediaFile { name: name(upload, &one.bytes, "png"), width: one.width, height: one.height },
            bytes: one.bytes,
            content_type: "image/png",
        })
        .collect())
}

/// A name that no other file ever has: its content and the upload decide it, so a check that is repeated writes the same
/// file again, and deleting what another upload left behind never hits this one.
fn name(upload: &MediaUploadRecord, bytes: &[u8], ending: &str) -> String {
    let mut hash = Sha256::new();
    hash.update(upload.id.key());
    hash.update(bytes);
    format!("{}-{}.{ending}", upload.slot.word(), short(&hash.finalize()))
}

/// The first 130 bits of a hash, in letters and digits of which none looks like another.
fn short(hash: &[u8]) -> String {
    const SIGNS: [char; 32] = [
        '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'j', 'k',
        'm', 'n', 'p', 'q', 'r', 's', 't', 'v', 'w', 'x', 'y', 'z',
    ];
    let mut bits = hash.iter().flat_map(|byte| (0..8).rev().map(move |at| usize::from((byte >> at) & 1)));
    let mut sign = || bits.by_ref().take(5).fold(0, |sum, bit| sum * 2 + bit);
    (0..26).filter_map(|_| SIGNS.get(sign())).collect()
}

async fn fetch(cx: &Context, key: &str) -> Result<Option<Vec<u8>>, Failure> {
    match cx.s3.get_object().bucket(&cx.config.bucket).key(key).send().await {
        Ok(object) => Ok(Some(object.body.collect().await.map_err(Failure::internal)?.to_vec())),
        Err(error) if error.as_service_error().is_some_and(GetObjectError::is_no_such_key) => Ok(None),
        Err(error) => Err(Failure::internal(DisplayErrorContext(error))),
    }
}

async fn store(cx: &Context, upload: &MediaUploadRecord, made: &Made) -> Result<(), Failure> {
    let put = cx
        .s3
        .put_object()
        .bucket(&cx.config.bucket)
        .key(media_object_key(upload.office_id, &made.file.name))
        .content_type(made.content_type)
        .cache_control(KEPT)
        .body(ByteStream::from(made.bytes.clone()));
    put.send().await.map(drop).map_err(|error| Failure::internal(DisplayErrorContext(error)))
}

/// Brings a check to its end: these files are in use from now on, or the upload is not taken. What nothing names any more is
/// deleted afterwards.
pub(super) async fn end_with(
    cx: &Context,
    upload: &MediaUploadRecord,
    outcome: Result<Vec<MediaFile>, MediaRefusal>,
) -> Result<(), Failure> {
    let office = upload.office_id;
    let keys_of = |files: &[MediaFile]| {
        files.iter().map(|file| media_object_key(office, &file.name)).collect::<Vec<_>>()
    };
    let mut left = vec![upload.object_key.clone()];
    let mut transaction = cx.table.transaction();
    let made = match outcome {
        Ok(files) => {
            let before = offices::get(&cx.table, &OfficeScope::for_job(office)).await?;
            let before = before.and_then(|office| office.media.in_use(upload.slot).cloned());
            left.extend(before.iter().flat_map(|stored| keys_of(&stored.files)));
            let made = keys_of(&files);
            let stored = StoredMedia { id: upload.id, files, at: cx.now() };
            media::take_into_use(&mut transaction, upload, &stored);
            made
        }
        Err(refusal) => {
            media::refuse(&mut transaction, upload, refusal, cx.now());
            Vec::new()
        }
    };
    outbox::add(&mut transaction, &cx.outbox_row(Effect::ForgetObjects { office_id: office, keys: left }));
    match transaction.commit().await {
        Ok(()) => Ok(()),
        Err(error) if refused_by(&error, "check_gone") => pass_over(cx, upload, made).await,
        Err(error) => Err(error.into()),
    }
}

/// Another upload came, or all of the slot was taken away: this one, and what was made of it, goes.
async fn pass_over(cx: &Context, upload: &MediaUploadRecord, made: Vec<String>) -> Result<(), Failure> {
    let keys = made.into_iter().chain([upload.object_key.clone()]).collect();
    let effect = Effect::ForgetObjects { office_id: upload.office_id, keys };
    let mut transaction = cx.table.transaction();
    media::forget(&mut transaction, upload);
    outbox::add(&mut transaction, &cx.outbox_row(effect));
    Ok(transaction.commit().await?)
}
