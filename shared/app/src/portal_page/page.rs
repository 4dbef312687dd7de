//! Filling the built page. Every value is escaped for the place where it stands.

use std::path::{Path, PathBuf};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use sha2::{Digest as _, Sha256};
use sild_domain::Language;

use super::{PortalBoot, PortalBranding, manifest::MANIFEST_FILE, theme};
use crate::{Failure, logins::Target, markup::escaped, portal_media::Picture, portal_session::PortalSession};

/// The side of an icon on the login page, in pixels of the page.
const MARK_SIDE: u32 = 48;

/// As many tasks as a screen has room for.
const FIRST_ROWS: usize = 10;

/// The built files that the page is made of.
#[derive(Debug, Clone, Default)]
pub struct PortalPageFiles {
    /// The page with its marks.
    pub page: String,
    /// The styles that it is painted with before anything else has come.
    pub styles: String,
    /// The login form that works without script.
    pub login_form: ByLanguage,
    /// What stands around the first tasks of somebody who is signed in, until the script draws them.
    pub first: ByLanguage,
    /// The links to what somebody who is signed in needs beside the page's script, so that it comes at the same time.
    pub signed_in: ByLanguage,
    /// The service worker of the portal as an app.
    pub worker: String,
}

/// A piece of HTML in each language.
#[derive(Debug, Clone, Default)]
pub struct ByLanguage {
    /// English.
    pub en: String,
    /// Estonian.
    pub et: String,
    /// Finnish.
    pub fi: String,
}

impl ByLanguage {
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
        let pieces = |name: &str| {
            let piece = |language: Language| file(&format!("{name}.{language}.html"));
            Ok(ByLanguage { en: piece(Language::En)?, et: piece(Language::Et)?, fi: piece(Language::Fi)? })
        };
        Ok(Self {
            page: file("index.html")?,
            styles: file("page.css")?,
            login_form: pieces("fallback")?,
            first: pieces("first")?,
            signed_in: pieces("signed-in")?,
            worker: file("worker.js")?,
        })
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
        let style = format!("{}{}", self.styles, theme::style(&branding.palette));
        let robots = if is_indexed { "index,follow" } else { "noindex,nofollow" };
        let icon = branding.icon.as_ref().map(icon_links).unwrap_or_default();
        let (language, links, shown) = match &boot.session {
            Some(session) => {
                let language = session.contact.language;
                (language, self.signed_in.of(language), self.first_tasks(boot, session, target))
            }
            None => (branding.language, "", self.form(branding, target)),
        };
        let head = format!(
            "<style>{style}</style><meta name=\"robots\" content=\"{robots}\">{icon}\
             <link rel=\"manifest\" href=\"{}/{MANIFEST_FILE}\">{links}",
            escaped(&branding.base_path)
        );
        let json = serde_json::to_string(boot).map_err(Failure::internal)?;
        let values = [
            ("__SILD_LANG__", language.tag().to_owned()),
            ("__SILD_TITLE__", escaped(&branding.portal_name)),
            ("__SILD_DESCRIPTION__", escaped(branding.description.as_deref().unwrap_or_default())),
            ("__SILD_HEAD__", head),
            ("__SILD_FALLBACK__", shown),
            ("__SILD_BOOT__", json.replace('<', "\\u003c")),
        ];
        let page = if branding.icon.is_some() { without_icon(&self.page) } else { self.page.clone() };
        Ok(Page { html: fill(&page, &values), style_hash: style_hash(&style) })
    }

    /// The first tasks, where the address is that of the list, or leads to it: to which of several is up to the script, which
    /// knows where somebody was last. It draws the list anew with all that belongs to it.
    fn first_tasks(&self, boot: &PortalBoot, session: &PortalSession, target: Option<&Target>) -> String {
        let (branding, Some(client), Some(tasks)) = (&boot.branding, boot.client, &boot.tasks) else {
            return String::new();
        };
        let list = format!("/c/{client}/tasks");
        let is_list = target.map_or(session.clients.len() == 1, |target| target.as_str() == list);
        if !is_list || tasks.items.is_empty() {
            return String::new();
        }
        let rows = tasks.items.iter().take(FIRST_ROWS).map(|task| {
            format!(
                "<li><a class=\"first-row{unread}\" href=\"{base}{list}/{id}\">{title}</a></li>",
                unread = if task.is_unread { " first-unread" } else { "" },
                base = escaped(&branding.base_path),
                id = task.id,
                title = escaped(&task.title),
            )
        });
        let icon = branding.icon.as_ref().map(|icon| image(icon, MARK_SIDE, MARK_SIDE));
        let values = [
            ("__SILD_MARK__", icon.unwrap_or_else(|| initial_of(branding))),
            ("__SILD_NAME__", escaped(&branding.portal_name)),
            ("__SILD_TASKS__", rows.collect()),
        ];
        fill(self.first.of(session.contact.language), &values)
    }

    fn form(&self, branding: &PortalBranding, target: Option<&Target>) -> String {
        let mark = match (&branding.logo, &branding.icon) {
            (Some(logo), _) => image(logo, logo.width.div_ceil(2), logo.height.div_ceil(2)),
            (None, Some(icon)) => image(icon, MARK_SIDE, MARK_SIDE),
            (None, None) => initial_of(branding),
        };
        let intro = branding.description.as_deref().map(escaped);
        let values = [
            ("__SILD_MARK__", mark),
            ("__SILD_NAME__", escaped(&branding.portal_name)),
            (
                "__SILD_INTRO__",
                intro.map_or_else(String::new, |text| format!("<p class=\"login-intro\">{text}</p>")),
            ),
            ("__SILD_SLUG__", branding.slug.as_str().to_owned()),
            ("__SILD_TARGET__", escaped(target.map(Target::as_str).unwrap_or_default())),
        ];
        fill(self.login_form.of(branding.language), &values)
    }
}

/// What stands where a portal has no picture.
fn initial_of(branding: &PortalBranding) -> String {
    let initial = branding.portal_name.chars().next().map(|first| first.to_uppercase().to_string());
    escaped(&initial.unwrap_or_default())
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
