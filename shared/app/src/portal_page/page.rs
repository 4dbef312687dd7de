//! Filling the built page. Every value is escaped for the place where it stands.

use std::path::{Path, PathBuf};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};
use sild_domain::Language;

use super::{PortalBoot, PortalBranding, manifest::MANIFEST_FILE, theme};
use crate::{Failure, logins::Target, markup::escaped, portal_media::Picture};

/// The side of an icon on the login page, in pixels of the page.
const MARK_SIDE: u32 = 48;

/// The built files that the page is made of.
#[derive(Debug, Clone, Default)]
pub struct PortalPageFiles {
    /// The page with its marks.
    pub page: String,
    /// The login form that works without script.
    pub login_form: LoginForms,
    /// The service worker of the portal as an app.
    pub worker: String,
}

/// The login form in each language.
#[derive(Debug, Clone, Default)]
pub struct LoginForms {
    /// English.
    pub en: String,
    /// Estonian.
    pub et: String,
    /// Finnish.
    pub fi: String,
}

impl LoginForms {
    fn of(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Et => &self.et,
            Language::Fi => &self.fi,
        }
    }
}

/// A page, ready to be sent.
#[derive(Debug, Clone)]
pub struct Page {
    /// The HTML.
    pub html: String,
    /// The hash by which a policy allows its style, as `sha256-…`.
    pub style_hash: String,
}

impl PortalPageFiles {
    /// Reads the files out of the folder that the portal app was built into.
    ///
    /// # Errors
    /// The file that cannot be read, and why.
    pub fn read(folder: &Path) -> Result<Self, (PathBuf, std::io::Error)> {
        let file = |name: &str| {
            let path = folder.join(name);
            std::fs::read_to_string(&path).map_err(|cause| (path, cause))
        };
        let form = |language: Language| file(&format!("fallback.{language}.html"));
        let login_form =
            LoginForms { en: form(Language::En)?, et: form(Language::Et)?, fi: form(Language::Fi)? };
        Ok(Self { page: file("index.html")?, login_form, worker: file("worker.js")? })
    }

    /// The portal's page. `target` is where the login form leads; `is_indexed` lets search engines keep it (S9).
    ///
    /// # Errors
    /// [`Failure::Internal`] when the data cannot be written as JSON.
    pub fn fill(
        &self,
        boot: &PortalBoot,
        target: Option<&Target>,
        is_indexed: bool,
    ) -> Result<Page, Failure> {
        let branding = &boot.branding;
        let style = theme::style(&branding.palette);
        let robots = if is_indexed { "index,follow" } else { "noindex,nofollow" };
        let icon = branding.icon.as_ref().map(icon_links).unwrap_or_default();
        let head = format!(
            "<style>{style}</style><meta name=\"robots\" content=\"{robots}\">{icon}\
             <link rel=\"manifest\" href=\"{}/{MANIFEST_FILE}\">",
            escaped(&branding.base_path)
        );
        let form = if boot.session.is_none() { self.form(branding, target) } else { String::new() };
        let language = boot.session.as_ref().map_or(branding.language, |session| session.contact.language);
        let json = serde_json::to_string(boot).map_err(Failure::internal)?;
        let values = [
            ("__SILD_LANG__", language.tag().to_owned()),
            ("__SILD_TITLE__", escaped(&branding.portal_name)),
            ("__SILD_DESCRIPTION__", escaped(branding.description.as_deref().unwrap_or_default())),
            ("__SILD_HEAD__", head),
            ("__SILD_FALLBACK__", form),
            ("__SILD_BOOT__", json.replace('<', "\\u003c")),
        ];
        let page = if branding.icon.is_some() { without_icon(&self.page) } else { self.page.clone() };
        Ok(Page { html: fill(&page, &values), style_hash: style_hash(&style) })
    }

    fn form(&self, branding: &PortalBranding, target: Option<&Target>) -> String {
        let initial = branding.portal_name.chars().next().map(|first| first.to_uppercase().to_string());
        let mark = match (&branding.logo, &branding.icon) {
            (Some(logo), _) => image(logo, logo.width.div_ceil(2), logo.height.div_ceil(2)),
            (None, Some(icon)) => image(icon, MARK_SIDE, MARK_SIDE),
            (None, None) => escaped(&initial.unwrap_or_default()),
        };
        let intro = branding.description.as_deref().map(escaped);
        let values = [
            ("__SILD_MARK__", mark),
            ("__SILD_NAME__", escaped(&branding.portal_name)),
            (
                "__SILD_INTRO__",
                intro.map_or_else(String::new, |text| format!("<p class=\"login-intro\">{text}</p>")),
            ),
            ("__SILD_ACTION__", format!("/api/portals/{}/login", branding.slug.as_str())),
            ("__SILD_TARGET__", escaped(target.map(Target::as_str).unwrap_or_default())),
        ];
        fill(self.login_form.of(branding.language), &values)
    }
}

/// A picture beside words that say the same.
fn image(picture: &Picture, width: u32, height: u32) -> String {
    format!("<img src=\"{}\" alt=\"\" width=\"{width}\" height=\"{height}\">", escaped(&picture.url))
}

/// The office's icon in the browser's tab and on a telephone's screen.
fn icon_links(icon: &Picture) -> String {
    let url = escaped(&icon.url);
    format!(
        "<link rel=\"icon\" type=\"image/png\" sizes=\"{side}x{side}\" href=\"{url}\">\
         <link rel=\"apple-touch-icon\" href=\"{url}\">",
        side = icon.width
    )
}

/// The page without the icon that comes with the product: a browser that has the choice might take that.
fn without_icon(page: &str) -> String {
    let Some((before, from)) = page.split_once("<link rel=\"icon\"") else { return page.to_owned() };
    let after = from.split_once('>').map_or("", |(_, after)| after);
    format!("{before}{after}")
}

/// The hash by which a policy allows an inline style.
pub(crate) fn style_hash(style: &str) -> String {
    format!("sha256-{}", STANDARD.encode(Sha256::digest(style.as_bytes())))
}

/// Replaces each mark once, from left to right, so that a value that looks like a mark stays a value.
fn fill(template: &str, values: &[(&str, String)]) -> String {
    let mut filled = String::with_capacity(template.len() * 2);
    let mut rest = template;
    while let Some((before, from_mark)) = rest.find("__SILD_").and_then(|at| rest.split_at_checked(at)) {
        filled.push_str(before);
        let known = values.iter().find(|(mark, _)| from_mark.starts_with(mark));
        let (mark, value) = known.map_or(("__SILD_", "__SILD_"), |(mark, value)| (*mark, value.as_str()));
        filled.push_str(value);
        rest = from_mark.get(mark.len()..).unwrap_or_default();
    }
    filled.push_str(rest);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_that_looks_like_a_mark_stays_a_value() {
        let values = [("__SILD_A__", "__SILD_B__".to_owned()), ("__SILD_B__", "b".to_owned())];
        assert_eq!(fill("<__SILD_A__|__SILD_B__|__SILD_C__>", &values), "<__SILD_B__|b|__SILD_C__>");
    }
}
