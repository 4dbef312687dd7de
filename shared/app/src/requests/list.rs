//! Lists of requests.

use sild_domain::ClientId;
use sild_store::{
    ClientScope, Page, PageRequest, clients,
    requests::{self, RequestHalf},
    sessions::MemberSession,
};

use super::{PortalRequestSummary, RequestSummary};
use crate::{Context, Failure};

/// A page of requests as the office sees them, newest first: of one client, or of all whose requests the member may see
/// (S46).
pub async fn list_requests(
    cx: &Context,
    session: &MemberSession,
    client: Option<ClientId>,
    half: RequestHalf,
    request: &PageRequest,
) -> Result<Page<RequestSummary>, Failure> {
    let scope = &session.scope;
    let exists = async {
        match client {
            Some(client) => Ok(clients::get(&cx.table, scope, client).await?.is_some()),
            None => Ok(true),
        }
    };
    let (exists, page) = tokio::try_join!(exists, requests::list(&cx.table, scope, client, half, request))?;
    if !exists {
        return Err(Failure::NotFound);
    }
    Ok(page.map(|request| RequestSummary::of(&request, scope.actor())))
}

/// A page of the requests of a contact's client, newest first.
pub async fn list_portal_requests(
    cx: &Context,
    scope: ClientScope,
    half: RequestHalf,
    request: &PageRequest,
) -> Result<Page<PortalRequestSummary>, Failure> {
    let page = requests::list_for_contact(&cx.table, scope, half, request).await?;
    Ok(page.map(|entry| PortalRequestSummary::of(&entry, scope.contact())))
}
