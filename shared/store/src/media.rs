//! The pictures and the welcome video of a portal (S6, S11): what is in use, what is being checked, what was declared.
//!
//! What is in use and what became of the newest upload stand on the office's item, beside its settings: saving the settings
//! leaves them alone, and they leave the version alone. What is declared or waits for its check is an item of its own, listed
//! by the time at which somebody has to look after it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use sild_domain::{FileId, MediaRefusal, OfficeId, PictureKind};

use crate::{
    OfficeScope, Record, StoreError, Table, Transaction, Update,
    key::{Index, Key, Keys, shard_of},
    offices,
    scope::office_partition,
};

/// One of the things that a portal may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaSlot {
    /// The square picture.
    Icon,
    /// The wide picture.
    Logo,
    /// What contacts see at their first entry.
    WelcomeVideo,
}

impl From<PictureKind> for MediaSlot {
    fn from(kind: PictureKind) -> Self {
        match kind {
            PictureKind::Icon => Self::Icon,
            PictureKind::Logo => Self::Logo,
        }
    }
}

impl MediaSlot {
    /// Every slot.
    pub const ALL: [Self; 3] = [Self::Icon, Self::Logo, Self::WelcomeVideo];

    /// What the name of a file of this slot begins with.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Icon => "icon",
            Self::Logo => "logo",
            Self::WelcomeVideo => "video",
        }
    }

    const fn in_use(self) -> &'static str {
        match self {
            Self::Icon => "icon",
            Self::Logo => "logo",
            Self::WelcomeVideo => "welcome_video",
        }
    }

    const fn check(self) -> &'static str {
        match self {
            Self::Icon => "icon_check",
            Self::Logo => "logo_check",
            Self::WelcomeVideo => "welcome_video_check",
        }
    }
}

/// The attributes of an office's item that saving its settings leaves alone.
pub(crate) const APART: [&str; 6] =
    ["icon", "icon_check", "logo", "logo_check", "welcome_video", "welcome_video_check"];

/// One file that anybody may get.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaFile {
    /// Its name below the office's folder; it holds a hash of its content, so what it names never changes.
    pub name: String,
    /// The pixels of a line.
    pub width: u32,
    /// The lines.
    pub height: u32,
}

/// What is in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoredMedia {
    /// The upload that it was made of.
    pub id: FileId,
    /// Its files, the largest first; never none.
    pub files: Vec<MediaFile>,
    /// Since when.
    pub at: Timestamp,
}

/// What became of the newest upload, while it is not in use.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct MediaCheck {
    /// The upload.
    pub id: FileId,
    /// Why it is not taken; none while it is being checked.
    pub refusal: Option<MediaRefusal>,
    /// Since when.
    pub at: Timestamp,
}

/// The pictures and the video of an office.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OfficeMedia {
    /// The square picture in use.
    #[serde(default)]
    pub icon: Option<StoredMedia>,
    /// The newest one, while it is not in use.
    #[serde(default)]
    pub icon_check: Option<MediaCheck>,
    /// The wide picture in use.
    #[serde(default)]
    pub logo: Option<StoredMedia>,
    /// The newest one, while it is not in use.
    #[serde(default)]
    pub logo_check: Option<MediaCheck>,
    /// The welcome video in use.
    #[serde(default)]
    pub welcome_video: Option<StoredMedia>,
    /// The newest one, while it is not in use.
    #[serde(default)]
    pub welcome_video_check: Option<MediaCheck>,
}

impl OfficeMedia {
    /// What a slot has in use.
    #[must_use]
    pub const fn in_use(&self, slot: MediaSlot) -> Option<&StoredMedia> {
        match slot {
            MediaSlot::Icon => self.icon.as_ref(),
            MediaSlot::Logo => self.logo.as_ref(),
            MediaSlot::WelcomeVideo => self.welcome_video.as_ref(),
        }
    }

    /// What became of the newest upload of a slot.
    #[must_use]
    pub const fn check(&self, slot: MediaSlot) -> Option<&MediaCheck> {
        match slot {
            MediaSlot::Icon => self.icon_check.as_ref(),
            MediaSlot::Logo => self.logo_check.as_ref(),
            MediaSlot::WelcomeVideo => self.welcome_video_check.as_ref(),
        }
    }

    /// The slot that an upload was completed for.
    #[must_use]
    pub fn slot_of(&self, upload: FileId) -> Option<MediaSlot> {
        MediaSlot::ALL.into_iter().find(|slot| {
            self.in_use(*slot).is_some_and(|stored| stored.id == upload)
                || self.check(*slot).is_some_and(|check| check.id == upload)
        })
    }

    /// The names of all files in use.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        MediaSlot::ALL
            .into_iter()
            .filter_map(|slot| self.in_use(slot))
            .flat_map(|stored| stored.files.iter().map(|file| file.name.as_str()))
    }
}

/// How far an upload is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MediaStage {
    /// It may be uploaded.
    Declared,
    /// It has arrived and is to be checked.
    Checking,
    /// It was never completed, and cannot be any more: its object is being deleted.
    Abandoned,
}

/// An upload that was declared and is not in use yet.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MediaUploadRecord {
    /// Its id.
    pub id: FileId,
    /// The office.
    pub office_id: OfficeId,
    /// What it is for.
    pub slot: MediaSlot,
    /// Its exact size in bytes.
    pub size_bytes: u64,
    /// What it says it is.
    pub content_type: String,
    /// Where the bucket has it.
    pub object_key: String,
    /// Declared at.
    pub at: Timestamp,
    /// How far it is.
    pub stage: MediaStage,
    /// How often its check was begun and came to no end.
    pub tries: u32,
    /// When somebody has to look after it.
    pub look_at: Timestamp,
}

impl Record for MediaUploadRecord {
    const ENT: &'static str = "media_upload";
}

impl MediaUploadRecord {
    fn keys(&self) -> Keys {
        let id = self.id.key();
        Keys::new(upload_key(self.office_id, self.id)).indexed(
            Index::Gsi2,
            format!("DUE#M#{}", shard_of(&id)),
            self.place(),
        )
    }

    fn place(&self) -> String {
        format!("{}#{}", self.look_at, self.id.key())
    }
}

fn upload_key(office: OfficeId, upload: FileId) -> Key {
    Key::new(office_partition(office), format!("MED#{}", upload.key()))
}

/// Where the bucket has an upload.
#[must_use]
pub fn upload_object_key(office: OfficeId, upload: FileId) -> String {
    format!("o/{}/m/{}", office.key(), upload.key())
}

/// Where the bucket has a file that anybody may get, which is its path on every host too.
#[must_use]
pub fn media_object_key(office: OfficeId, name: &str) -> String {
    format!("media/{}/{name}", office.key())
}

/// Reads an upload.
///
/// # Errors
/// [`StoreError`]
pub async fn get_upload(
    table: &Table,
    scope: &OfficeScope,
    upload: FileId,
) -> Result<Option<MediaUploadRecord>, StoreError> {
    table.get(&upload_key(scope.office(), upload)).await
}

/// Writes the declaration of an upload.
pub fn declare(transaction: &mut Transaction<'_>, upload: &MediaUploadRecord) {
    transaction.put_new("file_exists", &upload.keys(), upload);
}

/// An upload has arrived: from now on it is the newest of its slot. Refused as `file_gone` if it was given up or completed
/// meanwhile.
pub fn begin_check(transaction: &mut Transaction<'_>, upload: &MediaUploadRecord, now: Timestamp) {
    let checking = MediaUploadRecord { stage: MediaStage::Checking, ..upload.clone() };
    let update = Update::new(&upload_key(upload.office_id, upload.id))
        .save(&checking.keys(), &checking, &["id", "at"])
        .when_equal("stage", MediaStage::Declared);
    transaction.update("file_gone", update);
    let check = MediaCheck { id: upload.id, refusal: None, at: now };
    let update =
        Update::new(&offices::office_key(upload.office_id)).set(upload.slot.check(), &check).when_exists();
    transaction.update("office_gone", update);
}

/// The files made of an upload are in use from now on. Refused as `check_gone` if another upload came, or if all of the slot
/// was taken away.
pub fn take_into_use(transaction: &mut Transaction<'_>, upload: &MediaUploadRecord, stored: &StoredMedia) {
    let update = checked(upload).set(upload.slot.in_use(), stored).remove(upload.slot.check());
    transaction.update("check_gone", update);
    forget(transaction, upload);
}

/// An upload is not taken, for this reason. Refused as `check_gone`, as above.
pub fn refuse(
    transaction: &mut Transaction<'_>,
    upload: &MediaUploadRecord,
    refusal: MediaRefusal,
    now: Timestamp,
) {
    let check = MediaCheck { id: upload.id, refusal: Some(refusal), at: now };
    transaction.update("check_gone", checked(upload).set(upload.slot.check(), &check));
    forget(transaction, upload);
}

fn checked(upload: &MediaUploadRecord) -> Update {
    let id = format!("{}.id", upload.slot.check());
    Update::new(&offices::office_key(upload.office_id)).when_equal(&id, upload.id)
}

/// Ends an upload, whatever became of it.
pub fn forget(transaction: &mut Transaction<'_>, upload: &MediaUploadRecord) {
    transaction.delete(&upload_key(upload.office_id, upload.id));
}

/// Takes away what a slot has in use, and what is being checked for it.
pub fn clear(transaction: &mut Transaction<'_>, scope: &OfficeScope, slot: MediaSlot) {
    let update = Update::new(&offices::office_key(scope.office()))
        .remove(slot.in_use())
        .remove(slot.check())
        .when_exists();
    transaction.update("office_gone", update);
}

/// The uploads of a shard that somebody has to look after by `now`.
///
/// # Errors
/// [`StoreError`]
pub async fn overdue(
    table: &Table,
    shard: u8,
    now: Timestamp,
    limit: u16,
) -> Result<Vec<MediaUploadRecord>, StoreError> {
    table.overdue("DUE#M", shard, now, limit).await
}

/// Gives an upload up that was never completed: from here on it cannot be. `false` if it was completed or is gone.
///
/// # Errors
/// [`StoreError`]
pub async fn abandon(table: &Table, upload: &MediaUploadRecord) -> Result<bool, StoreError> {
    if upload.stage == MediaStage::Abandoned {
        return Ok(true);
    }
    let update = Update::new(&upload_key(upload.office_id, upload.id))
        .set("stage", MediaStage::Abandoned)
        .when_equal("stage", MediaStage::Declared);
    Ok(table.update(update).await?.is_some())
}

/// Forgets an upload that was given up and whose object is gone.
///
/// # Errors
/// [`StoreError`]
pub async fn forget_abandoned(table: &Table, upload: &MediaUploadRecord) -> Result<(), StoreError> {
    table.delete(&upload_key(upload.office_id, upload.id)).await
}

/// The check of an upload is begun once more; somebody has to look after it again at `look_at`. `false` if it is gone.
///
/// # Errors
/// [`StoreError`]
pub async fn try_again(
    table: &Table,
    upload: &MediaUploadRecord,
    look_at: Timestamp,
) -> Result<bool, StoreError> {
    let next = MediaUploadRecord { look_at, ..upload.clone() };
    let update = Update::new(&upload_key(upload.office_id, upload.id))
        .set("look_at", look_at)
        .set(Index::Gsi2.sk(), next.place())
        .add("tries", 1)
        .when_equal("stage", MediaStage::Checking);
    Ok(table.update(update).await?.is_some())
}
