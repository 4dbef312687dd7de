//! Listing templates.

use sild_store::{Page, PageRequest, sessions::MemberSession, templates};

use super::Template;
use crate::{Context, Failure};

/// The templates of the office in the order in which clients get their copies.
pub async fn list_templates(
    cx: &Context,
    session: &MemberSession,
    request: &PageRequest,
) -> Result<Page<Template>, Failure> {
    let page = templates::page(&cx.table, &session.scope, request).await?;
    Ok(page.map(|template| Template::of(&template)))
}
