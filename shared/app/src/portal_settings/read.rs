//! Reading the settings.

use sild_domain::Slug;
use sild_store::{
    StoreError,
    offices::{self, OfficeRecord},
    sessions::MemberSession,
};

use super::PortalSettings;
use crate::{Context, Failure};

/// How many names are tried for a suggestion: the plain one, then with 2, 3 … behind it.
const SUGGESTIONS: u8 = 6;

/// The settings as they are; the defaults until they were saved once.
pub async fn get_portal_settings(cx: &Context, session: &MemberSession) -> Result<PortalSettings, Failure> {
    let suggestion = suggestion(cx, &session.office).await?;
    Ok(PortalSettings::of(cx, &session.office, suggestion))
}

/// A name that nobody holds, for an office that has none (S4).
pub(super) async fn suggestion(cx: &Context, office: &OfficeRecord) -> Result<Option<Slug>, StoreError> {
    if office.slug.is_some() {
        return Ok(None);
    }
    let candidates = candidates(office.name.as_str());
    let held = offices::get_portal_names(&cx.table, &candidates).await?;
    Ok(candidates.into_iter().find(|candidate| held.iter().all(|name| name.slug != *candidate)))
}

fn candidates(office_name: &str) -> Vec<Slug> {
    let Some(plain) = Slug::suggest(office_name) else { return Vec::new() };
    let numbered =
        (2..=SUGGESTIONS).filter_map(|number| Slug::parse(&format!("{}-{number}", plain.as_str())).ok());
    std::iter::once(plain.clone()).chain(numbered).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plain_name_comes_first_and_numbers_follow() {
        let names = candidates("Demo Office OÜ");
        let names = names.iter().map(Slug::as_str).collect::<Vec<_>>();
        assert_eq!(names[..2], ["demo-office", "demo-office-2"]);
        assert!(candidates("OÜ ÕÖ").iter().all(|name| name.as_str().len() >= 3));
        assert!(candidates("?").is_empty());
    }
}
