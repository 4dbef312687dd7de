//! What a browser needs to install the portal as an app: the office's name, colour and icon.

use serde::Serialize;

use sild_store::offices::OfficeRecord;

use super::PortalBranding;
use crate::portal_media::icons_of;

/// Where the manifest is, below the portal's own paths.
pub const MANIFEST_FILE: &str = "manifest.webmanifest";
/// The colour of a window that is still empty.
const BACKGROUND: &str = "#f7f7f5";
const PRODUCT_ICON: &str = "/assets/portal/icon.svg";

/// A web app manifest.
#[derive(Debug, Clone, Serialize)]
pub struct Manifest {
    id: String,
    name: String,
    short_name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    lang: &'static str,
    start_url: String,
    scope: String,
    display: &'static str,
    theme_color: String,
    background_color: &'static str,
    icons: Vec<ManifestIcon>,
}

#[derive(Debug, Clone, Serialize)]
struct ManifestIcon {
    src: String,
    sizes: String,
    r#type: &'static str,
}

impl Manifest {
    /// The manifest of a portal. Its pages are those below the portal's own paths.
    #[must_use]
    pub fn of(branding: &PortalBranding, office: &OfficeRecord) -> Self {
        let start = format!("{}/", branding.base_path);
        let of_office = icons_of(office).into_iter().map(|icon| ManifestIcon {
            src: icon.url,
            sizes: format!("{}x{}", icon.width, icon.height),
            r#type: "image/png",
        });
        let mut icons = of_office.collect::<Vec<_>>();
        if icons.is_empty() {
            icons.push(ManifestIcon {
                src: PRODUCT_ICON.to_owned(),
                sizes: "any".to_owned(),
                r#type: "image/svg+xml",
            });
        }
        Self {
            id: start.clone(),
            name: branding.portal_name.clone(),
            short_name: branding.portal_name.clone(),
            description: branding.description.clone(),
            lang: branding.language.tag(),
            start_url: start.clone(),
            scope: start,
            display: "standalone",
            theme_color: branding.palette.brand.to_string(),
            background_color: BACKGROUND,
            icons,
        }
    }
}
