//! Reading a client.

use sild_domain::ClientId;
use sild_store::{clients, contacts, sessions::MemberSession};

use super::Client;
use crate::{Context, Failure};

/// A client with its contacts, if the member reaches it.
pub async fn get_client(cx: &Context, session: &MemberSession, client: ClientId) -> Result<Client, Failure> {
    if !session.scope.reaches(client) {
        return Err(Failure::NotFound);
    }
    let (found, links) = tokio::try_join!(
        clients::get(&cx.table, &session.scope, client),
        contacts::of_client(&cx.table, &session.scope, client),
    )?;
    let found = found.ok_or(Failure::NotFound)?;
    let ids = links.iter().map(|link| link.contact_id).collect::<Vec<_>>();
    let people = contacts::get_many(&cx.table, &session.scope, &ids).await?;
    Ok(Client::of(&found, &links, &people, &session.office.time_zone, cx.now()))
}
