//! Lists of a client's files, newest first.

use sild_domain::ClientId;
use sild_store::{
    Actor, ClientScope, Page, PageRequest, clients,
    files::{self, ListedFile},
    sessions::MemberSession,
};

use super::{FileSummary, PortalFileSummary};
use crate::{Context, Failure};

/// A page of the files of a client as the office sees them, internal ones too.
pub async fn list_client_files(
    cx: &Context,
    session: &MemberSession,
    client: ClientId,
    request: &PageRequest,
) -> Result<Page<FileSummary>, Failure> {
    let scope = &session.scope;
    let (found, page) = tokio::try_join!(
        clients::get(&cx.table, scope, client),
        files::list(&cx.table, scope, client, request),
    )?;
    found.ok_or(Failure::NotFound)?;
    Ok(page.map(|listed| FileSummary::of(&listed, scope.actor())))
}

/// A page of the files that office and client share, as a contact sees them.
pub async fn list_portal_files(
    cx: &Context,
    scope: ClientScope,
    request: &PageRequest,
) -> Result<Page<PortalFileSummary>, Failure> {
    let Page { mut items, next } = files::list_for_contact(&cx.table, scope, request).await?;
    // Nothing internal stands in this list; should it ever, it stops here.
    items.retain(|ListedFile { file, .. }| file.visibility.is_shown_to_contacts());
    let viewer = Actor::Contact(scope.contact());
    Ok(Page { items, next }.map(|listed| PortalFileSummary::of(&listed, viewer)))
}
