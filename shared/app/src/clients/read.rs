//! Reading a client.

use sild_domain::ClientId;
use sild_store::{
    OfficeScope, StoreError,
    clients::{self, ClientRecord},
    contacts::{self, ContactClientRecord, ContactRecord},
    sessions::MemberSession,
};

use super::Client;
use crate::{Context, Failure};

/// A client with its contacts, if the member reaches it.
pub async fn get_client(cx: &Context, session: &MemberSession, client: ClientId) -> Result<Client, Failure> {
    let found = clients::get(&cx.table, &session.scope, client).await?.ok_or(Failure::NotFound)?;
    let people = ContactsOfClient::read(cx, &session.scope, &found).await?;
    Ok(people.shown_with(&found, cx, session))
}

/// The contacts of one client with their links to it.
pub(super) struct ContactsOfClient {
    links: Vec<ContactClientRecord>,
    contacts: Vec<ContactRecord>,
}

impl ContactsOfClient {
    /// Reads both beside each other, strongly consistent: the client's record says who they are.
    pub(super) async fn read(
        cx: &Context,
        scope: &OfficeScope,
        client: &ClientRecord,
    ) -> Result<Self, StoreError> {
        let ids = client.contact_ids();
        let (links, contacts) = tokio::try_join!(
            contacts::get_links(&cx.table, scope, ids.iter().map(|contact| (*contact, client.id))),
            contacts::get_many(&cx.table, scope, &ids),
        )?;
        Ok(Self { links, contacts })
    }

    /// The client with them.
    pub(super) fn shown_with(&self, client: &ClientRecord, cx: &Context, session: &MemberSession) -> Client {
        Client::of(client, &self.links, &self.contacts, &session.office, cx.now())
    }
}
