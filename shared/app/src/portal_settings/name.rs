//! Looking a portal's name up before it is saved (S5).

use serde::{Deserialize, Serialize};
use sild_domain::{Slug, SlugError};
use sild_store::{offices, sessions::MemberSession};
use utoipa::ToSchema;

use crate::{Context, Failure};

/// Why a name cannot be had, or that it is had already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum NameReason {
    /// Fewer than three characters.
    TooShort,
    /// More than forty characters.
    TooLong,
    /// No name comes of it.
    InvalidCharacter,
    /// The product keeps it for itself.
    Reserved,
    /// Another office holds it.
    Taken,
    /// The office holds it: it is the portal's name, or a former one.
    Yours,
}

impl From<SlugError> for NameReason {
    fn from(error: SlugError) -> Self {
        match error {
            SlugError::TooShort => Self::TooShort,
            SlugError::TooLong => Self::TooLong,
            SlugError::InvalidCharacter => Self::InvalidCharacter,
            SlugError::Reserved => Self::Reserved,
        }
    }
}

/// What comes of a name that was typed.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct NameCheck {
    /// Its normal form, if it has one.
    pub slug: Option<Slug>,
    /// Whether the office can have it.
    pub is_available: bool,
    /// Why not; or `yours`.
    pub reason: Option<NameReason>,
}

/// Brings what was typed into its normal form and says whether the office can have it.
pub async fn check_portal_name(
    cx: &Context,
    session: &MemberSession,
    typed: &str,
) -> Result<NameCheck, Failure> {
    let slug = match Slug::normalise(typed) {
        Ok(slug) => slug,
        Err(error) => return Ok(NameCheck { slug: None, is_available: false, reason: Some(error.into()) }),
    };
    let reason = match offices::get_portal_name(&cx.table, &slug).await? {
        None => None,
        Some(held) if held.office_id == session.office.id => Some(NameReason::Yours),
        Some(_) => Some(NameReason::Taken),
    };
    Ok(NameCheck { slug: Some(slug), is_available: reason != Some(NameReason::Taken), reason })
}
