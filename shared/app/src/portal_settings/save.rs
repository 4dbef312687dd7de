//! Saving the settings: the first time it makes the portal, later it changes it (S7).

use sild_domain::{Colour, CompanyName, ShortText, Slug, SlugError};
use sild_store::{
    Version,
    offices::{self, OfficeRecord, PortalNameRecord},
    sessions::MemberSession,
};

use super::PortalSettings;
use crate::{Conflict, Context, Failure};

/// What the settings are to be.
#[derive(Debug, Clone, Default)]
pub struct NewPortalSettings {
    /// The name in the address, as typed; it is brought into its normal form (S4).
    pub slug: Option<String>,
    /// The name as clients read it.
    pub name: Option<CompanyName>,
    /// The brand colour; the default one unless told (S6).
    pub colour: Option<Colour>,
    /// What the login page says below the name.
    pub description: Option<ShortText>,
}

/// Writes the settings from `version`. With a new name, the former one leads to it and stays the office's for ever, so
/// that nobody else can take it and the office can go back to it (S5).
pub async fn save_portal_settings(
    cx: &Context,
    session: &MemberSession,
    version: Version,
    new: NewPortalSettings,
) -> Result<PortalSettings, Failure> {
    let slug = parse_slug(new.slug.as_deref())?;
    let name = new.name.ok_or_else(|| Failure::field("/name", "required"))?;
    let before = &session.office;
    if before.v != version {
        return Err(Failure::VersionMismatch);
    }
    let mut after = OfficeRecord {
        slug: Some(slug.clone()),
        portal_name: Some(name),
        colour: new.colour.unwrap_or(Colour::DEFAULT_BRAND),
        description: new.description,
        ..before.clone()
    };
    let mut transaction = cx.table.transaction();
    offices::save(&mut transaction, &after);
    if before.slug.as_ref() != Some(&slug) {
        let name =
            PortalNameRecord { slug: slug.clone(), office_id: before.id, moved_to: None, erased_at: None };
        match offices::get_portal_name(&cx.table, &slug).await? {
            None => offices::claim_portal_name(&mut transaction, &name),
            Some(held) if held.office_id == before.id => offices::point_portal_name(&mut transaction, &name),
            Some(_) => return Err(Conflict::NameTaken.into()),
        }
        if let Some(former) = before.slug.clone() {
            let former = PortalNameRecord {
                slug: former,
                office_id: before.id,
                moved_to: Some(slug),
                erased_at: None,
            };
            offices::point_portal_name(&mut transaction, &former);
        }
    }
    transaction.commit().await?;
    after.v = before.v.saturating_add(1);
    Ok(PortalSettings::of(cx, &after, None))
}

fn parse_slug(typed: Option<&str>) -> Result<Slug, Failure> {
    let typed = typed.map(str::trim).filter(|typed| !typed.is_empty());
    let typed = typed.ok_or_else(|| Failure::field("/slug", "required"))?;
    Slug::normalise(typed).map_err(|error: SlugError| Failure::field("/slug", error.code()))
}
