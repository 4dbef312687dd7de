//! Pictures and the video as those who use them see them.

use serde::{Deserialize, Serialize};
use sild_domain::{MediaRefusal, OfficeId};
use sild_store::{
    media::{MediaFile, MediaSlot, OfficeMedia, StoredMedia, media_object_key},
    offices::OfficeRecord,
};
use utoipa::ToSchema;

/// How far the newest upload is, or what is in use.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum PortalMediaState {
    /// There is none: the portal shows what comes with the product.
    None,
    /// The newest upload is being checked; what was in use still is.
    Checking,
    /// It is in use.
    Ready,
    /// The newest upload is not taken; what was in use still is.
    Refused,
}

/// A picture or the video of the portal, as admins and the owner see it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PortalMedia {
    /// How far it is.
    pub state: PortalMediaState,
    /// Why the newest upload is not taken.
    pub reason: Option<MediaRefusal>,
    /// The path of what is in use.
    #[schema(example = "/media/01jnb000000000000000000000/logo-0a1b.png")]
    pub url: Option<String>,
}

impl PortalMedia {
    /// What an office has in a slot.
    #[must_use]
    pub fn of(office: OfficeId, media: &OfficeMedia, slot: MediaSlot) -> Self {
        let (in_use, check) = (media.in_use(slot), media.check(slot));
        let state = match (check, in_use) {
            (Some(check), _) if check.refusal.is_some() => PortalMediaState::Refused,
            (Some(_), _) => PortalMediaState::Checking,
            (None, Some(_)) => PortalMediaState::Ready,
            (None, None) => PortalMediaState::None,
        };
        Self {
            state,
            reason: check.and_then(|check| check.refusal),
            url: in_use.and_then(largest).map(|file| media_path(office, file)),
        }
    }
}

/// A picture that a page or a mail shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Picture {
    /// Its path, on whichever host the page is.
    #[schema(example = "/media/01jnb000000000000000000000/logo-0a1b.png")]
    pub url: String,
    /// The pixels of a line, for a screen with two for each.
    pub width: u32,
    /// The lines.
    pub height: u32,
}

fn largest(stored: &StoredMedia) -> Option<&MediaFile> {
    stored.files.first()
}

/// The smallest file of what is in use.
fn smallest(stored: &StoredMedia) -> Option<&MediaFile> {
    stored.files.last()
}

/// The path of a file on every host.
fn media_path(office: OfficeId, file: &MediaFile) -> String {
    format!("/{}", media_object_key(office, &file.name))
}

fn picture(office: OfficeId, file: &MediaFile) -> Picture {
    Picture { url: media_path(office, file), width: file.width, height: file.height }
}

/// The icon of an office, as small as it comes.
pub(crate) fn icon_of(office: &OfficeRecord) -> Option<Picture> {
    office.media.icon.as_ref().and_then(smallest).map(|file| picture(office.id, file))
}

/// The icon of an office in each of its sizes, the largest first.
pub(crate) fn icons_of(office: &OfficeRecord) -> Vec<Picture> {
    let files = office.media.icon.iter().flat_map(|icon| &icon.files);
    files.map(|file| picture(office.id, file)).collect()
}

/// The logo of an office.
pub(crate) fn logo_of(office: &OfficeRecord) -> Option<Picture> {
    office.media.logo.as_ref().and_then(largest).map(|file| picture(office.id, file))
}

/// The path of the office's own welcome video.
pub(crate) fn video_of(office: &OfficeRecord) -> Option<String> {
    office.media.welcome_video.as_ref().and_then(largest).map(|file| media_path(office.id, file))
}
