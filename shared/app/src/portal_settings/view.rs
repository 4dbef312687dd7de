//! The settings as admins and the owner see them.

use serde::{Deserialize, Serialize};
use sild_domain::{Colour, Palette, Slug};
use sild_store::{Version, media::MediaSlot, offices::OfficeRecord};
use utoipa::ToSchema;

use crate::{Context, portal_media::PortalMedia};

/// The settings of the client portal.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct PortalSettings {
    /// Whether the portal is switched on (S1).
    pub is_active: bool,
    /// Its name in its address; none until the settings were saved once (S3).
    pub slug: Option<Slug>,
    /// A free name to propose, made of the office's name, while it has none.
    pub suggested_slug: Option<Slug>,
    /// Its name as clients read it.
    pub name: Option<String>,
    /// The brand colour (S6).
    pub colour: Colour,
    /// What the login page says below the name.
    pub description: Option<String>,
    /// The colours made of the brand, with what it took to keep them readable.
    pub palette: Palette,
    /// The square picture (S6).
    pub icon: PortalMedia,
    /// The wide picture (S6).
    pub logo: PortalMedia,
    /// The office's own welcome video (S11).
    pub welcome_video: PortalMedia,
    /// Where the portal is, once it has a name.
    pub url: Option<String>,
    /// For `If-Match`.
    pub version: Version,
}

impl PortalSettings {
    pub(super) fn of(cx: &Context, office: &OfficeRecord, suggested_slug: Option<Slug>) -> Self {
        Self {
            is_active: office.portal_is_active,
            slug: office.slug.clone(),
            suggested_slug,
            name: office.portal_name.as_ref().map(ToString::to_string),
            colour: office.colour,
            description: office.description.as_ref().map(ToString::to_string),
            palette: Palette::derive(office.colour),
            icon: PortalMedia::of(office.id, &office.media, MediaSlot::Icon),
            logo: PortalMedia::of(office.id, &office.media, MediaSlot::Logo),
            welcome_video: PortalMedia::of(office.id, &office.media, MediaSlot::WelcomeVideo),
            url: office.slug.as_ref().map(|slug| cx.config.portal_url_of(slug)),
            version: office.v,
        }
    }
}
