//! A link as it is kept: what it opens, and whether it can be used.

use serde::Serialize;
use sild_domain::login::{is_valid_at, link_lifetime};
use sild_store::logins::{self, LinkFor, LinkRecord};
use utoipa::ToSchema;

use crate::{Context, Failure, secrets};

/// Whether a link lets somebody in (S20).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum LinkState {
    /// Once.
    Usable,
    /// It has, and does not again.
    Spent,
    /// Its time is over.
    Expired,
}

/// What whoever holds a link may know before they use it.
#[derive(Debug, Serialize, ToSchema)]
pub struct KnownLink {
    /// The address that it was mailed to, with most of what stands before the `@` left out.
    #[schema(example = "m***@example.com")]
    pub masked_email: String,
    /// Whether it can be used.
    pub state: LinkState,
}

/// Says whose a login link is, and spends nothing.
pub async fn look_at_link(cx: &Context, token: &str) -> Result<KnownLink, Failure> {
    let (_, link) = find_link(cx, token).await?;
    Ok(KnownLink { masked_email: link.email.masked(), state: state_of(cx, &link) })
}

/// The login link of a token, and the hash that it is kept by.
pub(super) async fn find_link(cx: &Context, token: &str) -> Result<(String, LinkRecord), Failure> {
    if !secrets::is_well_formed(token) {
        return Err(Failure::NotFound);
    }
    let hash = secrets::hash(&[token]);
    let link = logins::get_link(&cx.table, &hash).await?;
    let login = link.filter(|link| !matches!(link.link_for, LinkFor::EmailChange { .. }));
    Ok((hash, login.ok_or(Failure::NotFound)?))
}

pub(super) fn state_of(cx: &Context, link: &LinkRecord) -> LinkState {
    if link.spent_at.is_some() {
        return LinkState::Spent;
    }
    let lifetime = link_lifetime(cx.config.link_lifetime_hours);
    if is_valid_at(link.issued_at, lifetime, cx.now()) { LinkState::Usable } else { LinkState::Expired }
}
