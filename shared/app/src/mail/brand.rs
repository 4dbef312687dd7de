//! Whose mail it is to look like.

use sild_domain::{Colour, Palette};
use sild_store::offices::OfficeRecord;

use crate::{
    Config,
    portal_media::{Picture, logo_of},
};

/// The name and colours that a mail wears.
#[derive(Debug, Clone)]
pub struct Brand {
    /// Stands at the top and in the sender.
    pub name: String,
    /// The name of the firm behind it.
    pub office_name: String,
    /// Its colours, made readable.
    pub palette: Palette,
    /// The wide picture that stands in place of the name, at its full address.
    pub logo: Option<Picture>,
}

impl Brand {
    /// An office's own: for its contacts.
    #[must_use]
    pub fn of_office(config: &Config, office: &OfficeRecord) -> Self {
        let name = office.portal_name.as_ref().unwrap_or(&office.name);
        Self {
            name: name.to_string(),
            office_name: office.name.to_string(),
            palette: Palette::derive(office.colour),
            logo: logo(config, office),
        }
    }

    /// The product's own: for members.
    #[must_use]
    pub fn sild() -> Self {
        Self {
            name: "Sild".to_owned(),
            office_name: "Sild".to_owned(),
            palette: Palette::derive(Colour::DEFAULT_BRAND),
            logo: None,
        }
    }
}

/// The office's logo, from the host of its portal.
fn logo(config: &Config, office: &OfficeRecord) -> Option<Picture> {
    let (picture, slug) = (logo_of(office)?, office.slug.as_ref()?);
    Some(Picture { url: format!("{}{}", config.portal_origin_of(slug), picture.url), ..picture })
}
